import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { ordinaryChoices, type ReportChoices } from '#operations/reports/choices.ts'
import { publication, publicationFile, publications, publish, publishedFile } from '#operations/reports/publications.ts'
import { openDocument } from '#reading/open-document.ts'
import { aCityApp, type CityApp } from './a-city-app.ts'

let city: CityApp
beforeAll(async () => {
  city = await aCityApp('202037-ueda')
})
afterAll(() => city?.close())

const publishing = (given: { title?: string; corrects?: string | null; choices?: Partial<ReportChoices> } = {}) =>
  publish(
    city.app,
    city.code,
    {
      editionId: city.editionId,
      form: 'priority-goals',
      choices: { ...ordinaryChoices, ...given.choices },
      title: given.title ?? '平成29年度 重点目標 中間報告',
      note: '',
      corrects: given.corrects ?? null,
    },
    '企画課',
  )

const published = async (given: Parameters<typeof publishing>[0] = {}): Promise<string> => {
  const result = await publishing(given)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value.id
}

const bytesOf = async (id: string): Promise<ReadonlyMap<string, string>> => {
  const found = await publication(city.app, city.code, id)
  const files = new Map<string, string>()
  for (const { fileName } of found?.files ?? []) {
    const file = await publishedFile(city.app, city.code, id, fileName)
    if (file.ok) files.set(fileName, Buffer.from(file.value.bytes).toString('base64'))
  }
  return files
}

/** Excel に作り直したときの、すべての升目の字。 */
const cellsOf = async (id: string): Promise<readonly string[]> => {
  const file = await publicationFile(city.app, city.code, id, 'xlsx')
  if (!file.ok) throw new Error(file.problem.code)
  const opened = await openDocument(file.value.fileName, file.value.bytes)
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value.pages.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ text }) => text)))
}

/** 一つの取組項目の題だけを変えた案。 */
const retitled = (draft: PlanDraft, title: string): PlanDraft => ({
  ...draft,
  source: { ...draft.source, sha256: 'b'.repeat(64) },
  priorityGoals: draft.priorityGoals.map((goal, nth) =>
    nth > 0 ? goal : { ...goal, items: goal.items.map((item, at) => (at > 0 ? item : { ...item, title })) },
  ),
})

test('公表したものは、計画の値が変わっても、同じバイト列・同じ値のまま', async () => {
  const id = await published()
  const [files, cells] = [await bytesOf(id), await cellsOf(id)]
  expect(files.size).toBeGreaterThan(0)
  expect(cells.length).toBeGreaterThan(20)
  await city.adopt(retitled(city.draft, 'まったく別の題'))
  expect(await bytesOf(id)).toEqual(files)
  expect(await cellsOf(id)).toEqual(cells)
  expect(cells.join('')).not.toContain('まったく別の題')

  const corrected = await published({ corrects: id })
  const found = await publication(city.app, city.code, corrected)
  expect(found?.corrects).toBe(id)
  expect(found?.changes).toMatchObject([{ before: expect.stringContaining('①'), after: '①まったく別の題' }])
  expect((await publication(city.app, city.code, id))?.correctedBy).toBe(corrected)
  expect((await cellsOf(corrected)).join('')).toContain('まったく別の題')
  expect(await bytesOf(id)).toEqual(files)
})

test('同じ中身の訂正は断る', async () => {
  const id = await published()
  expect(await publishing({ corrects: id })).toMatchObject({
    ok: false,
    problem: { code: 'publication-nothing-changed' },
  })
})

test('題のない公表、ない計画の公表、ほかの市からの見え方', async () => {
  expect(await publishing({ title: '　' })).toMatchObject({ ok: false, problem: { code: 'publication-title-empty' } })
  expect(await publishing({ title: '題'.repeat(101) })).toMatchObject({
    ok: false,
    problem: { code: 'publication-text-too-long' },
  })
  const [newest] = await publications(city.app, city.code)
  expect(newest).toBeDefined()
  expect(await publication(city.app, '152081', newest?.id ?? '')).toBeUndefined()
  expect(await publicationFile(city.app, '152081', newest?.id ?? '', 'html')).toMatchObject({
    ok: false,
    problem: { code: 'publication-absent' },
  })
})

test('凍らせた選びも残り、同じ公表を二度作っても中身の指紋は同じ', async () => {
  const choices = { documentNumber: '資料１', yearStyle: 'both' } as const
  const [first, second] = [await published({ choices }), await published({ choices })]
  const [one, two] = [await publication(city.app, city.code, first), await publication(city.app, city.code, second)]
  expect(one?.choices).toEqual({ ...ordinaryChoices, ...choices })
  expect(two?.sha256).toBe(one?.sha256)
  expect(two?.files.map(({ sha256 }) => sha256)).toEqual(one?.files.map(({ sha256 }) => sha256))
})
