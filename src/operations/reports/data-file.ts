import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Alongside } from '#reports/alongside.ts'
import { type DataFile, type DataFormat, dataFiles } from '#reports/data/data-files.ts'
import type { DatasetHeading } from '#reports/data/dataset.ts'
import { datasetsFor } from '#reports/data/datasets.ts'
import { accompanying } from '#reports/data/dictionary.ts'
import type { ReportName } from '#reports/report-name.ts'
import { datasetsIn } from './report-data.ts'

/** 差し出す機械可読なデータ。`companions` は、CSV に添える定義・符号表・更新の履歴。 */
export type DataOnOffer = {
  readonly datasets: readonly DatasetHeading[]
  readonly companions: readonly DatasetHeading[]
}

/** すべての表を一つのファイルにした名（JSON と Excel）。 */
export const allData = 'data'

// 版は値であり変わらないので、同じ版のことは一度でよい。
const known = new WeakMap<Edition, DataOnOffer>()

/** その版で一行でもある表と、添える表。 */
export const dataOnOffer = (edition: Edition, alongside: Alongside = {}): DataOnOffer => {
  const isAlone = alongside.revised === undefined
  const found = (isAlone ? known.get(edition) : undefined) ?? {
    datasets: datasetsIn(edition, alongside),
    companions: accompanying([], edition, 'csv').map(({ name, title, description }) => ({ name, title, description })),
  }
  if (isAlone) known.set(edition, found)
  return found
}

/** その様式と同じ値を持つ表。 */
export const dataBeside = (
  edition: Edition,
  form: ReportName,
  alongside: Alongside = {},
): readonly DatasetHeading[] => {
  const names: ReadonlySet<string> = new Set(datasetsFor(form))
  return dataOnOffer(edition, alongside).datasets.filter(({ name }) => names.has(name))
}

/**
 * データのファイル一つ。名は表の名か、添える表の名（CSV）か、`data`（JSON と Excel の一式）。
 * ない名は `data-unknown-name` で断る。
 */
export const dataFile = async (
  edition: Edition,
  name: string,
  format: DataFormat,
  alongside: Alongside = {},
): Promise<Result<DataFile>> => {
  const offered = dataOnOffer(edition, alongside)
  const all = offered.datasets.map((each) => each.name)
  const isDataset = all.includes(name)
  const isCompanion = format === 'csv' && offered.companions.some((each) => each.name === name)
  const isWhole = format !== 'csv' && name === allData
  if (!isDataset && !isCompanion && !isWhole)
    return refused('data-unknown-name', { name, known: [...all, allData].join(', ') })
  const files = await dataFiles(edition, isDataset ? [name] : all, format, alongside)
  if (!files.ok) return files
  const file = files.value.find(({ fileName }) => fileName.endsWith(`_${name}.${format}`))
  return file ? done(file) : refused('data-unknown-name', { name, known: all.join(', ') })
}
