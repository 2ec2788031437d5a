import type { RowGroup, Table } from '../report.ts'

/**
 * まとまりごとに、次のまとまりと頁を分けないか。帯はその下の一件と、帯のすぐ下の文（基本方針・事業等。表の端から端までの
 * 一升）もさらに下の一件と、小計・合計は上の一件と離さない。帯や文だけが、頁の終わりに残らないように。
 */
export const heldGroups = ({ groups, columns }: Pick<Table, 'groups' | 'columns'>): readonly boolean[] => {
  let underBand = false
  return groups.map((group, at) => {
    underBand = group.kind === 'band' || (underBand && isPassage(group, columns.length))
    const next = groups[at + 1]?.kind
    return underBand || next === 'subtotal' || next === 'total'
  })
}

const isPassage = ({ kind, rows }: RowGroup, columns: number): boolean =>
  kind === 'entry' && columns > 1 && rows.every(({ cells }) => cells.length === 1 && cells[0]?.columns === columns)
