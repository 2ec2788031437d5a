/** 表。先頭の行が見出し。数の列は右に寄せる（`right` はその列の番号）。 */
export const table = (rows: readonly (readonly string[])[], right: readonly number[]): string => {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = head.map((_, column) => (right.includes(column) ? '---:' : '---'))
  return [line(head), line(rule), ...body.map(line)].join('\n')
}

/** ミリ秒。小さいものだけ小数を付ける。「1,234」「12.3」「0.45」 */
export const ms = (value: number): string => digits(value, value >= 100 ? 0 : value >= 10 ? 1 : 2)

export const whole = (value: number): string => digits(value, 0)

export const ratio = (value: number): string => digits(value, 2)

export const kilobytes = (bytes: number): string => digits(bytes / 1000, 1)

const digits = (value: number, places: number): string =>
  Number.isFinite(value)
    ? value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    : '―'
