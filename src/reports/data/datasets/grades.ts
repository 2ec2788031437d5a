import { countedGrades } from '#domain/evaluation/counted-grades.ts'
import type { GradeCount } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import type { Alongside } from '../../alongside.ts'
import { countColumns, editionColumns, outlineColumns, placeColumn, yearColumns, yesNo } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'
import { plainCharacters } from '../plain-characters.ts'

type Row = GradeCount & { readonly grade: string; readonly count: number | null }

/** 評価ごとの数。クロス表の升目一つに一行。 */
export const grades = datasetMaker<Row>(
  {
    name: 'grades',
    title: '評価ごとの数',
    description:
      '基本目標・種別・評価ごとの指標の数。一行が表の升目一つ（縦持ち）。図書の合計の行は is_total が 1 なので、足すときは除く',
  },
  [
    ...editionColumns,
    ...outlineColumns,
    column('class', '指標の種別', 'word', '数値目標・KPI など、図書のことば', (row) => row.class),
    ...yearColumns<Row>(({ year }) => year ?? null, '評価した実績の年度が書かれていない'),
    column('is_total', '合計の行か', 'code', '図書に印刷された合計の行', ({ total }) => yesNo(total), {
      codes: 'yes-no',
    }),
    column('grade', '評価', 'word', '評価の区分。意味は grade-meanings の表', ({ grade }) => grade),
    ...countColumns('指標の数', 'その評価の指標の数'),
    placeColumn,
  ],
  (edition, alongside) =>
    [...edition.content.grades, ...countedIn(edition, alongside)].flatMap((row) =>
      Object.entries(row.counts).map(([grade, count]) => ({
        ...row,
        grade,
        count,
        place: row.countPlaces?.[grade] ?? row.place,
      })),
    ),
)

/** しるべの中で確定した評価を数えたもの。図書にその年度の表があれば、図書の表だけ。 */
const countedIn = (edition: Edition, { graded }: Alongside): readonly GradeCount[] => {
  if (graded?.status !== 'closed' || edition.content.grades.some(({ year }) => year === graded.year)) return []
  return countedGrades(edition, graded).filter(({ total }) => !total)
}

type MeaningRow = { readonly grade: string; readonly meaning: string | null; readonly place: Place }

/** 評価の意味。図書の凡例から。表にある評価は、意味が書かれていなくても一行を持つ（L3-02）。 */
export const gradeMeanings = datasetMaker<MeaningRow>(
  {
    name: 'grade-meanings',
    title: '評価の意味',
    description: '評価の区分（A・◎ など）と、図書の凡例に書かれた意味。市の評価の符号表。一行が一つの評価',
  },
  [
    ...editionColumns,
    column('grade', '評価', 'word', '評価の区分', ({ grade }) => grade),
    column('meaning', '評価の意味', 'text', '図書の凡例に書かれた意味', ({ meaning }) => meaning, {
      blank: '図書に意味が書かれていない',
    }),
    placeColumn,
  ],
  (edition) => meaningsIn(edition),
)

/** 凡例に書かれた評価と、凡例になくても表で使われている評価。幅だけの違い（Ａ と A）は一つにする。 */
const meaningsIn = (edition: Edition): readonly MeaningRow[] => {
  const stated = (edition.content.legends ?? []).flatMap(({ marks, meanings, place }) =>
    marks.map((grade, at) => ({ grade, meaning: meanings[at] ?? null, place })),
  )
  const known = new Set(stated.map(spelled))
  const others = Map.groupBy(
    usedIn(edition).filter((row) => spelled(row) !== '' && !known.has(spelled(row))),
    spelled,
  )
  return [...stated, ...[...others.values()].flatMap(([first]) => first ?? [])]
}

const spelled = ({ grade }: MeaningRow): string => plainCharacters(grade, 'word')

const usedIn = ({ content }: Edition): readonly MeaningRow[] => [
  ...content.grades.flatMap(({ counts, place }) =>
    Object.keys(counts).map((grade) => ({ grade, meaning: null, place })),
  ),
  ...content.revisionRules.map(({ grade, place }) => ({ grade, meaning: null, place })),
  ...content.indicators.flatMap(({ printedGrades = [] }) =>
    printedGrades.map(({ printed, place }) => ({ grade: printed, meaning: null, place })),
  ),
  ...content.priorityGoals.flatMap(({ items }) =>
    items.flatMap(({ grade, place }) => (grade === null ? [] : [{ grade, meaning: null, place }])),
  ),
]
