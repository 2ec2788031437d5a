/** 札の属性。名と値の形をしたものだけを属性とみなし、「a<b かつ c>d」のような文を札と取り違えない。 */
const attributes = String.raw`(?:\s{1,9}[a-z-]{1,30}=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}'|[^\s"'<>]{1,100})){0,9}\s{0,9}`
const tags = (names: string): string => `</?(?:${names})${attributes}/?>`

/** 行の切れ目になる札。li・p・見出し・br・表の行。 */
const breaks = new RegExp(tags('li|ul|ol|p|div|tr|table|thead|tbody|tfoot|caption|h[1-6]|br'), 'gi')
/** 表の升目の切れ目。 */
const cellBreaks = new RegExp(String.raw`</t[dh]>\s{0,99}<t[dh]${attributes}>`, 'gi')
/** 字面を変えない札。知っている名だけを札とみなし、「<100人」のような不等号は残す。 */
const inline = new RegExp(tags('small|span|b|i|u|em|strong|sup|sub|font|a|td|th'), 'gi')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * 升目の中の HTML の断片を外し、箇条書きの項目・段落・内側の表の行を一つずつにする。
 * 内側の表の升目はタブで区切り、空の升目も残す。断片のない文はそのまま一つ。空なら空の並び。
 * 表の文書を文章にする変換器が、折り返した升目を `<ul><li>` や `<p>` で残すことがある（伊万里市・上田市の図書）。
 *
 * `withoutMarkup('<ul> <li>寄附金額20億円</li> <li>新規事業者5社</li> </ul>')` → ['寄附金額20億円', '新規事業者5社']
 * `withoutMarkup('<table border="1"> <tr> <th>設定指標</th> <th>実績</th> </tr> </table>')` → ['設定指標\t実績']
 */
export const withoutMarkup = (text: string): readonly string[] =>
  text
    .replace(cellBreaks, '\t')
    .replace(breaks, '\n')
    .replace(inline, '')
    .split('\n')
    .map((line) => trimmedButTabs(decodeEntities(line)))
    .filter((line) => line.trim() !== '')

/** 前後の空白を落とし、升目の切れ目のタブは残す（正規表現の `\s+$` は長い空白の列で二乗の時間がかかる）。 */
const trimmedButTabs = (line: string): string => {
  const isSpace = (at: number) => line[at] !== '\t' && line[at]?.trim() === ''
  let [from, to] = [0, line.length]
  while (from < to && isSpace(from)) from += 1
  while (to > from && isSpace(to - 1)) to -= 1
  return line.slice(from, to)
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (written, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? written
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : written
  })
