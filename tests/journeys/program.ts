import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problemInWords } from '#domain/problem.ts'
import { openApp } from '#operations/app.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const program = join(root, 'bin', 'shirube')
const peakMemory = new URL('./peak-memory.mjs', import.meta.url).href

/** 本物のプログラムを、人がするように子プロセスとして動かした答え。 */
export type Answer = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
  /** いちばん多く使った記憶（MB）。測れなければ 0。 */
  readonly peak: number
}

export type Way = {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** この Node で動かす。なければ、いまの Node。 */
  readonly node?: string
  readonly uid?: number
}

/** 試験の外の接続先を使わず、その場かぎりの環境。 */
const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const { DATABASE_URL, NODE_OPTIONS, ...rest } = process.env
  return { ...rest, ...more }
}

/** 先に組み立てておく（一つ目の試験だけが遅くならないように）。もう新しければ何もしない。 */
export const build = (): void => {
  const { status, stderr } = spawnSync(process.execPath, [program, '--version'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the program could not be built: ${stderr}`)
}

/** 始めて、待たずに返す。 */
export const start = (args: readonly string[], { cwd, env, node, uid }: Way = {}, more: SpawnOptions = {}) =>
  spawn(node ?? process.execPath, [program, ...args], {
    cwd: cwd ?? tmpdir(),
    env: environment(env),
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...more,
  })

/** 空の倉庫のある置き場を作る。 */
export const createEmpty = async (dataDirectory: string): Promise<void> => {
  const opened = await openApp({ dataDirectory })
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  await opened.value.close()
}

/** 終わりまで動かす。`await run(['read', file, '--json'])` */
export const run = async (args: readonly string[], way: Way = {}): Promise<Answer> => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-peak-'))
  const report = join(folder, 'peak')
  const watch =
    way.node || way.uid !== undefined ? {} : { NODE_OPTIONS: `--import=${peakMemory}`, SHIRUBE_PEAK: report }
  try {
    const answer = await ended(start(args, { ...way, env: { ...way.env, ...watch } }))
    return { ...answer, peak: existsSync(report) ? Number(readFileSync(report, 'utf8')) : 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 子の終わりと、言ったこと。 */
export const ended = (child: ChildProcess): Promise<Omit<Answer, 'peak'>> =>
  new Promise((resolve, reject) => {
    const said = { out: '', err: '' }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said.out += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said.err += text
    })
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...said }))
  })

/** 試験のためのフォルダー。`using folder = aFolder()` で、出るときに消える。 */
export const aFolder = (): { readonly path: string } & Disposable => {
  const path = mkdtempSync(join(tmpdir(), 'shirube-journey-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** 名前つきパイプ。開いて相手を待てば、いつまでも終わらない。 */
export const namedPipe = (path: string): void => {
  const make = 'mkfifo'
  const { status, stderr } = spawnSync(make, [path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`mkfifo: ${stderr}`)
}

const versionOf = (node: string): number =>
  Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? Number.NaN)

/** この機械にある、24 より古い Node。なければ undefined。 */
export const oldNode: string | undefined = ['/usr/local/bin', '/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  .map((folder) => join(folder, 'node'))
  .filter((node) => existsSync(node))
  .find((node) => versionOf(node) < 24)

/** root は権限の壁にあたらない。root のときは nobody として動かす。nobody から製品が見えなければ undefined。 */
export const plainUser = (): Pick<Way, 'uid'> | undefined => {
  if (process.getuid?.() !== 0) return {}
  build()
  const uid = 65_534
  const { status } = spawnSync(process.execPath, [program, '--version'], { uid, gid: uid })
  return status === 0 ? { uid } : undefined
}
