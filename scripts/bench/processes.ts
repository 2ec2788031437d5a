import { type ChildProcess, fork, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundling, root } from '../bundle.ts'

/** 計測のために起こしたプロセス。終わりに必ず止める。 */
const running = new Set<ChildProcess>()

export const stopAll = (): void => {
  for (const child of running) end(child, 'SIGKILL')
}

/** npm を通して起こしたものは、npm だけでなくその子も。 */
const end = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (child.pid === undefined || !detached) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {} // もう終わっている
}

/** どれも自分のプロセス群で動かす。終わらせるとき、その子まで届くように。 */
const detached = process.platform !== 'win32'

const track = (child: ChildProcess, over: 'exit' | 'close'): ChildProcess => {
  running.add(child)
  child.once(over, () => running.delete(child))
  return child
}

/** 計る側のプログラムを、製品と同じまとめかたで `folder` にまとめる。 */
export const bundleChildren = async (folder: string): Promise<void> => {
  const names = ['adopt', 'bare-server', 'load', 'page-server', 'read', 'report', 'reread', 'think']
  await build({
    ...bundling,
    external: [...bundling.external, 'autocannon'],
    entryPoints: [
      ...names.map((name) => ({ in: `scripts/bench/children/${name}.ts`, out: name })),
      // 帳票の PDF を組む、製品と同じ別の過程。
      { in: 'src/reports/writers/pdf/typesetter.ts', out: 'typesetter' },
    ],
    outdir: folder,
    splitting: true,
  })
}

/** 子に尋ね、答えを待つ。 */
export type Child = {
  readonly pid: number
  ask<Answer>(question: unknown): Promise<Answer>
  stop(): Promise<void>
}

/** まとめたプログラムを起こす。子は尋ねられた順に答える（`answering`）。 */
export const startChild = (file: string, env: NodeJS.ProcessEnv = {}): Child => {
  const child = track(fork(file, [], { env: { ...process.env, ...env }, detached }), 'exit')
  const ended = once(child, 'exit')
  const answers = on(child, 'message', { close: ['exit'] })
  return {
    pid: child.pid ?? 0,
    ask: async <Answer>(question: unknown) => {
      child.send(question as object)
      const { value, done } = await answers.next()
      if (done) throw new Error(`${file} ended without an answer`)
      return value[0] as Answer
    },
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}

/** 起きている `shirube serve`。 */
export type Served = {
  readonly pid: number
  readonly address: string
  /** 起こしてから番地の行が出るまで。 */
  readonly milliseconds: number
  stop(): Promise<void>
}

/** 製品そのものを起こし、番地の行を待つ。 */
export const startShirube = async (
  command: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = {},
): Promise<Served> => {
  const started = performance.now()
  const [program, ...args] = command
  const child = track(
    spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached }),
    'close', // npm が先に終わっても、その子が残っているうちは終わりでない
  )
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      said += text
      const found = /しるべを開きました：(http:\/\/[\d.]+:\d+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.setEncoding('utf8').on('data', hear)
    child.stderr?.setEncoding('utf8').on('data', hear)
    child.once('exit', (code) => reject(new Error(`shirube serve ended with ${code}: ${said}`)))
  })
  return {
    pid: child.pid ?? 0,
    address,
    milliseconds: performance.now() - started,
    stop: async () => {
      const ended = once(child, 'close') // 子も含めて、出口を持つものがいなくなるまで
      end(child, 'SIGTERM')
      await ended
    },
  }
}

/** いま使っている記憶（RSS）、MB。/proc のない機械では分からない（undefined）。 */
export const residentMegabytes = (pid: number): number | undefined => {
  const file = join('/proc', String(pid), 'status')
  if (!existsSync(file)) return undefined
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

/** プロセス一つを終わりまで。ミリ秒を答える。`check` で見つけたもの（終わりの符号 1）は、誤りではない。 */
export const wholeProcess = async (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> => {
  const started = performance.now()
  const child = track(
    spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'ignore', detached }),
    'exit',
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`)
  return performance.now() - started
}
