import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Indicator } from '#domain/plan/draft.ts'
import { type Typed, typedOf } from '#domain/revision/typed-entry.ts'
import { adoptRead } from '#operations/adopt-document.ts'
import { gradeSample } from '#operations/evaluation/sample-grades.ts'
import { addToRevision } from '#operations/revision/add-to-revision.ts'
import { adoptRevision } from '#operations/revision/adopt-revision.ts'
import { changeHeading, headingMark } from '#operations/revision/change-heading.ts'
import { changeRevision } from '#operations/revision/change-revision.ts'
import { decideProposal } from '#operations/revision/decide-proposal.ts'
import { moveInRevision } from '#operations/revision/move-in-revision.ts'
import { rebaseRevision, settleConflict } from '#operations/revision/rebase-revision.ts'
import { removeFromRevision } from '#operations/revision/remove-from-revision.ts'
import { type RevisionView, revisionsView, revisionView } from '#operations/revision/revision-view.ts'
import { startRevision } from '#operations/revision/start-revision.ts'
import { undoChange } from '#operations/revision/undo-change.ts'
import { withdrawRevision } from '#operations/revision/withdraw-revision.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import { aYear, aYearIn, type Year } from './a-year.ts'

let year: Year
let other: Year
beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 4, open: false })
  other = await aYearIn(year.app, { sections: 1, indicators: 2, open: false, number: 1 })
})
afterAll(() => year.app.close())

const planner = () => year.people.planner
const valueIn = <T>(result: { ok: true; value: T } | { ok: false; problem: { kind: string } }): T => {
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value
}
const whyOf = (result: { ok: boolean; problem?: { kind: string } }) => (result.ok ? undefined : result.problem?.kind)

const heading = (title: string) => ({
  kind: 'revision' as const,
  title,
  firstYear: '令和2年度',
  lastYear: '令和8年度',
  frame: '',
  gradedYear: '',
  purpose: '社会情勢の変化による',
})
const start = async (title: string, editionId = year.editionId) =>
  valueIn(await startRevision(year.app, planner(), year.code, editionId, heading(title))).id
const view = async (id: string): Promise<RevisionView> =>
  valueIn(await revisionView(year.app, planner(), year.code, id))
const editionOf = (id: string) => year.app.store.read(year.code, (tx) => tx.editions.get(id))
const currentId = async () => {
  const all = await year.app.store.read(year.code, (tx) => tx.editions.headings())
  return all.find(({ history }) => history?.supersededBy === null)?.id ?? ''
}

const indicatorsOf = (at: RevisionView) => at.draft.content.indicators
const set = async (
  id: string,
  indicator: Indicator,
  typed: Typed,
  more: { shown?: Typed; reason?: string; confirmed?: boolean } = {},
) =>
  changeRevision(year.app, planner(), year.code, id, {
    on: 'indicator',
    subjectId: indicator.id,
    typed,
    shown: more.shown ?? typedOf('indicator', indicator),
    reason: more.reason ?? '実績が目標に達したため',
    ground: 'other',
    confirmed: more.confirmed ?? false,
  })
const adopt = async (id: string) =>
  adoptRevision(year.app, planner(), year.code, id, {
    decidedOn: '2026-03-25',
    decidedBy: '市議会',
    seen: (await view(id)).revision.revision,
    confirmed: true,
  })

describe('改訂の案', () => {
  test('変更は欄ごとに一つ。もとの値に戻せばなくなり、版には決めるまで何も起こらない', async () => {
    const id = await start('白川市総合戦略（改訂版）')
    const [first] = indicatorsOf(await view(id))
    if (!first) throw new Error('no indicator')
    const target = first.targets[0]?.raw ?? ''
    valueIn(await set(id, first, { 'targets.0.raw': '50件' }))
    const now = await view(id)
    expect(indicatorsOf(now)[0]?.targets[0]).toMatchObject({ raw: '50件', value: '50', place: { line: 0, column: 0 } })
    expect(now.counts['target-changed']).toBe(1)
    expect((await editionOf(year.editionId))?.content.indicators[0]?.targets[0]?.raw).toBe(target)
    const changed = indicatorsOf(now)[0] as Indicator
    valueIn(await set(id, changed, { 'targets.0.raw': target }))
    expect((await view(id)).changes.filter(({ on }) => on === 'indicator')).toEqual([])
    valueIn(await withdrawRevision(year.app, planner(), year.code, id, '見合わせる'))
    expect(whyOf(await set(id, first, { name: '起業' }))).toBe('revision-withdrawn')
  })

  test('読めない字・換算できない単位は断り、何も書かない。期間の外の年度は確かめる', async () => {
    const id = await start('白川市総合戦略（改訂版）')
    const [first] = indicatorsOf(await view(id))
    if (!first) throw new Error('no indicator')
    const outcome = valueIn(await set(id, first, { 'targets.0.raw': '1,2345件', name: '' }))
    expect(outcome.kind === 'fields' && [...outcome.problems.keys()]).toEqual(['targets', 'name'])
    expect(whyOf(await set(id, first, { 'targets.0.raw': '50人' }))).toBe('revision-unit-differs')
    const outside = { 'targets.1.raw': '60件', 'targets.1.year': '令和12年度' }
    expect(valueIn(await set(id, first, outside)).kind).toBe('asks')
    expect((await view(id)).changes.filter(({ on }) => on === 'indicator')).toEqual([])
    expect(valueIn(await set(id, first, outside, { confirmed: true }))).toEqual({ kind: 'changed', changed: 1 })
    await withdrawRevision(year.app, planner(), year.code, id, '見合わせる')
  })

  test('ほかの人が同じ欄を直していたら、両方を示して書かない。違う欄なら両方残る', async () => {
    const id = await start('白川市総合戦略（改訂版）')
    const [first] = indicatorsOf(await view(id))
    if (!first) throw new Error('no indicator')
    const shown = typedOf('indicator', first)
    valueIn(await set(id, first, { ...shown, 'targets.0.raw': '50件' }, { shown }))
    const clash = valueIn(await set(id, first, { ...shown, 'targets.0.raw': '55件' }, { shown }))
    expect(clash).toMatchObject({
      kind: 'meanwhile',
      fields: [{ field: 'targets', mine: { 'targets.0.raw': '55件' }, theirs: { 'targets.0.raw': '50件' } }],
    })
    valueIn(await set(id, first, { ...shown, name: '起業した件数' }, { shown }))
    expect((await view(id)).changes.map(({ field }) => field)).toEqual([
      'title',
      'firstYear',
      'lastYear',
      'targets',
      'name',
    ])
    const seen = headingMark((await view(id)).revision)
    valueIn(await changeHeading(year.app, planner(), year.code, id, heading('白川市総合戦略（第2版）'), seen))
    expect(
      valueIn(await changeHeading(year.app, planner(), year.code, id, heading('白川市総合戦略（第3版）'), seen)),
    ).toHaveProperty('meanwhile')
    await withdrawRevision(year.app, planner(), year.code, id, '見合わせる')
  })

  test('新しい指標・差替え・載せなくすること・並び。取りやめれば、みなもとに戻る', async () => {
    const id = await start('白川市総合戦略（改訂版）')
    const before = indicatorsOf(await view(id))
    const [first, second] = before
    if (!first || !second) throw new Error('no indicators')
    const added = valueIn(
      await addToRevision(year.app, planner(), year.code, id, {
        on: 'indicator',
        under: first.node,
        typed: { name: '創業支援件数', unit: '件', 'targets.0.raw': '60', 'targets.0.year': '令和8年度' },
        replaces: second.id,
        reason: '目的に合わない',
        ground: 'other',
      }),
    )
    expect(added.kind).toBe('added')
    const now = await view(id)
    expect(now.counts).toMatchObject({ 'indicator-replaced': 1, 'indicator-added': 0, 'indicator-removed': 0 })
    expect(indicatorsOf(now).map(({ name }) => name)).not.toContain(second.name)
    valueIn(
      await moveInRevision(year.app, planner(), year.code, id, { on: 'indicator', subjectId: first.id, to: 'down' }),
    )
    expect(indicatorsOf(await view(id))[1]?.id).toBe(first.id)
    const removal = { on: 'indicator' as const, subjectId: first.id, ground: 'other', confirmed: false }
    expect(whyOf(await removeFromRevision(year.app, planner(), year.code, id, { ...removal, reason: '' }))).toBe(
      'revision-reason-needed',
    )
    valueIn(await removeFromRevision(year.app, planner(), year.code, id, { ...removal, reason: '事業の終了' }))
    for (const { id: change, on, op } of (await view(id)).changes)
      if (on !== 'plan' && op !== 'remove') valueIn(await undoChange(year.app, planner(), year.code, id, change))
    for (const { id: change, on } of (await view(id)).changes)
      if (on !== 'plan') valueIn(await undoChange(year.app, planner(), year.code, id, change))
    expect(indicatorsOf(await view(id))).toEqual(before)
    const node = (await view(id)).draft.content.nodes[0]
    expect(
      whyOf(
        await removeFromRevision(year.app, planner(), year.code, id, {
          ...removal,
          on: 'node',
          subjectId: node?.id ?? '',
          reason: '廃止',
        }),
      ),
    ).toBe('revision-node-holds')
    await withdrawRevision(year.app, planner(), year.code, id, '見合わせる')
  })

  test('役のない人・ほかの市の人・案のない番号は断る', async () => {
    const id = await start('白川市総合戦略（改訂版）')
    const { reviewer, executive } = year.people
    const asked = { ...heading('x'), gradedYear: '' }
    expect(whyOf(await startRevision(year.app, executive, year.code, year.editionId, asked))).toBe('not-permitted')
    expect(whyOf(await revisionView(year.app, reviewer, year.code, id))).toBe('not-permitted')
    expect(whyOf(await revisionView(year.app, planner(), other.code, id))).toBe('revision-absent')
    expect((await revisionView(year.app, executive, year.code, id)).ok).toBe(true)
    expect(
      whyOf(
        await adoptRevision(year.app, executive, year.code, id, {
          decidedOn: '',
          decidedBy: '',
          seen: 0,
          confirmed: false,
        }),
      ),
    ).toBe('not-permitted')
    await withdrawRevision(year.app, planner(), year.code, id, '見合わせる')
  })
})

describe('改訂を決めると', () => {
  test('新しい版になり、旧版はそのまま残って、もう変えられない。二つ目の案は重ね直して決める', async () => {
    const base = (await editionOf(year.editionId))?.content
    const mine = await start('白川市総合戦略（改訂版）')
    const theirs = await start('白川市総合戦略（改訂案）')
    expect((await view(mine)).others.map(({ id }) => id)).toEqual([theirs])
    const [first, second] = indicatorsOf(await view(mine))
    if (!first || !second) throw new Error('no indicators')
    valueIn(await set(mine, first, { 'targets.0.raw': '50件' }))
    valueIn(await set(theirs, first, { 'targets.0.raw': '60件' }))
    valueIn(await set(theirs, second, { name: '催しの来場者数' }))

    const { revision } = (await view(mine)).revision
    const asked = { decidedOn: '2026-03-25', decidedBy: '市議会', seen: revision, confirmed: true }
    const attempt = (given: Partial<typeof asked>) =>
      adoptRevision(year.app, planner(), year.code, mine, { ...asked, ...given })
    expect(whyOf(await attempt({ seen: revision - 1 }))).toBe('revision-moved-meanwhile')
    expect(whyOf(await attempt({ decidedOn: '2026-02-30' }))).toBe('revision-day-unreadable')
    expect(whyOf(await attempt({ decidedBy: ' ' }))).toBe('revision-body-needed')
    const adopted = valueIn(await attempt({}))
    if (adopted.kind !== 'adopted') throw new Error(adopted.kind)

    const next = await editionOf(adopted.editionId)
    const old = await editionOf(year.editionId)
    expect(next?.history).toMatchObject({
      number: 2,
      basedOn: year.editionId,
      decidedOn: '2026-03-25',
      decidedBy: '市議会',
    })
    expect(next?.lastYear).toBe(2026)
    expect(next?.content.indicators[0]?.targets[0]?.raw).toBe('50件')
    expect(next?.content.indicators[0]?.actuals).toEqual(first.actuals)
    expect(old?.content).toEqual(base)
    expect(old?.history?.supersededBy).toBe(adopted.editionId)
    expect(next?.sources).toEqual(old?.sources)
    expect(whyOf(await startRevision(year.app, planner(), year.code, year.editionId, heading('x')))).toBe(
      'edition-superseded',
    )
    await expect(
      year.app.store.write(year.code, { by: '試験', at: year.app.now(), newId: year.app.newId }, async (tx) =>
        tx.editions.revise(old as NonNullable<typeof old>, { ...base, indicators: [] } as never, {
          act: 'actual-revised',
          subject: {},
        }),
      ),
    ).rejects.toThrow('superseded')

    expect((await view(theirs)).isBehind).toBe(true)
    expect(whyOf(await adopt(theirs))).toBe('revision-base-superseded')
    expect(valueIn(await rebaseRevision(year.app, planner(), year.code, theirs))).toEqual({ conflicts: 1 })
    const rebased = await view(theirs)
    expect(rebased.left.conflicts).toMatchObject([{ why: 'changed-meanwhile', change: { field: 'targets' } }])
    expect(whyOf(await adopt(theirs))).toBe('revision-conflicts-left')
    const change = rebased.left.conflicts[0]?.change.id ?? ''
    valueIn(await settleConflict(year.app, planner(), year.code, theirs, change, 'mine'))
    expect((await view(theirs)).left.conflicts).toEqual([])
    const second2 = valueIn(await adopt(theirs))
    expect(second2.kind).toBe('adopted')
    const last = await editionOf(await currentId())
    expect(last?.history?.number).toBe(3)
    expect(last?.title).toBe('白川市総合戦略（改訂案）')
    expect(last?.content.indicators.slice(0, 2).map(({ name, targets }) => [name, targets[0]?.raw])).toEqual([
      [first.name, '60件'],
      ['催しの来場者数', second.targets[0]?.raw],
    ])
    expect(whyOf(await set(theirs, first, { name: 'x' }))).toBe('revision-adopted')
    const list = valueIn(await revisionsView(year.app, planner(), year.code))
    expect(list.startable.map(({ id }) => id)).toEqual([last?.id])
  })

  test('監査記録に、決めたことと変更のすべてが残り、鎖が合う', async () => {
    const entries = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 200 }))
    const adoptions = entries.filter(({ act }) => act === 'revision-adopted')
    expect(adoptions).toHaveLength(2)
    expect(adoptions[1]?.after).toMatchObject({ decidedBy: '市議会' })
  })
})

test('評価のない案には、見直しの案もない', async () => {
  const id = await start('白川市総合戦略（次の改訂）', await currentId())
  const [first] = indicatorsOf(await view(id))
  expect((await view(id)).grading.proposals).toEqual([])
  expect(
    whyOf(
      await decideProposal(year.app, planner(), year.code, id, {
        indicatorId: first?.id ?? '',
        decision: 'accepted',
        reason: '',
        typed: {},
        shown: {},
        seen: 0,
        confirmed: false,
      }),
    ),
  ).toBe('revision-proposal-absent')
})

describe('評価から出る案を', () => {
  const scale = {
    id: 'four',
    name: '四段階',
    grades: [
      { code: 'A', label: 'A', meaning: '90％以上', symbol: 'A', rule: { on: 'rate', from: '90' } },
      { code: 'B', label: 'B', meaning: '85％以上', symbol: 'B', rule: { on: 'rate', from: '85' } },
      { code: 'C', label: 'C', meaning: '70％以上', symbol: 'C', rule: { on: 'rate', from: '70' } },
      { code: 'D', label: 'D', meaning: '70％未満', symbol: 'D', rule: { on: 'rate' } },
    ],
    outside: [],
  }
  let id: string
  const proposals = async () => (await view(id)).grading.proposals
  const decide = async (
    grade: string,
    given: {
      decision: 'accepted' | 'changed' | 'refused'
      reason?: string
      typed?: Typed
      seen?: number
      confirmed?: boolean
    },
  ) => {
    const indicator = (await proposals()).find((proposal) => proposal.grade.code === grade)?.indicator
    if (!indicator) throw new Error(`no ${grade}`)
    const now = (await view(id)).draft.content.indicators.find((each) => each.id === indicator.id)
    return decideProposal(year.app, planner(), year.code, id, {
      indicatorId: indicator.id,
      reason: '',
      typed: {},
      shown: typedOf('indicator', now ?? indicator),
      seen: 0,
      confirmed: false,
      ...given,
    })
  }

  beforeAll(async () => {
    const current = await currentId()
    valueIn(await gradeSample(year.app, year.code, current, { year: 2023, fromYear: 2023, scale }))
    const started = await startRevision(year.app, planner(), year.code, current, {
      ...heading('白川市総合戦略（評価による改訂）'),
      gradedYear: '2023',
    })
    id = valueIn(started).id
  })

  test('受け入れれば目標の変更になり、よりどころは評価、理由は決まりのことば。実績を超えない目標は確かめる', async () => {
    const asked = valueIn(await decide('A', { decision: 'accepted', typed: { 'targets.0.raw': '60％' } }))
    expect(asked).toMatchObject({ kind: 'asks', asks: [{ code: 'revision-ask-reached-more' }] })
    expect((await view(id)).decisions).toEqual([])
    expect(valueIn(await decide('A', { decision: 'accepted', typed: { 'targets.0.raw': '75％' } }))).toEqual({
      kind: 'decided',
      next: 'stay',
    })
    const at = await view(id)
    const change = at.changes.find(({ field }) => field === 'targets')
    const rule = at.grading.policies.find(({ grade }) => grade === 'A')?.words
    expect(change).toMatchObject({ ground: { kind: 'grade', year: 2023, grade: 'A' }, reason: rule })
    expect(at.left.undecided.some(({ grade }) => grade.code === 'A' && at.decisions.length === 0)).toBe(false)
  })

  test('目標を書かずに受け入れたら、直す頁か、代わりの指標を入れる頁へ', async () => {
    expect(valueIn(await decide('D', { decision: 'accepted' }))).toEqual({ kind: 'decided', next: 'replace' })
    expect(valueIn(await decide('C', { decision: 'changed', reason: '名を改める' }))).toEqual({
      kind: 'decided',
      next: 'edit',
    })
    const { left } = await view(id)
    expect(left.unchanged.map(({ grade }) => grade.code).toSorted()).toEqual(['C', 'D'])
  })

  test('退けるには理由が要る。ほかの人の決めのあとは、その決めを示して書かない', async () => {
    expect(whyOf(await decide('B', { decision: 'refused' }))).toBe('revision-refusal-reason')
    valueIn(await decide('B', { decision: 'refused', reason: '来年度に見直す' }))
    expect(valueIn(await decide('B', { decision: 'accepted', seen: 0 }))).toMatchObject({
      kind: 'decided-meanwhile',
      theirs: { decision: 'refused', reason: '来年度に見直す' },
    })
    valueIn(await decide('B', { decision: 'refused', reason: '見直さない', seen: 1 }))
  })

  test('残っていることは、決める前に確かめる。決めると区分と決まりは新しい版に続き、評価は前の版に残る', async () => {
    const { revision } = (await view(id)).revision
    const asked = { decidedOn: '2026-03-25', decidedBy: '推進本部', seen: revision, confirmed: false }
    const outcome = valueIn(await adoptRevision(year.app, planner(), year.code, id, asked))
    expect(outcome.kind === 'asks' && outcome.asks.map(({ code }) => code)).toContain('revision-left-unchanged')
    const done = valueIn(await adoptRevision(year.app, planner(), year.code, id, { ...asked, confirmed: true }))
    if (done.kind !== 'adopted') throw new Error(done.kind)
    const kept = await year.app.store.read(year.code, async (tx) => ({
      scales: (await tx.scales.of(done.editionId)).map(({ scale: { name }, fromYear }) => [name, fromYear]),
      policies: (await tx.policies.of(done.editionId)).policies.length,
      years: await tx.evaluationYears.of(done.editionId),
    }))
    expect(kept).toEqual({ scales: [['四段階', 2023]], policies: 4, years: [] })
    // 前の版の評価も、次の案のもとにできる。
    const next = await startRevision(year.app, planner(), year.code, done.editionId, {
      ...heading('白川市総合戦略（その次）'),
      gradedYear: '2023',
    })
    expect((await view(valueIn(next).id)).grading.proposals.length).toBeGreaterThan(0)
  })
})

test('もとの図書をもう一度取り込んでも、いまの版に着き、改訂の前には戻らない', async () => {
  const [old, current] = [await editionOf(year.editionId), await currentId()]
  const sha256 = old?.sources[0]?.sha256 ?? ''
  const kept = await year.app.store.read(year.code, (tx) => tx.sources.get(sha256))
  if (!kept?.content) throw new Error('no source')
  const opened = valueIn(await openDocument('一覧表.csv', kept.content))
  const draft = valueIn(readPlan(opened))
  const again = valueIn(
    await adoptRead(year.app.store, { draft, content: kept.content }, year.code, {
      by: '試験',
      at: year.app.now(),
      newId: year.app.newId,
    }),
  )
  expect(again).toMatchObject({ editionId: current, outcome: 'unchanged' })
})
