import { plainText } from '../language/plain-text.ts'
import type { Note, PlanDraft, PlanNode } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { groupsBy } from './figures.ts'

/** 見出しだけで中身のない節と、二通りに書かれた同じ見出し。 */
export const headingFindings = (draft: PlanDraft): Note[] => [...emptyHeadings(draft), ...differentTitles(draft)]

const emptyHeadings = ({ nodes, indicators, projects, revisionItems, grades }: PlanDraft): Note[] => {
  const used = new Set<string | null>([
    ...nodes.map(({ parent }) => parent),
    ...indicators.map(({ node }) => node),
    ...projects.flatMap(({ nodes: under }) => under),
    ...revisionItems.map(({ node }) => node),
    ...grades.map(({ node }) => node),
  ])
  // 戦略パッケージは、節の id ではなく名で変更内容と結ばれる（「(1)地場産業の振興」）。
  const packages = revisionItems.map((item) => plainText(item.package))
  return nodes
    .filter(({ id, text }) => !used.has(id) && text === null)
    .filter(({ title }) => !packages.some((name) => name.endsWith(plainText(title))))
    .map(({ id, title, place }) => note('warning', 'heading-empty', { title }, [place], [id]))
}

/** 同じ段・同じ番号で、親が違うかなく、題が少しだけ違うもの（くらし／暮らし）。番号が同じでも題がまるで違えば別の節。 */
const differentTitles = ({ nodes }: PlanDraft): Note[] =>
  groupsBy(nodes, ({ level, number }) => (number === null ? null : `${level} ${number}`)).flatMap((group) => {
    const [first, ...others] = group
    if (!first) return []
    return others
      .filter((other) => other.parent !== first.parent || other.parent === null)
      .filter((other) => plainText(other.title) !== plainText(first.title) && alike(first, other))
      .slice(0, 1)
      .map((other) =>
        note(
          'info',
          'heading-differs',
          { first: first.title, second: other.title },
          [first.place, other.place],
          [first.id, other.id],
        ),
      )
  })

const alike = (a: PlanNode, b: PlanNode): boolean => {
  const [short, long] = [plainText(a.title), plainText(b.title)].toSorted((x, y) => x.length - y.length)
  return short !== undefined && long !== undefined && commonLength(short, long) >= 0.85 * long.length
}

/** 最長共通部分列の長さ。見出しは短いので表で数える。 */
const commonLength = (a: string, b: string): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const next = [0]
    for (let at = 1; at <= b.length; at += 1)
      next.push(letter === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}
