import { raw } from 'hono/html'
import type { CrossTable } from '#domain/evaluation/grade-counts.ts'
import { totalOf } from '#domain/evaluation/grade-counts.ts'
import type { GradeCount } from '#domain/plan/draft.ts'
import { nodeInWords, nodesById } from '#domain/plan/outline.ts'
import type { GoalShare, RevisionView } from '#operations/view-revision.ts'
import type { Frame } from '../frame.ts'
import { gradeBar } from './grade-bar.ts'
import { Own } from './own-words.tsx'
import { Scroll } from './scroll.tsx'
import { SourceLink } from './source-link.tsx'

type Props = { frame: Frame; view: RevisionView }

/** 評価のクロス表。印刷された行と合計、合わない合計は計算した数を添える。 */
export const GradeTable = ({ frame, view }: Props) => {
  const { tables, letters } = view
  return (
    <Scroll labelledby="grades">
      <table class="plain grades" lang="ja">
        <thead lang={frame.lang}>
          <tr>
            <th scope="col">{frame.t('revision.class')}</th>
            <th scope="col">{frame.t('counts.goal')}</th>
            {letters.map((letter) => (
              <th scope="col" class="n">
                {frame.t('revision.grade', { grade: letter })}
              </th>
            ))}
            <th scope="col" class="n">
              {frame.t('counts.all')}
            </th>
            <th scope="col" class="screen-only">
              {frame.t('source.short')}
            </th>
          </tr>
        </thead>
        {tables.map((table) => (
          <ClassRows frame={frame} view={view} table={table} />
        ))}
      </table>
    </Scroll>
  )
}

const ClassRows = ({ frame, view, table }: Props & { table: CrossTable }) => (
  <tbody>
    {table.rows.map((row, index) => (
      <GradeRow frame={frame} view={view} row={row} heads={index === 0 ? table.rows.length : 0} />
    ))}
    {table.stated && <GradeRow frame={frame} view={view} row={table.stated} heads={1} />}
    {(table.differences.length > 0 || !table.stated) && <SummedRow frame={frame} view={view} table={table} />}
  </tbody>
)

const GradeRow = ({ frame, view, row, heads }: Props & { row: GradeCount; heads: number }) => {
  const { edition, letters } = view
  const node = row.node === null ? undefined : nodesById(edition.content).get(row.node)
  return (
    <tr class={row.total ? 'total' : undefined}>
      {heads > 0 && (
        <th scope="rowgroup" rowspan={heads}>
          {row.class}
        </th>
      )}
      <th scope="row">
        {row.total ? <span lang={frame.lang}>{frame.t('revision.printed-total')}</span> : node && nodeInWords(node)}
      </th>
      {letters.map((letter) => (
        <td class="n">
          <Count frame={frame} count={row.counts[letter] ?? null} />
        </td>
      ))}
      <td class="n">
        <Count frame={frame} count={totalOf(row.counts)} />
      </td>
      <td class="screen-only">
        <SourceLink frame={frame} edition={edition} place={row.place} />
      </td>
    </tr>
  )
}

/** 行を足した数。印刷された合計と違うとき、または合計が印刷されていないとき。 */
const SummedRow = ({ frame, view: { letters }, table }: Props & { table: CrossTable }) => (
  <tr class="total summed">
    <th scope="rowgroup">{table.class}</th>
    <th scope="row" lang={frame.lang}>
      {frame.t(table.stated ? 'revision.summed-differs' : 'revision.summed')}
    </th>
    {letters.map((letter) => (
      <td class="n">
        <Count frame={frame} count={table.summed[letter] ?? null} />
      </td>
    ))}
    <td class="n">
      <Count frame={frame} count={totalOf(table.summed)} />
    </td>
    <td class="screen-only" />
  </tr>
)

/** 空欄はゼロではない。 */
const Count = ({ frame, count }: { frame: Frame; count: number | null }) =>
  count === null ? (
    <abbr class="none" title={frame.t('absence.blank')}>
      ―
    </abbr>
  ) : (
    <span>{count}</span>
  )

/** 基本目標ごとの評価割合。数と構成比と、同じことを言う帯。 */
export const GoalShares = ({ frame, view }: Props) => {
  const { goals, whole, letters } = view
  return (
    <Scroll labelledby="shares">
      <table class="plain grades" lang="ja">
        <thead lang={frame.lang}>
          <tr>
            <th scope="col">{frame.t('counts.goal')}</th>
            <th scope="col" class="bar">
              <span class="unseen">{frame.t('counts.share')}</span>
            </th>
            {letters.map((letter) => (
              <th scope="col" class="n">
                {frame.t('revision.grade', { grade: letter })}
              </th>
            ))}
            <th scope="col" class="n">
              {frame.t('counts.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <ShareRow frame={frame} letters={letters} share={goal} name={goal.node ? nodeInWords(goal.node) : ''} />
          ))}
        </tbody>
        <tfoot>
          <ShareRow frame={frame} letters={letters} share={whole} name={frame.t('counts.total')} total />
        </tfoot>
      </table>
    </Scroll>
  )
}

type ShareProps = {
  frame: Frame
  letters: readonly string[]
  share: Omit<GoalShare, 'node'>
  name: string
  total?: boolean
}

const ShareRow = ({ frame, letters, share, name, total = false }: ShareProps) => (
  <tr class={total ? 'total' : undefined}>
    <th scope="row" lang={total ? frame.lang : undefined}>
      {name}
    </th>
    <td class="bar">{raw(gradeBar(share.counts, letters))}</td>
    {letters.map((letter) => (
      <td class="n">
        <Count frame={frame} count={share.counts[letter] ?? null} />
        {share.shares[letter] != null && <small> ({share.shares[letter]}%)</small>}
      </td>
    ))}
    <td class="n">
      <Count frame={frame} count={share.total} />
    </td>
  </tr>
)

/** 評価ごとの見直し基準と、修正の数・内容。 */
export const Rules = ({ frame, view: { edition, rules } }: Props) => (
  <Scroll labelledby="rules">
    <table class="plain rules" lang="ja">
      <thead lang={frame.lang}>
        <tr>
          <th scope="col">{frame.t('revision.grade-head')}</th>
          <th scope="col">{frame.t('revision.rule')}</th>
          <th scope="col" class="n">
            {frame.t('revision.count')}
          </th>
          <th scope="col">{frame.t('revision.changes')}</th>
          <th scope="col" class="screen-only">
            {frame.t('source.short')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr>
            <th scope="row">{rule.grade}</th>
            <List texts={rule.rule} />
            <td class="n">
              <Count frame={frame} count={rule.count} />
            </td>
            <List texts={rule.changes} />
            <td class="screen-only">
              <SourceLink frame={frame} edition={edition} place={rule.place} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)

const List = ({ texts }: { texts: readonly string[] }) => (
  <td>
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  </td>
)

/** 戦略パッケージごとの主な変更。基本目標の下に並べる。 */
export const Changes = ({ frame, view: { edition, changes } }: Props) => (
  <>
    {changes.map(({ node, packages }, index) => (
      <>
        {node && (
          <h3 id={`changes-${index + 1}`}>
            <Own frame={frame}>{nodeInWords(node)}</Own>
          </h3>
        )}
        <dl class="packages" lang="ja">
          {packages.map(({ name, items }) => (
            <>
              <dt>{name}</dt>
              <dd>
                <ul>
                  {items.map((item) => (
                    <li>
                      {item.text} <SourceLink frame={frame} edition={edition} place={item.place} />
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          ))}
        </dl>
      </>
    ))}
  </>
)
