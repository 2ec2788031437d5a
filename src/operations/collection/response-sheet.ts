import type { CollectionRound } from '#domain/collection/round.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { storedZip } from '#reading/formats/zip-writing.ts'
import { writeSheet } from '#reports/sheets/write-sheet.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { type SheetSource, sheetContents } from './sheet-contents.ts'

/** 渡すファイル。 */
export type SheetFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** 課の回答用紙（Excel）。断る符号：`not-permitted`・`sheet-no-response`・`sheet-round-not-open`。 */
export const responseSheetFile = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
): Promise<Result<SheetFile>> => {
  const read = await app.store.read(code, (tx) => oneSource(tx, person, code, responseId, app.now()), reachOf(person))
  if (!read.ok) return read
  return done({ fileName: nameOf(read.value), mediaType: xlsx, bytes: await writeSheet(sheetContents(read.value)) })
}

const oneSource = async (
  tx: ReadTransaction,
  person: Person,
  code: string,
  responseId: string,
  now: Date,
): Promise<Result<SheetSource>> => {
  const response = await tx.responses.get(responseId)
  if (!response) return refused('sheet-no-response')
  const may = permitted(person, 'answer-read', response.departmentId)
  if (!may.ok) return may
  const round = await tx.rounds.get(response.roundId)
  if (!round) return refused('sheet-no-response')
  const items = await tx.responses.items(responseId)
  return done({
    municipality: { code, name: (await tx.name()) ?? '' },
    round,
    response,
    department: (await departmentNames(tx)).get(response.departmentId) ?? '',
    items,
    answers: await tx.responses.answers(responseId),
    editions: await editionsOf(tx, items),
    madeAt: now.toISOString(),
  })
}

/** すべての課の回答用紙を一つの zip に。企画課が、頁に届かない課へメールで送るため。 */
export const roundSheetsZip = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
): Promise<Result<SheetFile>> => {
  const may = permitted(person, 'round-manage')
  if (!may.ok) return may
  const read = await app.store.read(code, (tx) => allSources(tx, code, roundId, app.now()), reachOf(person))
  if (!read.ok) return read
  const { round, sources } = read.value
  const parts: { name: string; bytes: Uint8Array }[] = []
  for (const source of sources) {
    const number = String(parts.length + 1).padStart(String(sources.length).length, '0')
    parts.push({ name: `${number}_${nameOf(source)}`, bytes: await writeSheet(sheetContents(source)) })
  }
  return done({
    fileName: `${safeName(round.title)}_回答用紙.zip`,
    mediaType: 'application/zip',
    bytes: storedZip(parts),
  })
}

type RoundSources = { readonly round: CollectionRound; readonly sources: readonly SheetSource[] }

const allSources = async (
  tx: ReadTransaction,
  code: string,
  roundId: string,
  now: Date,
): Promise<Result<RoundSources>> => {
  const round = await tx.rounds.get(roundId)
  if (!round) return refused('sheet-no-round')
  const responses = await tx.responses.ofRound(roundId)
  if (responses.length === 0) return refused('sheet-round-not-open')
  const items = Map.groupBy(await tx.responses.itemsOfRound(roundId), ({ responseId }) => responseId)
  const owner = new Map([...items].flatMap(([responseId, its]) => its.map(({ id }) => [id, responseId] as const)))
  const answers = Map.groupBy(await tx.responses.answersOfRound(roundId), ({ itemId }) => owner.get(itemId))
  const editions = await editionsOf(tx, [...items.values()].flat())
  const names = await departmentNames(tx)
  const name = (await tx.name()) ?? ''
  const sources = responses.map((response) => ({
    municipality: { code, name },
    round,
    response,
    department: names.get(response.departmentId) ?? '',
    items: items.get(response.id) ?? [],
    answers: answers.get(response.id) ?? [],
    editions,
    madeAt: now.toISOString(),
  }))
  const order = [...names.keys()]
  const place = ({ response }: SheetSource) => order.indexOf(response.departmentId)
  return done({ round, sources: sources.toSorted((a, b) => place(a) - place(b)) })
}

export const departmentNames = async (tx: ReadTransaction): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.organisation.units()).map(({ id, name }) => [id, name]))

export const editionsOf = async (
  tx: ReadTransaction,
  items: readonly { readonly editionId: string }[],
): Promise<ReadonlyMap<string, Edition>> => {
  const editions = new Map<string, Edition>()
  for (const id of new Set(items.map(({ editionId }) => editionId))) {
    const edition = await tx.editions.get(id)
    if (edition) editions.set(id, edition)
  }
  return editions
}

const nameOf = ({ round, department }: SheetSource): string => `${safeName(round.title)}_${safeName(department)}.xlsx`

/** Windows のファイル名に使えない字を置きかえる。 */
const safeName = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, '_')
    .slice(0, 80)
    .trim()
