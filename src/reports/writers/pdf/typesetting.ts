import { type ChildProcess, fork } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../report.ts'
import type { Typeset, TypesetOptions } from './typeset.ts'
import type { TypesetAnswer, TypesetRequest } from './typesetter.ts'

// 組版の過程を持つ。書体を読みこんだ過程を一つ温めておき、続けて頼まれれば使いまわす。
// 手のあいた過程は親の終わるのを妨げず、しばらく使わなければ片づける。

/** 同時に組む数。長い計画書を組むあいだも、一枚の表は待たせない。 */
const most = 2
/** 手のあいた過程を残しておく時間（ミリ秒）。 */
const keptFor = 120_000
/**
 * これより多く記憶を使った過程は、使いまわさない（バイト）。組版の部品は、組むたびに記憶を少しずつ溜める。
 * 大きな計画書の次も、記憶の少ない所から始める。
 */
const heaviest = 400_000_000

type Setter = { readonly process: ChildProcess; isBusy: boolean; idle?: NodeJS.Timeout }

const setters = new Set<Setter>()
const waiting: (() => void)[] = []

/**
 * 帳票を別の過程で PDF に組む。`signal` で取り止めると、その過程を止めて `signal.reason` で投げる。
 * 組むうちに過程が落ちたら、一度だけ、帯を頁の頭に繰り返さない組み方でやり直す（組版の部品は、表の形によっては落ちる。
 * 帯の繰り返しより、紙が出ることのほうが大事）。それでも組めなければ（記憶が尽きたなど）投げる。
 */
export const typesetElsewhere = async (
  report: Report,
  options: TypesetOptions,
  signal?: AbortSignal,
): Promise<Typeset> => {
  try {
    return await typesetOnce({ report, options }, signal)
  } catch (error) {
    if (!(error instanceof ProcessEnded)) throw error
    return await typesetOnce({ report, options: { ...options, repeatsBands: false } }, signal)
  }
}

const typesetOnce = async (request: TypesetRequest, signal?: AbortSignal): Promise<Typeset> => {
  signal?.throwIfAborted()
  const setter = await freeSetter(signal)
  try {
    return await ask(setter, request, signal)
  } finally {
    waiting.shift()?.()
  }
}

/** 答える前に、組版の過程が終わった。 */
class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded'
}

/** 手のあいた過程。なければ起こし、起こせるだけ起こしていれば、あくのを待つ。 */
const freeSetter = async (signal?: AbortSignal): Promise<Setter> => {
  for (;;) {
    const free = [...setters].find(({ isBusy }) => !isBusy) ?? (setters.size < most ? startSetter() : undefined)
    if (free) {
      free.isBusy = true
      return free
    }
    await turn(signal)
  }
}

/** 順番を待つ。取り止めたら列を抜ける。 */
const turn = (signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(enter), 1)
      reject(signal?.reason)
    }
    const enter = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    waiting.push(enter)
    signal?.addEventListener('abort', leave, { once: true })
  })

/** 入口のファイル。組み立てた後（dist）は、隣に `typesetter.js` がある（scripts/build.ts）。 */
const entry = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './typesetter.ts' : './typesetter.js', import.meta.url),
)

const startSetter = (): Setter => {
  const child = fork(entry, [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const setter: Setter = { process: child, isBusy: false }
  setters.add(setter)
  child.once('exit', () => forget(setter))
  child.once('error', () => forget(setter))
  return setter
}

const forget = (setter: Setter): void => {
  clearTimeout(setter.idle)
  setters.delete(setter)
}

const stop = (setter: Setter): void => {
  forget(setter)
  setter.process.kill('SIGKILL')
}

const ask = (setter: Setter, request: TypesetRequest, signal?: AbortSignal): Promise<Typeset> =>
  new Promise((resolve, reject) => {
    const { process: child } = setter
    let complaint = ''
    const hear = (chunk: Buffer) => {
      complaint = `${complaint}${chunk}`.slice(-2_000)
    }
    const finish = (settle: () => void) => {
      child.off('message', answered).off('exit', died).off('error', died)
      child.stderr?.off('data', hear)
      signal?.removeEventListener('abort', abandon)
      settle()
    }
    const abandon = () => {
      stop(setter)
      finish(() => reject(signal?.reason))
    }
    const answered = (answer: TypesetAnswer) => {
      if (answer.memory > heaviest) stop(setter)
      else rest(setter)
      finish(() => (answer.kind === 'done' ? resolve(answer.typeset) : reject(new Error(answer.message))))
    }
    const died = (why: unknown) => {
      forget(setter)
      finish(() => reject(new ProcessEnded(`the typesetting process ended before it answered (${why}) ${complaint}`)))
    }
    work(setter)
    child.on('message', answered).once('exit', died).once('error', died)
    child.stderr?.on('data', hear)
    signal?.addEventListener('abort', abandon, { once: true })
    child.send(request)
  })

/** 働くあいだは、親が先に終わらないようにする。 */
const work = (setter: Setter): void => {
  clearTimeout(setter.idle)
  setter.isBusy = true
  setter.process.ref()
  setter.process.channel?.ref()
}

const rest = (setter: Setter): void => {
  setter.isBusy = false
  setter.process.unref()
  setter.process.channel?.unref()
  if (setter.process.stderr instanceof Socket) setter.process.stderr.unref()
  setter.idle = setTimeout(() => stop(setter), keptFor).unref()
}
