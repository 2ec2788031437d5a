import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs } from '#operations/people/acting-person.ts'
import { removeFromRevision } from '#operations/revision/remove-from-revision.ts'
import { revisionView } from '#operations/revision/revision-view.ts'
import { startRevision } from '#operations/revision/start-revision.ts'
import { aPublication } from '../store/a-publication.ts'
import { aYear, type Year } from './a-year.ts'
import { ok } from './round-steps.ts'

let year: Year
let revisionId: string
beforeAll(async () => {
  year = await aYear({ sections: 1, indicators: 3, open: false })
  const started = await startRevision(year.app, year.people.planner, year.code, year.editionId, {
    kind: 'revision',
    title: '総合戦略（改訂版）',
    firstYear: '令和2年度',
    lastYear: '令和6年度',
    frame: '',
    gradedYear: '',
    purpose: '',
  })
  revisionId = ok(started).id
})
afterAll(() => year?.app.close())

const view = async () => ok(await revisionView(year.app, year.people.planner, year.code, revisionId))
const remove = (subjectId: string, confirmed: boolean) =>
  removeFromRevision(year.app, year.people.planner, year.code, revisionId, {
    on: 'indicator',
    subjectId,
    reason: '事業が終わったため',
    ground: 'other',
    confirmed,
  })

test('公表物が引いている指標を廃止しようとすると、公表物の題を挙げて確かめる。公表したものは変わらない', async () => {
  const [cited, other] = (await view()).draft.content.indicators
  if (!cited || !other) throw new Error('two indicators were expected')
  const contents = Buffer.from(JSON.stringify({ title: '進捗状況一覧表', cells: [{ text: cited.name }] }))
  const sha256 = createHash('sha256').update(contents).digest('hex')
  await year.app.store.write(year.code, actAs(year.app, year.people.planner), (tx) =>
    tx.publications.add({ ...aPublication(year.editionId), contents, sha256 }),
  )
  const published = () =>
    year.app.store.read(year.code, async (tx) => {
      const [publication] = await tx.publications.list(year.editionId)
      return Buffer.from((await tx.publications.contents(publication?.id ?? '')) ?? '').toString()
    })
  const before = await published()

  const asked = ok(await remove(cited.id, false))
  expect(asked).toMatchObject({
    kind: 'asks',
    asks: [{ code: 'revision-ask-published', params: { titles: '令和5年度 進捗状況', count: 1 } }],
  })
  expect((await view()).changes.some(({ op }) => op === 'remove')).toBe(false)

  expect(ok(await remove(other.id, false))).toEqual({ kind: 'removed' })
  expect(ok(await remove(cited.id, true))).toEqual({ kind: 'removed' })
  expect((await view()).counts['indicator-removed']).toBe(2)
  expect(await published()).toBe(before)
})
