/** 字と小片。飾り（下線・上付き・記号の書体）は、小片の二つ目の値で決まる。 */
export const textTemplate = `
#let piece(words, look) = {
  if look == "underlined" { underline(offset: 0.12em, evade: false, stroke: 0.06em, words) }
  else if look == "superscript" { super(typographic: false, size: 0.62em, words) }
  else { text(font: "DejaVu Sans Mono", size: 1.5em, top-edge: 0.53em, bottom-edge: -0.08em, words) }
}

#let words(given) = {
  if type(given) == str { given }
  else {
    for one in given {
      if type(one) == str { if one == "\\n" { linebreak() } else { one } }
      else { piece(..one) }
    }
  }
}
`
