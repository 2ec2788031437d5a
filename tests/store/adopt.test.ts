import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Indicator, PlanContent, PlanDraft } from '#domain/plan/draft.ts'
import type { Adoption } from '#store/adopt.ts'
import { aDraft, aFigure, anIndicator, aProject, aSource, someRules } from './a-draft.ts'
import { contentOf, withDraftIds } from './compare.ts'
import { engines, type Running } from './engines.ts'

const first = aSource('初め')
const corrected = aSource('直したもの')

/** 団体コードを一つずつ使い、試験どうしが混ざらないように。 */
let nextCode = 200000
const freshCode = () => String(nextCode++)

describe.each(engines)('案の取り込み（$name）', ({ start }) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running?.stop())

  const adoptResult = (
    draft: PlanDraft,
    source: Uint8Array | null,
    code: string,
    newId = () => crypto.randomUUID() as string,
  ) =>
    running.store.write(code, { by: '企画課 試', at: new Date('2026-04-01T09:30:00.123Z'), newId }, (tx) =>
      tx.editions.adopt(draft, source, someRules),
    )

  const adopt = async (draft: PlanDraft, source: Uint8Array | null, code: string): Promise<Adoption> => {
    const result = await adoptResult(draft, source, code)
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    return result.value
  }

  const editionOf = async (code: string, id: string) => {
    const edition = await running.store.read(code, (tx) => tx.editions.get(id))
    if (!edition) throw new Error('edition not found')
    return edition
  }

  test('取り込んだ版は、案と同じ中身になる（id のほかは一字も違わない）', async () => {
    const code = freshCode()
    const draft = aDraft(code)
    const { editionId, outcome, difference } = await adopt(draft, first, code)
    expect(outcome).toBe('new')
    expect(difference.changes.every(({ change }) => change === 'new')).toBe(true)
    const { content, ...heading } = await editionOf(code, editionId)
    expect(heading).toEqual({
      id: editionId,
      municipality: draft.municipality,
      ...draft.plan,
      rules: someRules,
      sources: [
        {
          sha256: draft.source.sha256,
          file: '計画.txt',
          bytes: first.byteLength,
          adoptedAt: '2026-04-01T09:30:00.123Z',
        },
      ],
      history: {
        planId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        number: 1,
        basedOn: null,
        supersededBy: null,
        supersededOn: null,
        decidedOn: null,
        decidedBy: null,
        frame: null,
      },
    })
    expect(withDraftIds(content, draft)).toEqual(contentOf(draft))
    expect(Object.keys(content.grades[0]?.counts ?? {})).toEqual(['完了', 'A', 'D'])
  })

  test('見出しと団体の一覧', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), first, code)
    expect(await running.store.read(code, (tx) => tx.editions.headings())).toMatchObject([
      {
        id: editionId,
        title: 'まち・ひと・しごと創生 総合戦略',
        form: 'progress-table',
        sources: [{ file: '計画.txt' }],
      },
    ])
    const listed = (await running.store.municipalities()).find((municipality) => municipality.code === code)
    expect(listed).toEqual({ code, name: `試市${code}`, plans: 1, dataVersion: 1, demonstration: false })
  })

  test('出典は、取り込んだバイト列のまま取り出せる', async () => {
    const code = freshCode()
    const draft = aDraft(code)
    await adopt(draft, first, code)
    const kept = await running.store.read(code, (tx) => tx.sources.get(draft.source.sha256))
    expect(kept?.record).toMatchObject({ file: '計画.txt', bytes: first.byteLength })
    expect(new Uint8Array(kept?.content ?? [])).toEqual(first)
    expect(await running.store.read(code, (tx) => tx.sources.get('0'.repeat(64)))).toBeUndefined()
  })

  test('同じファイルをもう一度取り込んでも、一行も変わらない', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), first, code)
    const before = await everyRow(running, code)
    const again = await adopt({ ...aDraft(code), source: { ...aDraft(code).source, file: '別の名.txt' } }, first, code)
    expect(again).toEqual({ editionId, outcome: 'unchanged', difference: { changes: [] } })
    expect(await everyRow(running, code)).toEqual(before)
  })

  test('直したファイルは違いを示し、id を変えずに書き換える', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), first, code)
    const before = await editionOf(code, editionId)
    const draft = aDraft(code, {}, corrected)
    const [kpi1, , kpi3] = draft.indicators as [Indicator, Indicator, Indicator]
    const next: PlanDraft = {
      ...draft,
      plan: { ...draft.plan, lastYear: 2020 },
      indicators: [
        anIndicator('added', { node: 'field-1', name: '移住の相談件数' }),
        { ...kpi1, actuals: [...kpi1.actuals.slice(0, 2), aFigure(2017, '32'), aFigure(2018, '40')] },
        { ...kpi3, repeatOf: kpi1.id },
      ],
      projects: draft.projects.map((project) => ({ ...project, indicators: [kpi1.id] })),
      notes: [],
    }
    const { editionId: same, outcome, difference } = await adopt(next, corrected, code)
    expect({ same, outcome }).toEqual({ same: editionId, outcome: 'updated' })
    const told = difference.changes.map(({ change, kind, name }) => `${change} ${kind} ${name}`)
    expect(told).toEqual([
      'changed heading まち・ひと・しごと創生 総合戦略',
      'new indicator 移住の相談件数',
      'changed indicator 指標 kpi-1',
      'gone indicator 講座の回数',
      'changed project 事業 project-1',
      'changed project 空き店舗の活用 補助',
    ])
    expect(difference.changes[2]).toMatchObject({
      fields: [
        { field: 'actuals', year: 2017, before: { raw: '31件' }, after: { raw: '32件' } },
        { field: 'actuals', year: 2018, before: null, after: { raw: '40件' } },
      ],
    })
    const after = await editionOf(code, editionId)
    expect(withDraftIds(after.content, next)).toEqual(contentOf(next))
    expect(after.lastYear).toBe(2020)
    expect(after.sources.map(({ sha256 }) => sha256)).toEqual([next.source.sha256, draft0(code)])
    expect(idsByName(after.content)).toMatchObject({
      '指標 kpi-1': idsByName(before.content)['指標 kpi-1'],
      '創業件数（再掲）': idsByName(before.content)['創業件数（再掲）'],
      しごとをつくる: idsByName(before.content).しごとをつくる,
      '事業 project-1': idsByName(before.content)['事業 project-1'],
      人材の育成: idsByName(before.content).人材の育成,
    })
  })

  test('載らなくなった行は残り、また載れば同じ id に戻る', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), first, code)
    const before = await editionOf(code, editionId)
    const without = aDraft(code, { projects: [], priorityGoals: [] }, corrected)
    const fewer = {
      ...without,
      indicators: without.indicators.slice(0, 1).map((entry) => ({ ...entry, project: null })),
      notes: [],
    }
    await adopt(fewer, corrected, code)
    expect((await editionOf(code, editionId)).content.projects).toEqual([])
    const kept = await running.superuser(
      'select name from project where municipality = $1 and withdrawn_at is not null',
      [code],
    )
    expect(kept).toHaveLength(2)
    const back = await adopt(aDraft(code), first, code)
    expect(back.outcome).toBe('updated')
    const after = await editionOf(code, editionId)
    expect(after.content).toEqual(before.content)
    expect(after.sources[0]?.sha256).toBe(aDraft(code).source.sha256)
  })

  test('所在だけが動いたファイルは、違いなしで新しい所在になる', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), first, code)
    const draft = aDraft(code, {}, corrected)
    const moved = { ...draft, indicators: draft.indicators.map((entry) => ({ ...entry, place: { line: 900 } })) }
    expect(await adopt(moved, corrected, code)).toEqual({
      editionId,
      adoptionId: expect.any(String),
      outcome: 'updated',
      difference: { changes: [] },
    })
    expect((await editionOf(code, editionId)).content.indicators.map(({ place }) => place)).toEqual(
      [900, 900, 900].map((line) => ({ line })),
    )
  })

  test('計画名の空白や全角が違うだけなら、同じ計画', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), first, code)
    const draft = aDraft(code)
    const again = await adopt(
      { ...draft, plan: { ...draft.plan, title: 'まち・ひと・しごと創生　総合戦略' } },
      first,
      code,
    )
    expect(again.editionId).toBe(editionId)
    const other = await adopt({ ...draft, plan: { ...draft.plan, title: '第2期 総合戦略' } }, first, code)
    expect(other).toMatchObject({ outcome: 'new' })
  })

  test('隣の団体の同じ計画とは混ざらない', async () => {
    const [one, two] = [freshCode(), freshCode()]
    const a = await adopt(aDraft(one), first, one)
    const b = await adopt(aDraft(two), first, two)
    expect(b).toMatchObject({ outcome: 'new' })
    expect(await running.store.read(two, (tx) => tx.editions.get(a.editionId))).toBeUndefined()
  })

  test('原本のない案も取り込め、あとから同じ原本が来れば預かる', async () => {
    const code = freshCode()
    const { editionId } = await adopt(aDraft(code), null, code)
    const sha256 = aDraft(code).source.sha256
    expect(await running.store.read(code, (tx) => tx.sources.get(sha256))).toMatchObject({
      content: null,
      record: { bytes: 0 },
    })
    expect(await adopt(aDraft(code), null, code)).toMatchObject({ outcome: 'unchanged' })
    expect(await adopt(aDraft(code), first, code)).toEqual({
      editionId,
      adoptionId: expect.any(String),
      outcome: 'updated',
      difference: { changes: [] },
    })
    expect(await adopt(aDraft(code), first, code)).toMatchObject({ outcome: 'unchanged' })
    expect(new Uint8Array((await running.store.read(code, (tx) => tx.sources.get(sha256)))?.content ?? [])).toEqual(
      first,
    )
  })

  test.each<[string, (draft: PlanDraft) => PlanDraft]>([
    ['municipality-differs', (draft) => ({ ...draft, municipality: { name: '隣市', code: '999999' } })],
    ['source-differs', (draft) => ({ ...draft, source: { ...draft.source, sha256: 'f'.repeat(64) } })],
    ['draft-id-twice', (draft) => ({ ...draft, nodes: [...draft.nodes, ...draft.nodes.slice(0, 1)] })],
    [
      'draft-reference-missing',
      (draft) => ({ ...draft, indicators: [anIndicator('x', { node: 'nowhere' })], projects: [] }),
    ],
    ['draft-reference-missing', (draft) => ({ ...draft, projects: [aProject('p', { indicators: ['nobody'] })] })],
    [
      'draft-value-not-decimal',
      (draft) => ({ ...draft, projects: [], indicators: [anIndicator('x', { baseline: aFigure(2014, '1,000') })] }),
    ],
    ['draft-text-unstorable', (draft) => ({ ...draft, instructions: ['前\0後'] })],
    ['draft-text-unstorable', (draft) => ({ ...draft, plan: { ...draft.plan, title: '崩れ\ud842' } })],
  ])('取り込めない案は断り、何も書かない: %s', async (code, spoil) => {
    const municipality = freshCode()
    const result = await adoptResult(spoil(aDraft(municipality)), first, municipality)
    expect(result).toMatchObject({ ok: false, problem: { code } })
    expect(await everyRow(running, municipality)).toEqual([])
  })

  test('途中で倒れた取り込みは、何も残さない', async () => {
    const code = freshCode()
    let ids = 0
    const failing = () => {
      if (++ids > 6) throw new Error('power cut')
      return crypto.randomUUID()
    }
    await expect(adoptResult(aDraft(code), first, code, failing)).rejects.toThrow('power cut')
    const laterFailure = running.store.write(
      code,
      { by: '試', at: new Date(), newId: () => crypto.randomUUID() },
      async (tx) => {
        await tx.editions.adopt(aDraft(code), first, someRules)
        throw new Error('second thoughts')
      },
    )
    await expect(laterFailure).rejects.toThrow('second thoughts')
    expect(await everyRow(running, code)).toEqual([])
    expect(await running.store.dataVersion(code)).toBe(0)
  })

  test('同じ案を同時に 8 人が取り込んでも、計画は一つ', async () => {
    const code = freshCode()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => adopt(aDraft(code), first, code)))
    expect(outcomes.filter(({ outcome }) => outcome === 'new')).toHaveLength(1)
    expect(new Set(outcomes.map(({ editionId }) => editionId)).size).toBe(1)
    expect(await running.store.verifyAudit(code)).toMatchObject({ ok: true, value: { entries: 1 } })
  })

  test('どんな文字も、書いたとおりに戻る', async () => {
    const code = freshCode()
    const storable = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => text.isWellFormed() && !text.includes('\0'))
    await fc.assert(
      fc.asyncProperty(storable, storable, async (name, raw) => {
        const indicator = anIndicator('x', { name, remarks: raw, baseline: aFigure(2014, '1', { raw, text: name }) })
        const draft = aDraft(code, { indicators: [indicator], projects: [], notes: [], instructions: [raw] })
        const { editionId } = await adopt(draft, first, code)
        expect(withDraftIds((await editionOf(code, editionId)).content, draft)).toEqual(contentOf(draft))
      }),
      { numRuns: 15 },
    )
  })

  test('取引の中で倉庫をもう一度呼ぶのは、書き手の誤り', async () => {
    const nested = running.store.read('011002', () => running.store.municipalities())
    await expect(nested).rejects.toThrow('use the tx')
    expect(await running.store.municipalities()).toBeInstanceOf(Array)
  })

  test('団体コードでないものを渡すのは、書き手の誤り', async () => {
    await expect(running.store.read(`1' or '1`, async () => 1)).rejects.toThrow('6 digits')
    await expect(running.store.dataVersion(`1' or '1`)).rejects.toThrow('6 digits')
  })
})

const draft0 = (code: string) => aDraft(code).source.sha256

/** この団体の、すべての表のすべての行。 */
const everyRow = async (running: Running, code: string): Promise<string[]> => {
  const tables = await running.superuser<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migration' order by 1`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) =>
      running.superuser<{ row: string }>(
        `select '${name} ' || to_json(t)::text as row from "${name}" t where municipality = $1 order by 1`,
        [code],
      ),
    ),
  )
  return rows.flat().map(({ row }) => row)
}

const idsByName = ({ nodes, indicators, projects, priorityGoals }: PlanContent): Record<string, string | undefined> =>
  Object.fromEntries([
    ...nodes.map(({ title, id }) => [title, id]),
    ...indicators.map(({ name, id }) => [name, id]),
    ...projects.map(({ name, id }) => [name, id]),
    ...priorityGoals.map(({ title, id }) => [title, id]),
  ])
