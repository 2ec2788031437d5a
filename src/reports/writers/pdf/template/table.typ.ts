import { leading } from '../row-heights.ts'

/**
 * 表。見出しの行は頁ごとに、帯はその下の行が続く頁の頭に繰り返す（table.header の level）。
 * 升目は切らず、紙より高いまとまりだけ切れるようにする（breakable）。
 */
export const tableTemplate = `
#let fills = (
  "header": luma(88%), "band-1": luma(80%), "band-2": luma(90%), "band-3": luma(95%),
  "subtotal": luma(95%), "total": luma(88%), "label": luma(93%),
)
#let aligns = ("start": left, "center": center, "end": right)
#let rule = 0.4pt + luma(35%)

// 縦書き。一字ずつ重ね、長音や括弧は縦の字形（vert）にする。
#let vertical(given) = {
  set par(leading: 0.08em)
  let letters = if type(given) == str { given } else { given.map(one => if type(one) == str { one } else { one.at(0) }).sum(default: "") }
  text(features: ("vert",), letters.replace("\\n", "").clusters().join(linebreak()))
}

#let looks = (
  "strong": given => text(weight: 700, words(given)),
  "quiet": given => text(fill: luma(28%), words(given)),
  "alert": given => text(weight: 700, fill: rgb("#a01010"), words(given)),
  "vertical": vertical,
  "heading": words,
)

// 升目の様式を、字を受けとって升目を返すものにする。升目ごとに値を組み立て直さない（時間の三分の一になる）。
#let styled(style) = {
  let given = style.given
  // 切って次の頁に続く升目は、頭から読めるように上に寄せる。
  let upright = if "breakable" in given { top } else { horizon }
  if "align" in given { given.align = aligns.at(given.align) + upright } else if "breakable" in given { given.align = top }
  if "fill" in given { given.fill = fills.at(given.fill) }
  if "bare" in given { let _ = given.remove("bare"); given.stroke = none; given.inset = 0pt }
  let strut = given.remove("strut", default: none)
  let cell = table.cell.with(..given)
  let look = if style.look == "" { words } else { looks.at(style.look) }
  if strut == none { text => cell(look(text)) }
  else {
    // 字の真ん中を真ん中にした、見えない柱。
    let post = box(width: 0pt, height: strut * 1em, baseline: strut * 0.5em - 0.38em)
    text => cell({ post; look(text) })
  }
}

#let slice(given, inset) = {
  let styles = given.styles.map(styled)
  let cell = given => if type(given) == str { given } else { styles.at(given.at(1))(given.at(0)) }
  let part = given => if "level" in given {
    (table.header(level: given.level, repeat: given.repeat, ..given.cells.map(cell)),)
  } else { given.cells.map(cell) }
  table(
    columns: given.widths.map(width => width * 1pt),
    rows: given.heights.map(height => if height == 0 { auto } else { height * 1pt }),
    align: given.aligns.map(align => aligns.at(align) + horizon),
    inset: (x: inset.x * 1pt, y: inset.y * 1pt),
    stroke: rule,
    ..given.parts.map(part).join(),
  )
}

#let put-table(given) = {
  if given.caption != none { block(above: 0.9em, below: 0.5em, sticky: true, text(weight: 700, words(given.caption))) }
  set text(size: given.size * 1pt)
  set par(leading: ${leading}em, spacing: ${leading}em, justify: false)
  set table.cell(breakable: false)
  set block(above: 0pt, below: 0pt)
  for (index, one) in given.slices.enumerate() {
    if index > 0 { pagebreak(weak: true) }
    slice(one, given.inset)
  }
}
`
