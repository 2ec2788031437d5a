import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, goalOver, nodesById } from '#domain/plan/outline.ts'
import { editionGoals } from '#domain/plan/project-rows.ts'
import { type Place, placeInWords, unstatedPlace } from '#domain/provenance.ts'
import { calendarYearInWords, fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { ValueStatus } from './code-tables.ts'
import { type ColumnOf, column } from './dataset.ts'

/** どの表の頭にも置く列。行を一つ取り出しても、どの市の、どの計画のものか分かる（L2-02・L3-06）。 */
export const editionColumns: readonly ColumnOf<unknown>[] = [
  column(
    'municipality_code',
    '全国地方公共団体コード',
    'id',
    '総務省の 6 桁の団体コード（検査数字つき）。文字として扱う（頭の 0 を落とさない）',
    (_, { municipality }) => municipality.code,
  ),
  column(
    'standard_area_code',
    '標準地域コード',
    'id',
    '統計に用いる標準地域コード（5 桁）。団体コードから検査数字を除いたもの。文字として扱う',
    (_, { municipality }) => municipality.code.slice(0, 5),
  ),
  column(
    'municipality_name',
    '地方公共団体名',
    'name',
    '市区町村の正式な名',
    (_, edition) => edition.municipality.name,
  ),
  column('plan_id', '計画ID', 'id', 'plan の表と結ぶ', (_, { id }) => id),
]

type Placed = { readonly place: Place | undefined }

/** 出典の列。出典の図書は sources の表の先頭。 */
export const placeColumn: ColumnOf<Placed> = column(
  'source_place',
  '図書の中の所在',
  'name',
  '出典の図書（sources の表の、いちばん新しいもの）の何行目・どのセル・何頁か',
  ({ place }) => placeInWords(place ?? unstatedPlace),
)

/** 節と、その上の基本目標の列。 */
export const outlineColumns: readonly ColumnOf<{ readonly node: string | null }>[] = [
  column('node_id', '節ID', 'id', '属する節。nodes の表と結ぶ', ({ node }) => node, { blank: 'どの節にも属さない' }),
  column(
    'goal_key',
    '基本目標の番号',
    'word',
    '属する基本目標の番号。番号のない計画では節ID',
    ({ node }, edition) => goalIn(edition, node)?.key ?? null,
    { blank: 'どの基本目標にも属さない' },
  ),
  column(
    'goal_title',
    '基本目標の名',
    'name',
    '属する基本目標の題',
    ({ node }, edition) => goalIn(edition, node)?.title ?? null,
    { blank: 'どの基本目標にも属さない' },
  ),
]

/** 指標の列。値の表では、指標の表を引かなくても何の値か分かるように名も置く。 */
export const indicatorColumns: readonly ColumnOf<{ readonly indicator: Indicator }>[] = [
  column('indicator_id', '指標ID', 'id', 'indicators の表と結ぶ', ({ indicator }) => indicator.id),
  column('indicator_name', '指標名', 'name', '書かれたとおりの名', ({ indicator }) => indicator.name),
]

/** 年度の二つの列。`nameOfYear` は年度（既定）か暦年か。 */
export const yearColumns = <Row>(
  year: (row: Row) => number | null,
  blank: string,
  isCalendar: (row: Row) => boolean = () => false,
): readonly ColumnOf<Row>[] => [
  column(
    'year',
    '年度（西暦）',
    'integer',
    '年度の始まる西暦の年（令和5年度は 2023）。測った期間の種類が暦年の値では、その年',
    (row) => numberOr(year(row)),
    { blank, unit: '年' },
  ),
  column(
    'year_era',
    '年度（和暦）',
    'word',
    'year の列と同じ年の元号での呼び名。改元の年は新しい元号',
    (row) => {
      const at = year(row)
      if (at === null) return null
      return isCalendar(row) ? calendarYearInWords(at) : fiscalYearInWords({ startYear: at })
    },
    { blank },
  ),
]

export const numberOr = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

export const yesNo = (value: boolean): '1' | '0' => (value ? '1' : '0')

type Outline = { readonly nodes: ReadonlyMap<string, PlanNode>; readonly goals: Map<string | null, Goal | undefined> }

// 版は値であり変わらないので、節の引き方は一度だけ作る。値の表は、同じ節を何万行でも引く。
const outlines = new WeakMap<Edition, Outline>()

const outlineOf = (edition: Edition): Outline => {
  const known = outlines.get(edition)
  if (known) return known
  const outline = { nodes: nodesById(edition.content), goals: new Map() }
  outlines.set(edition, outline)
  return outline
}

export const nodeIn = (edition: Edition, id: string): PlanNode | undefined => outlineOf(edition).nodes.get(id)

/** その節の上の基本目標。 */
export const goalIn = (edition: Edition, node: string | null): Goal | undefined => {
  const { nodes, goals } = outlineOf(edition)
  if (!goals.has(node)) goals.set(node, goalOver(editionGoals(edition), nodes, node))
  return goals.get(node)
}

/** 表の升目に書かれた指標の数と、空欄かどうか。空欄はゼロではない（L1-09）。 */
export const countColumns = (
  title: string,
  description: string,
): readonly ColumnOf<{ readonly count: number | null }>[] => [
  column('count', title, 'integer', description, ({ count }) => numberOr(count), {
    blank: '升目が空欄。ゼロとは書かれていない（status の列）',
    unit: '指標',
  }),
  column(
    'status',
    '値の状態',
    'code',
    '数があるか、空欄か',
    ({ count }): ValueStatus => (count === null ? 'blank' : 'given'),
    { codes: 'value-status' },
  ),
]
