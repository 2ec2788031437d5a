import { ungradedCode } from '#domain/evaluation/counted-grades.ts'
import { sharesOf, totalOf } from '#domain/evaluation/grade-counts.ts'
import type { GradeCount } from '#domain/plan/draft.ts'
import { goalOver, goalsOf, nodeInWords, nodesById } from '#domain/plan/outline.ts'
import type { GradesView } from '#operations/evaluation/view-grades.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import { GradeWord } from './grade-word.tsx'

type Props = { frame: Frame; view: GradesView }

/** 基本目標 × 種類の数と割合（大仙市の表の形）。数から、その区分だけに絞った一覧へ。 */
export const CrossTable = ({ frame, view }: Props) => (
  <Scroll labelledby="cross">
    <table class="plain grades-cross">
      <thead>
        <tr>
          <th scope="col">{frame.t('counts.goal')}</th>
          <th scope="col">{frame.t('grades.class')}</th>
          <Heads frame={frame} view={view} />
        </tr>
      </thead>
      {[...Map.groupBy(view.counts, ({ node, total }) => (total ? 'total' : (node ?? 'other')))].map(([key, rows]) => (
        <tbody class={key === 'total' ? 'total' : undefined}>
          {rows.map((row, at) => (
            <CountRow frame={frame} view={view} row={row} rows={at === 0 ? rows.length : 0} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr class="total">
          <th scope="row" colspan={2}>
            {frame.t('grades.sum')}
          </th>
          <Cells frame={frame} view={view} counts={view.whole.counts} name={frame.t('grades.sum')} />
        </tr>
      </tfoot>
    </table>
  </Scroll>
)

const Heads = ({ frame, view: { codes, graded } }: Props) => (
  <>
    {codes.map((code) => (
      <th scope="col" class="n">
        {code === ungradedCode ? (
          frame.t('grades.ungraded')
        ) : (
          <GradeWord frame={frame} scale={graded.scales.indicator} code={code} />
        )}
      </th>
    ))}
    <th scope="col" class="n">
      {frame.t('grades.sum')}
    </th>
  </>
)

const CountRow = ({ frame, view, row, rows }: Props & { row: GradeCount; rows: number }) => {
  const { content } = view.edition
  const nodes = nodesById(content)
  const node = row.node === null ? undefined : nodes.get(row.node)
  const name = row.total ? frame.t('grades.total') : node ? nodeInWords(node) : frame.t('grades.other-goal')
  const goal = row.total ? undefined : goalOver(goalsOf(content), nodes, row.node)?.key
  return (
    <tr>
      {rows > 0 && (
        <th scope="rowgroup" rowspan={rows}>
          {node ? <Own frame={frame}>{name}</Own> : name}
        </th>
      )}
      <th scope="row">
        <Own frame={frame}>{row.class}</Own>
      </th>
      <Cells frame={frame} view={view} counts={row.counts} name={`${name} ${row.class}`} goal={goal} />
    </tr>
  )
}

type CellsProps = Props & { counts: GradeCount['counts']; name: string; goal?: string | undefined }

/** 数と割合。0 はつながない。 */
const Cells = ({ frame, view: { edition, codes, filter }, counts, name, goal }: CellsProps) => {
  const shares = sharesOf(counts)
  const to = (grade: string) =>
    `${frame.to.grades(edition.municipality.code, edition.id, undefined, { year: filter.year, goal, grade, department: 'all' })}#list`
  return (
    <>
      {codes.map((code) => (
        <td class="n">
          {counts[code] ? (
            <>
              <a
                href={to(code)}
                aria-label={frame.t('grades.count-link', {
                  goal: name,
                  class: '',
                  grade: code,
                  count: counts[code] ?? 0,
                })}
              >
                {counts[code]}
              </a>
              <small>({shares[code]}%)</small>
            </>
          ) : (
            <span class="grades-zero">0</span>
          )}
        </td>
      ))}
      <td class="n">{totalOf(counts) ?? 0}</td>
    </>
  )
}

/** 施策ごと（すべての節）の数。たたんでおく。 */
export const ByNode = ({ frame, view }: Props) =>
  view.byNode.length <= goalsOf(view.edition.content).length ? null : (
    <details class="grades-by-node">
      <summary>{frame.t('grades.by-node')}</summary>
      <Scroll label={frame.t('grades.by-node')}>
        <table class="plain grades-cross">
          <thead>
            <tr>
              <th scope="col">{frame.t('grades.kind-node')}</th>
              <Heads frame={frame} view={view} />
            </tr>
          </thead>
          <tbody>
            {view.byNode.map(({ node, counts }) => (
              <tr>
                <th scope="row">
                  <Own frame={frame}>
                    {node.parent !== null && <small>{node.level} </small>}
                    {nodeInWords(node)}
                  </Own>
                </th>
                {view.codes.map((code) => (
                  <td class="n">{counts[code] ?? 0}</td>
                ))}
                <td class="n">{totalOf(counts) ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
