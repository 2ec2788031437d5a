/** 表のほかの中身：見出し・文・箇条・図・表紙・目次・注。 */
export const blocksTemplate = `
// 表紙の大きな題は紙の上のほうに、日付や市町村の名は下のほうに置く。
#let put-cover(given) = {
  set align(center)
  set par(leading: 0.7em, justify: false)
  let (small, rest) = (given.lines.filter(line => line.size == "small"), given.lines.filter(line => line.size != "small"))
  v(1fr)
  for line in rest {
    block(above: 1.2em, below: 1.2em, text(size: line.points * 1pt, weight: if line.size == "large" { 700 } else { 400 }, words(line.text)))
  }
  v(1.6fr)
  for line in small { block(above: 0.8em, below: 0.8em, text(size: line.points * 1pt, words(line.text))) }
  v(0.4fr)
}

#let put-contents(given) = {
  align(center, heading(level: given.level, outlined: false, words(given.title)))
  v(0.6em)
  set par(leading: 0.5em, justify: false)
  show linebreak: [ ]
  show outline.entry.where(level: 1): it => { v(0.35em, weak: true); text(weight: 700, it) }
  outline(title: none, depth: 3, indent: 1.2em)
}

// 図は、すぐ下の同じ値の表から離さない。
#let put-chart(given) = block(breakable: false, sticky: true, above: 1em, below: 1em, width: 100%, {
  block(sticky: true, below: 0.5em, text(weight: 700, words(given.title)))
  align(center, image(bytes(given.svg), format: "svg", width: 140mm, alt: given.summary))
  block(above: 0.5em, text(size: 0.9em, given.summary))
})

#let put(given) = {
  if given.kind == "table" { put-table(given) }
  else if given.kind == "paragraphs" { block(above: 0.8em, below: 0.8em, for one in given.paragraphs { par(words(one)) }) }
  else if given.kind == "list" { list(..given.items.map(words)) }
  else if given.kind == "heading" { heading(level: given.level, outlined: false, bookmarked: given.listed, words(given.text)) }
  else if given.kind == "chart" { put-chart(given) }
  else if given.kind == "cover" { put-cover(given) }
  else if given.kind == "contents" { put-contents(given) }
}

#let put-notes(notes) = if notes.len() > 0 {
  set text(size: 8pt)
  set par(leading: 0.4em, spacing: 0.45em, justify: false)
  v(0.6em, weak: true)
  for note in notes {
    let mark = words(note.mark)
    if note.mark == "" { par(hanging-indent: 0em, words(note.text)) }
    else { par(hanging-indent: 2.2em, { box(width: 2.2em, baseline: 0.12em, mark); words(note.text) }) }
  }
}
`
