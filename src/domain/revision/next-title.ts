/**
 * 次の期の題の案。「第2期」は「第3期」にし、期の書かれていない題には「第2期」を添える。
 *
 * @example nextTitle('第２期小千谷市総合戦略（改訂版）') // → '第3期小千谷市総合戦略'
 */
export const nextTitle = (title: string): string => {
  const bare = title.replace(/[（(](?:改訂|改定)版[)）]/g, '').trim()
  const found = /第\s*([0-9０-９]+)\s*(期|次)/.exec(bare)
  if (!found) return `第2期${bare}`
  const number = Number((found[1] ?? '').normalize('NFKC')) + 1
  return bare.replace(found[0], `第${number}${found[2]}`)
}

/** 次の期の期間の案。前の期の終わりの翌年度から、同じ長さ。 */
export const nextYears = (
  firstYear: number | null,
  lastYear: number | null,
): { readonly firstYear: number | null; readonly lastYear: number | null } => {
  if (lastYear === null) return { firstYear: null, lastYear: null }
  const length = firstYear === null ? usualLength : lastYear - firstYear + 1
  return { firstYear: lastYear + 1, lastYear: lastYear + length }
}

/** 総合戦略はふつう五年度（domain の手引き §4）。 */
const usualLength = 5
