import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import { loadSamples, type Sample, samplesHere } from '#operations/load-samples.ts'
import { copyPreparedStore } from '../prepared-stores.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const [sampleFolder, seedFolder] = [at('../../samples/'), at('../../../shared/seeds/')]

/** 五つの図書の置き場と、その市。 */
const seeds = [
  ['000', '152081'],
  ['001', '012262'],
  ['002', '052124'],
  ['003', '412058'],
  ['004', '202037'],
] as const

const readySamples = existsSync(sampleFolder)
  ? readdirSync(sampleFolder).filter((name) => existsSync(join(sampleFolder, name, 'sample.json')))
  : []
const fromSamples = readySamples.length >= seeds.length
const fromSeeds = !fromSamples && existsSync(seedFolder)

export const samplesAreHere = fromSamples || fromSeeds

/** 試験の題に添える。飛ばしたとき、なぜかが分かるように。 */
export const whySkipped = samplesAreHere ? '見本の五市で' : '見本も図書 ../shared/seeds もこの機械にないので飛ばします'

const sources = async (): Promise<readonly Sample[]> =>
  fromSamples
    ? samplesHere(sampleFolder)
    : seeds.map(([prefix, municipality]) => ({
        municipality,
        path: join(seedFolder, readdirSync(seedFolder).find((name) => name.startsWith(prefix)) ?? prefix),
      }))

/** 見本を入れて開く（もう入っていれば、開くだけ）。 */
const withSamples = async (folder: string): Promise<App> => {
  const opened = await openApp({ dataDirectory: folder })
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  const loaded = await loadSamples(opened.value, await sources())
  if (!loaded.ok) throw new Error(problemInWords(loaded.problem))
  return opened.value
}

/** 見本の入ったしるべ。使い終わったら `close` する（データのフォルダーも消える）。 */
export const sampleApp = async (): Promise<App> => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-journey-'))
  await copyPreparedStore('samples', folder, async (where) => (await withSamples(where)).close())
  const app = await withSamples(folder)
  const close = async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...app, close }
}
