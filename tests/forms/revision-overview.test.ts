import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { differing, factsOf } from './facts.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'
import { adoptedSample, adoptedSeed, fileOf, readAgain, reportOf, seedPath } from './round-trip.ts'

const withContent = (edition: Edition, change: Partial<PlanContent>): Edition => ({
  ...edition,
  content: { ...edition.content, ...change },
})

const cases = [
  { name: '見本', here: true, adopt: () => adoptedSample('052124-daisen') },
  {
    name: '図書そのもの（../shared/seeds にあるときだけ）',
    here: seedPath('002') !== undefined,
    adopt: () => adoptedSeed('002', '052124'),
  },
]

for (const { name, here, adopt } of cases)
  describe.skipIf(!here)(`大仙市の改訂概要・${name}`, () => {
    let edition: Edition
    beforeAll(async () => {
      edition = await adopt()
    })

    test('Excel をもう一度読むと、評価の数（空欄も）・見直し基準・指標数・変更・項目が、一つ残らず同じ', async () => {
      const facts = factsOf(edition.content)
      expect([facts['grades.1.counts.A'], facts['grades.1.counts.D']]).toEqual([8, null])
      expect(edition.content.revisionItems.length).toBe(35)
      const again = await readAgain(edition, 'revision-overview')
      expect(differing(edition.content, again)).toEqual({})
      expect([again.plan.form, again.plan.title, again.municipality.name]).toEqual([
        'revision-overview',
        edition.title,
        '大仙市',
      ])
    })

    test('資料番号・時点・気づきを載せても、読みなおした中身は同じ', async () => {
      const choices = { documentNumber: '資料２', asOf: '令和5年3月末現在', findings: true }
      expect(differing(edition.content, await readAgain(edition, 'revision-overview', choices))).toEqual({})
    })

    test('PDF の字に、すべての数と文がある', async () => {
      const report = reportOf(edition, 'revision-overview')
      const text = (await pdfTextWithoutSpaces(await fileOf(report, 'pdf'))).join('')
      const { grades, revisionRules, revisionItems, nodes } = edition.content
      const words = [
        ...grades.map(({ class: kind }) => kind),
        ...revisionRules.flatMap(({ rule, changes }) => [...rule, ...changes]),
        ...revisionItems.flatMap((item) => [item.package, item.text]),
        ...nodes.flatMap((node) => [node.title, node.text ?? '']),
      ]
      expect(words.map(withoutSpaces).filter((word) => !text.includes(word))).toEqual([])
      // 数は、行の升目を並べた形で探す。ほかの数に紛れない。
      const rows = grades.map(({ class: kind, counts }) =>
        withoutSpaces(
          `${kind}${Object.values(counts)
            .map((count) => count ?? '―')
            .join('')}`,
        ),
      )
      expect(rows.filter((row) => !text.includes(row))).toEqual([])
      const ruled = revisionRules.map(({ rule, count }) => withoutSpaces(`${rule.at(-1) ?? ''}${count ?? '―'}`))
      expect(ruled.filter((row) => !text.includes(row))).toEqual([])
    })
  })

describe('一字でも変えれば、そこだけが違う', () => {
  let edition: Edition
  beforeAll(async () => {
    edition = await adoptedSample('052124-daisen')
  })

  const changed = async (change: (content: PlanContent) => Partial<PlanContent>) =>
    differing(edition.content, await readAgain(withContent(edition, change(edition.content)), 'revision-overview'))

  test('A評価の 8 を 9 に', async () => {
    expect(
      await changed(({ grades }) => ({
        grades: grades.map((row, index) => (index === 1 ? { ...row, counts: { ...row.counts, A: 9 } } : row)),
      })),
    ).toEqual({ 'grades.1.counts.A': [8, 9] })
  })

  test('空欄を 0 に（空欄とゼロは違う）', async () => {
    expect(
      await changed(({ grades }) => ({
        grades: grades.map((row, index) => (index === 0 ? { ...row, counts: { ...row.counts, D: 0 } } : row)),
      })),
    ).toEqual({ 'grades.0.counts.D': [null, 0] })
  })

  test('印刷された合計を 18 から 19 に。足した数の行が添えられても、合計として読むのは印刷された数', async () => {
    expect(
      await changed(({ grades }) => ({
        grades: grades.map((row) =>
          row.total && row.class === 'KPI' ? { ...row, counts: { ...row.counts, A: 19 } } : row,
        ),
      })),
    ).toEqual({ 'grades.9.counts.A': [18, 19] })
  })

  test('修正指標数の 14 を空欄に、変更の文の 1指標 を 2指標 に', async () => {
    expect(
      await changed(({ revisionRules }) => ({
        revisionRules: revisionRules.map((rule) => ({
          ...rule,
          count: rule.grade === 'A' ? null : rule.count,
          changes:
            rule.grade === 'B'
              ? rule.changes.map((text) => text.replace('名の修正 ・・・ 1', '名の修正 ・・・ 2'))
              : rule.changes,
        })),
      })),
    ).toEqual({
      'revisionRules.0.count': [14, null],
      'revisionRules.1.changes.1': ['指標名の修正 ・・・ 1指標', '指標名の修正 ・・・ 2指標'],
    })
  })

  test('主な変更内容の一字、節の文の一字', async () => {
    const difference = await changed(({ revisionItems, nodes }) => ({
      revisionItems: revisionItems.map((item) => ({ ...item, text: item.text.replace('「第3期移住', '「第4期移住') })),
      nodes: nodes.map((node) => ({ ...node, text: node.text?.replace('第2次大仙市環境', '第3次大仙市環境') ?? null })),
    }))
    expect(Object.keys(difference)).toEqual(['nodes.18.text', 'revisionItems.7.text'])
  })
})
