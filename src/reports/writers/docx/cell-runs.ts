import type { Cell } from '../../report.ts'
import { escaped } from './escaped.ts'

/** 升目の字の見た目。`size` は pt。 */
export type RunLook = { readonly size: number; readonly bold: boolean; readonly colour: string | undefined }

/** 升目の字（w:r の並び）。下線を引くところで分け、注の印は上付きで後に付ける。 */
export const cellRuns = (cell: Cell, look: RunLook): string =>
  [
    ...pieces(cell).map(({ text, underlined }) => runXml(text, look, underlined ? '<w:u w:val="single"/>' : '')),
    ...(cell.marks ?? []).map((mark) => runXml(mark, look, '<w:vertAlign w:val="superscript"/>')),
  ].join('')

/** `extra` は rPr の終わりに置くもの（下線か上付き）。 */
const runXml = (text: string, { size, bold, colour }: RunLook, extra: string): string => {
  if (text === '') return ''
  const weight = bold ? '<w:b/><w:bCs/>' : ''
  const ink = colour === undefined ? '' : `<w:color w:val="${colour}"/>`
  const properties = `<w:rPr>${weight}${ink}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>${extra}</w:rPr>`
  const lines = escaped(text).split('\n')
  return `<w:r>${properties}${lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join('<w:br/>')}</w:r>`
}

const pieces = ({ text, underlined = [] }: Cell) => {
  const cuts = [...new Set([0, text.length, ...underlined.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    return {
      text: text.slice(from, to),
      underlined: underlined.some((range) => range.from <= from && to <= range.to),
    }
  })
}
