import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Result } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import { adoptDocument } from './adopt-document.ts'
import type { App } from './app.ts'
import { gradeSample, type SampleGrades } from './evaluation/sample-grades.ts'
import { projectFolder } from './project-folder.ts'
import { sampleKeeper } from './sample-keeper.ts'

/** 見本一つ。`samples/152081-ojiya/sample.json` */
export type Sample = {
  readonly municipality: string
  readonly path: string
  /** 同じ市の、続けて取り込む図書（大仙市の、評価と改訂を試すための指標の表）。 */
  readonly more?: readonly string[]
  /** 続けて取り込んだ図書を、見本として評価する。`document` はその図書の道筋。 */
  readonly grades?: (SampleGrades & { readonly document: string }) | undefined
}

/** 置いてある見本（団体コードの順）。`sample.json` のあるフォルダーが見本で、見本のない配布物では空。 */
export const samplesHere = async (folder: string = join(projectFolder(), 'samples')): Promise<readonly Sample[]> => {
  const names = await readdir(folder).catch(() => [])
  const samples = names.filter((name) => /^\d{6}-/.test(name) && existsSync(join(folder, name, 'sample.json')))
  return Promise.all(samples.toSorted().map((name) => readSample(join(folder, name))))
}

const readSample = async (folder: string): Promise<Sample> => {
  const { municipality, document, more = [], grades } = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8'))
  return {
    municipality,
    path: join(folder, document),
    more: more.map((name: string) => join(folder, name)),
    grades: grades && { ...grades, document: join(folder, grades.document) },
  }
}

/**
 * まだ何も入っていない倉庫に、見本の五市を取り込む。人の取り込んだものがあれば何もしない。
 * 前に途中で止まっていれば続きを入れる。`stop` が来れば、市の切れめで止める。答えは取り込んだ数。
 */
export const loadSamples = async (
  app: App,
  samples: readonly Sample[],
  stop?: AbortSignal,
): Promise<Result<number>> => {
  const known = (await app.store.municipalities()).map(({ code }) => code)
  const missing = samples.filter(({ municipality }) => !known.includes(municipality))
  if (missing.length === 0 || !(await onlySamples(app.store, known))) return done(0)
  let loaded = 0
  for (const sample of missing) {
    if (stop?.aborted) break
    const one = await loadSample(app, sample)
    if (!one.ok) return one
    loaded += 1
  }
  return done(loaded)
}

const loadSample = async (app: App, { municipality, path, more = [], grades }: Sample): Promise<Result<null>> => {
  const { store, now, newId } = app
  for (const document of [path, ...more]) {
    const adopted = await adoptDocument(store, document, municipality, { by: sampleKeeper.name, at: now(), newId })
    if (!adopted.ok) return adopted
    if (grades?.document !== document) continue
    const graded = await gradeSample(app, municipality, adopted.value.editionId, grades)
    if (!graded.ok) return graded
  }
  return done(null)
}

/** どの団体も、見本を入れたきりか。監査記録が知っている。 */
const onlySamples = async (store: Store, codes: readonly string[]): Promise<boolean> => {
  for (const code of codes) {
    const entries = await store.read(code, (tx) => tx.audit.latest({ limit: 2 }))
    if (entries.some(({ by }) => by !== sampleKeeper.name)) return false
  }
  return true
}
