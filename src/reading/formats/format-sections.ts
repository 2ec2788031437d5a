/** 表示形式（ECMA-376 18.8.31）の一つの部品。 */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }
  | { readonly kind: 'condition'; readonly operator: string; readonly than: number }
  | { readonly kind: 'unknown'; readonly text: string }

export type FormatSection = readonly FormatToken[]

type Rule = readonly [RegExp, (match: RegExpExecArray) => FormatToken | null]

const literal = (text: string): FormatToken => ({ kind: 'literal', text })

/** 先に当たったものが勝つ。null は表示に出ない指定（色・幅・埋め草）。 */
const rules: readonly Rule[] = [
  [/"([^"]*)"?/y, (match) => literal(match[1] ?? '')],
  [/[\\!](.)/suy, (match) => literal(match[1] ?? '')],
  [/[_*]./suy, () => null],
  [/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|黒|青|水|緑|紫|赤|白|黄|(?:Color|色)\s?\d+)\]/iy, () => null],
  [/\[\$([^\]-]*)(?:-[^\]]*)?\]/y, (match) => (match[1] ? literal(match[1]) : null)],
  [
    /\[([<>=]{1,2})\s?(-?\d+(?:\.\d+)?)\]/y,
    (match) => ({ kind: 'condition', operator: match[1] ?? '', than: Number(match[2]) }),
  ],
  [/\[[^\]]*\]?/y, (match) => ({ kind: 'unknown', text: match[0] })],
  [/General|G\/標準/iy, () => ({ kind: 'general' })],
  [/AM\/PM|A\/P/iy, () => ({ kind: 'date', text: 'AM/PM' })],
  [/[eE][+-]/y, (match) => ({ kind: 'unknown', text: match[0] })],
  [/y+|m+|d+|h+|s+|g+|e+|a{3,4}/iy, (match) => ({ kind: 'date', text: match[0].toLowerCase() })],
  [/[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?,*|\.[#0?]+,*/y, (match) => ({ kind: 'digits', text: match[0] })],
  [/%/y, () => ({ kind: 'percent' })],
  [/@/y, () => ({ kind: 'text' })],
  [/[A-Za-z]/y, (match) => ({ kind: 'unknown', text: match[0] })],
  [/./suy, (match) => literal(match[0])],
]

/** 区切り（;）で分けた節。長すぎる形式は読まない。`formatSections('#,##0;"△"#,##0')` → 節二つ */
export const formatSections = (format: string): readonly FormatSection[] => {
  const sections: FormatToken[][] = [[]]
  for (let at = 0; at < Math.min(format.length, 500); ) {
    if (format[at] === ';') {
      sections.push([])
      at += 1
      continue
    }
    const [token, next] = tokenAt(format, at)
    if (token) sections.at(-1)?.push(token)
    at = next
  }
  return sections
}

const tokenAt = (format: string, at: number): readonly [FormatToken | null, number] => {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(format)
    if (match) return [make(match), at + match[0].length]
  }
  return [null, at + 1]
}
