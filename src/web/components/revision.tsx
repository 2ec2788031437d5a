import type { GradeCount, RevisionItem } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodeInWords, nodesById } from '#domain/plan/outline.ts'
import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'
import { Scroll } from './scroll.tsx'
import { SourceLink } from './source-link.tsx'

type Props = { frame: Frame; edition: Edition }

/** 改訂概要：評価のクロス表、評価ごとの見直し基準、パッケージごとの変更。 */
export const Revision = ({ frame, edition }: Props) => (
  <>
    <Grades frame={frame} edition={edition} />
    <Rules frame={frame} edition={edition} />
    <Changes frame={frame} edition={edition} />
  </>
)

const Grades = ({ frame, edition }: Props) => {
  const { grades } = edition.content
  if (grades.length === 0) return null
  const letters = [...new Set(grades.flatMap(({ counts }) => Object.keys(counts)))]
  return (
    <section aria-labelledby="grades">
      <h2 id="grades">{frame.t('revision.grades')}</h2>
      <Scroll labelledby="grades">
        <table class="plain grades" lang="ja">
          <thead lang={frame.lang}>
            <tr>
              <th scope="col">{frame.t('counts.goal')}</th>
              <th scope="col">{frame.t('revision.class')}</th>
              {letters.map((letter) => (
                <th scope="col" class="n">
                  {frame.t('revision.grade', { grade: letter })}
                </th>
              ))}
              <th scope="col" class="n">
                {frame.t('counts.all')}
              </th>
              <th scope="col">{frame.t('source.short')}</th>
            </tr>
          </thead>
          <tbody>
            {grades.map((row) => (
              <GradeRow frame={frame} edition={edition} row={row} letters={letters} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const GradeRow = ({ frame, edition, row, letters }: Props & { row: GradeCount; letters: readonly string[] }) => {
  const node = row.node === null ? undefined : nodesById(edition.content).get(row.node)
  const name = row.total ? frame.t('counts.total') : node ? nodeInWords(node) : ''
  return (
    <tr class={row.total ? 'total' : undefined}>
      <th scope="row">{name}</th>
      <td>{row.class}</td>
      {letters.map((letter) => (
        <td class="n">
          {row.counts[letter] ?? (
            <abbr class="none" title={frame.t('absence.blank')}>
              ―
            </abbr>
          )}
        </td>
      ))}
      <td class="n">{Object.values(row.counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)}</td>
      <td>
        <SourceLink frame={frame} edition={edition} place={row.place} />
      </td>
    </tr>
  )
}

const Rules = ({ frame, edition }: Props) => {
  const { revisionRules } = edition.content
  return revisionRules.length === 0 ? null : (
    <section aria-labelledby="rules">
      <h2 id="rules">{frame.t('revision.rules')}</h2>
      <Scroll labelledby="rules">
        <table class="plain" lang="ja">
          <thead lang={frame.lang}>
            <tr>
              <th scope="col">{frame.t('revision.grade-head')}</th>
              <th scope="col">{frame.t('revision.rule')}</th>
              <th scope="col" class="n">
                {frame.t('revision.count')}
              </th>
              <th scope="col">{frame.t('revision.changes')}</th>
              <th scope="col">{frame.t('source.short')}</th>
            </tr>
          </thead>
          <tbody>
            {revisionRules.map((rule) => (
              <tr>
                <th scope="row">{rule.grade}</th>
                <List texts={rule.rule} />
                <td class="n">
                  {rule.count ?? (
                    <abbr class="none" title={frame.t('absence.blank')}>
                      ―
                    </abbr>
                  )}
                </td>
                <List texts={rule.changes} />
                <td>
                  <SourceLink frame={frame} edition={edition} place={rule.place} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const List = ({ texts }: { texts: readonly string[] }) => (
  <td>
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  </td>
)

const Changes = ({ frame, edition }: Props) => {
  const { revisionItems, nodes } = edition.content
  if (revisionItems.length === 0) return null
  const byNode = Map.groupBy(revisionItems, ({ node }) => node)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{frame.t('revision.items')}</h2>
      {[...byNode].map(([id, items]) => {
        const node = nodes.find((each) => each.id === id)
        return (
          <>
            {node && (
              <h3>
                <Own frame={frame}>{nodeInWords(node)}</Own>
              </h3>
            )}
            <Packages frame={frame} edition={edition} items={items} />
          </>
        )
      })}
    </section>
  )
}

const Packages = ({ frame, edition, items }: Props & { items: readonly RevisionItem[] }) => (
  <dl class="packages" lang="ja">
    {[...Map.groupBy(items, (item) => item.package)].map(([name, its]) => (
      <>
        <dt>{name}</dt>
        <dd>
          <ul>
            {its.map((item) => (
              <li>
                {item.text} <SourceLink frame={frame} edition={edition} place={item.place} />
              </li>
            ))}
          </ul>
        </dd>
      </>
    ))}
  </dl>
)
