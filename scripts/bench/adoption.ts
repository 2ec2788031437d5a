import { join } from 'node:path'
import type { AdoptTimes } from './children/adopt.ts'
import type { BenchDocument } from './documents.ts'
import type { Engine } from './engines.ts'
import { startChild } from './processes.ts'
import { median } from './runs.ts'
import { ms, table } from './tables.ts'

const runs = 5

/** 取り込み。空の倉庫に五市を順に、五回くり返す。 */
export const adoptionSection = async (
  documents: readonly BenchDocument[],
  engines: readonly Engine[],
  work: string,
): Promise<string> => {
  // 見本と原本は同じ市の同じ計画なので、別の倉庫に取り込む。
  const kinds = Map.groupBy(documents, ({ kind }) => kind)
  const measured = new Map<BenchDocument, string[]>()
  for (const engine of engines)
    for (const group of kinds.values())
      for (const [document, cells] of await adoptAll(group, engine, work))
        measured.set(document, [...(measured.get(document) ?? []), ...cells])
  const rows = [...measured].map(([{ label, kind }, cells]) => [`${label}（${kind}）`, ...cells])
  return `## 取り込む

読み終えた案を、一つの取引で倉庫に確定するまで（監査の記録を含む。確定のたびにディスクへ書き出す）。${runs} 回の真ん中の値、ミリ秒。
「もう一度」は同じ案をもう一度取り込んだとき（比べて、何も変えずに終わる）。

${table([['図書', ...engines.flatMap(({ name }) => [name, 'もう一度'])], ...rows], [1, 2, 3, 4])}`
}

const adoptAll = async (
  documents: readonly BenchDocument[],
  engine: Engine,
  work: string,
): Promise<readonly (readonly [BenchDocument, string[]])[]> => {
  const child = startChild(join(work, 'adopt.js'))
  const times: AdoptTimes[] = []
  for (let run = 0; run < runs; run++)
    times.push(await child.ask<AdoptTimes>({ location: await engine.empty(), documents }))
  await child.stop()
  return documents.map((document, index) => {
    const of = (which: keyof AdoptTimes) => ms(median(times.map((each) => each[which][index] ?? Number.NaN)))
    return [document, [of('first'), of('again')]]
  })
}
