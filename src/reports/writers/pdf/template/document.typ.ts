import { blocksTemplate } from './blocks.typ.ts'
import { tableTemplate } from './table.typ.ts'
import { textTemplate } from './text.typ.ts'

/** 章と頁。章ごとに紙を替え、頁の頭に題と資料番号、足に頁の番号を置く。 */
const sectionsTemplate = `
// 章の続きの頁では、何の続きかも言う（個票の二枚目だけを手にしても分かるように）。
#let running-title(one, index) = context {
  let start = query(label("section-" + str(index)))
  let continues = start.len() > 0 and start.first().location().page() < here().page()
  words(if continues and one.continued != none { one.continued } else { given.running })
}

#let page-head(one, index) = {
  set text(size: 8pt)
  grid(
    columns: (1fr, auto), align: (left + bottom, right + bottom), column-gutter: 1em,
    text(fill: luma(25%), running-title(one, index)),
    if given.number != none { box(stroke: 0.6pt, inset: (x: 0.7em, y: 0.35em), text(size: 10.5pt, words(given.number))) },
  )
}

#let page-foot() = align(center, text(size: 9pt, context [#counter(page).display() / #counter(page).final().first()]))

#let put-title(one) = {
  let title = heading(level: one.level, outlined: one.listed, bookmarked: one.listed, if one.title == none { one.name } else { words(one.title) })
  if one.title == none { place(top, hide(title)) } else { align(center, title) }
}

#let put-lead(lead) = if lead.len() > 0 {
  set text(size: 9pt)
  for line in lead { block(above: 0.4em, below: 0.4em, width: 100%, align(if line.align == "end" { right } else { left }, words(line.text))) }
}

#let put-section(one, index) = {
  set page(
    width: one.width * 1pt, height: one.height * 1pt,
    margin: (top: one.top * 1pt, bottom: one.bottom * 1pt, x: one.side * 1pt),
    header: if one.isCover { none } else { page-head(one, index) },
    footer: if one.isCover { none } else { page-foot() },
    header-ascent: 4mm, footer-descent: 4mm, numbering: "1",
  )
  place(top)[#metadata(none) #label("section-" + str(index))]
  if one.level > 0 { put-title(one) }
  put-lead(one.lead)
  for block in one.blocks { put(block) }
  put-notes(one.notes)
  context [#metadata((pages: here().page() - query(label("section-" + str(index))).first().location().page() + 1, y: here().position().y / 1pt)) <end>]
}
`

/** 全体。帳票の字は、すべて \`given\` の値として入り、組版の命令として読まれることはない。 */
export const documentTemplate = `
#let given = json("given.json")
#set document(title: given.title, author: given.author, date: auto)
#set text(font: given.fonts, fallback: false, lang: "ja", region: "JP", size: 10.5pt, top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none)
#set par(justify: true, leading: 0.55em, spacing: 0.9em, first-line-indent: 0em)
#set smartquote(enabled: false)
#set list(marker: [・], body-indent: 0.2em, spacing: 0.5em)
#show heading: set text(weight: 700)
#show heading: set block(above: 1.1em, below: 0.6em)
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 11pt)
${textTemplate}${tableTemplate}${blocksTemplate}${sectionsTemplate}
#for (index, one) in given.sections.enumerate() { put-section(one, index) }
`
