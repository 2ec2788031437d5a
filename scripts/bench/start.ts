import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bundle.ts'
import { residentMegabytes, startShirube, wholeProcess } from './processes.ts'
import { median } from './runs.ts'
import { ms, table, whole } from './tables.ts'

const shirube = join(root, 'bin', 'shirube')

/** 起こしてから番地の行が出るまで。 */
export const startSection = async (work: string): Promise<string> => {
  const build = await times(3, () => wholeProcess(process.execPath, [join(root, 'scripts', 'build.ts')]))
  const folders = [1, 2, 3].map(() => mkdtempSync(join(work, 'start-')))
  const cold = []
  for (const folder of folders) cold.push(await start([process.execPath, shirube, 'serve', '--data', folder]))
  const [first = ''] = folders
  const warm = await times(5, () => start([process.execPath, shirube, 'serve', '--data', first]))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const throughNpm = await times(3, () => start([npm, 'start', '--silent', '--', '--data', first]))
  const milliseconds = (starts: readonly Started[]) => ms(median(starts.map((each) => each.milliseconds)))
  const memory = (starts: readonly Started[]) => whole(median(starts.map((each) => each.megabytes)))
  return `## 起こす

起こしてから「しるべを開きました」の行が出るまで、ミリ秒。はじめの \`npm start\` は「組み立て」と「初めて」を足したもの（目標は 20 秒未満、二度目からは 3 秒未満）。
記憶は、番地の行が出たときの RSS。

${table(
  [
    ['', 'ミリ秒', '記憶 MB'],
    ['組み立て（`node scripts/build.ts`）', ms(median(build)), ''],
    ['初めて（空のデータから。倉庫を作り、見本を取り込む）', milliseconds(cold), memory(cold)],
    ['二度目から（`shirube serve`）', milliseconds(warm), memory(warm)],
    ['二度目から（`npm start`）', milliseconds(throughNpm), ''],
  ],
  [1, 2],
)}`
}

type Started = { readonly milliseconds: number; readonly megabytes: number }

const start = async (command: readonly [string, ...string[]]): Promise<Started> => {
  const served = await startShirube([...command, '--port', '8790'])
  const megabytes = residentMegabytes(served.pid) ?? Number.NaN
  await served.stop()
  return { milliseconds: served.milliseconds, megabytes }
}

const times = async <T>(count: number, act: () => Promise<T>): Promise<readonly T[]> => {
  const results: T[] = []
  for (let run = 0; run < count; run++) results.push(await act())
  return results
}
