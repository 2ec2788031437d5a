import type { EditionScale, EvaluationYear, RevisionPolicy } from '#domain/evaluation/evaluation.ts'
import { type GradedPlan, gradedPlan } from '#domain/evaluation/graded-plan.ts'
import { daisenPolicies } from '#domain/evaluation/presets/policies.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { aNode, anAdd, aRemoval, aSet, contentOf, indicatorIn, projectIn } from '#domain/revision/a-plan-content.ts'
import type { ComparedChange } from '#domain/revision/comparison.ts'
import { draftOf } from '#domain/revision/draft-edition.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import type { Alongside } from '#reports/alongside.ts'

// 試験のための改訂：現行の版と、そのあいだの変更、評価。名も数も実在しない。

const target = (text: string, year = 2024) => [readFigure(text, { year, place: { line: 1 } })]

const nodes = [
  aNode('n1', null, {
    number: '1',
    title: '地域の産業を育て、働く場をつくる',
    text: '本市の農業は基幹産業です。若い担い手が減っています。販路の拡大を支えます。',
  }),
  aNode('n11', 'n1', {
    number: '1',
    title: '農業の振興',
    text: '○スマート農業の普及\n○森林の適正な管理\n○新たな担い手の確保',
  }),
  aNode('n12', 'n1', { number: '2', title: '商業の振興', text: '空き店舗の活用を進めます。' }),
  aNode('n2', null, { number: '2', title: '人の流れをつくる', text: null }),
  aNode('n21', 'n2', {
    number: '1',
    title: '移住の促進',
    text: '令和6年度までに200人の移住を目指し、相談窓口を設けます。',
  }),
  aNode('n22', 'n2', { number: '2', title: '観光の振興', text: 'パンフレットを配布します。' }),
]

const indicators = [
  indicatorIn('n11', 'i1', { name: '新規就農者数（年間）', target: '30人', actuals: { 2022: '36人' } }),
  indicatorIn('n12', 'i2', { name: '創業件数', target: '45件', actuals: { 2022: '47件' } }),
  indicatorIn('n21', 'i3', { name: '移住者数', target: '200人', actuals: { 2022: '120人' } }),
  indicatorIn('n22', 'i4', { name: '宿泊者数', target: '100千人', actuals: { 2022: '41千人' } }),
]

export const baseOfRevision: Edition = {
  ...sampleEdition('052124-daisen'),
  title: '第2期見本市総合戦略',
  firstYear: 2020,
  lastYear: 2024,
  content: contentOf({
    nodes,
    indicators,
    projects: [
      projectIn(['n11'], 'p1', { name: '担い手育成事業', content: '研修を開く。' }),
      projectIn(['n12'], 'p2', { name: '商店街活性化事業' }),
    ],
  }),
}

const because = (
  change: ComparedChange,
  reason: string,
  ground: ComparedChange['ground'] = { kind: 'other' },
): ComparedChange => ({ ...change, reason, ground })
const graded = (grade: string) => ({ kind: 'grade', year: 2022, grade }) as const

/** 本文・並べ替え・改称・移動・新設・廃止・目標・名・代替指標・事業の、それぞれの変更。 */
export const changesOfRevision: readonly ComparedChange[] = [
  because(
    aSet(
      'node',
      'n1',
      'text',
      nodes[0]?.text,
      '本市の農業は基幹産業です。次の時代を支える担い手が減っています。販路の拡大を支えます。',
    ),
    '人材の状況を更新',
  ),
  because(
    aSet('node', 'n11', 'text', nodes[1]?.text, '○新たな担い手の確保と育成\n○スマート農業の普及\n○森林の適正な管理'),
    '「スマート農業」に関する取組を追加',
  ),
  aSet('node', 'n12', 'title', '商業の振興', '商業・サービス業の振興'),
  aSet('node', 'n22', 'parent', 'n2', 'n1'),
  aSet('node', 'n21', 'text', nodes[4]?.text, '令和8年度までに260人の移住を目指し、相談窓口と体験住宅を設けます。'),
  because(
    anAdd(
      'node',
      aNode('n23', 'n2', { number: '3', title: '関係人口の創出', text: 'ふるさと納税を通じたつながりを広げます。' }),
    ),
    '関係人口に関する節を新たに設ける',
    { kind: 'instruction', instructionId: 'x' },
  ),
  because(aSet('indicator', 'i2', 'targets', indicators[1]?.targets, target('60件')), '目標を超えたため', graded('A')),
  because(
    aSet('indicator', 'i1', 'name', '新規就農者数（年間）', '新規就農者数（累計）'),
    '測り方をそろえる',
    graded('A'),
  ),
  because(aSet('indicator', 'i1', 'targets', indicators[0]?.targets, target('150人')), '測り方をそろえる', graded('A')),
  because(
    anAdd('indicator', indicatorIn('n22', 'i5', { name: '観光消費額', target: '12億円' }), 'i4'),
    '宿泊者数では滞在の質を測れないため',
    graded('D'),
  ),
  because(aRemoval('indicator', indicators[3] as { id: string }), '', graded('D')),
  aSet('project', 'p1', 'content', '研修を開く。', '研修を開き、農地をあっせんする。'),
  because(aRemoval('project', { id: 'p2', name: '商店街活性化事業' } as { id: string }), '国の制度の終了による'),
  because(aSet('plan', 'plan', 'title', '第2期見本市総合戦略', '第2期見本市総合戦略（改訂版）'), ''),
]

export const revisedEdition: Edition = draftOf(
  baseOfRevision,
  { kind: 'revision', title: '第2期見本市総合戦略（改訂版）', firstYear: 2020, lastYear: 2026, frame: null },
  changesOfRevision,
).draft

const scale: EditionScale = {
  id: 's',
  editionId: baseOfRevision.id,
  subject: 'indicator',
  fromYear: 2020,
  revision: 1,
  scale: {
    id: 's',
    name: 'A～D',
    grades: [
      { code: 'A', label: '達成', meaning: '', symbol: 'A', rule: { on: 'rate', from: '100' } },
      { code: 'B', label: '順調', meaning: '', symbol: 'B', rule: { on: 'rate', from: '80' } },
      { code: 'C', label: '遅れ', meaning: '', symbol: 'C', rule: { on: 'rate', from: '50' } },
      { code: 'D', label: '大幅な遅れ', meaning: '', symbol: 'D', rule: { on: 'rate' } },
    ],
    outside: [],
  },
}

const evaluationYear: EvaluationYear | null = null

export const gradedBase: GradedPlan = gradedPlan(baseOfRevision, 2022, {
  scales: [scale],
  evaluations: [],
  evaluationYear,
})

export const policiesOfRevision: readonly RevisionPolicy[] = daisenPolicies

export const alongsideRevision: Alongside = {
  graded: gradedBase,
  revised: { base: baseOfRevision, changes: changesOfRevision, policies: policiesOfRevision },
}
