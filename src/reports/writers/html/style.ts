import type { Report } from '../../report.ts'
import type { ReportFont } from '../writer.ts'
import { cssText } from './markup.ts'
import { printSizes } from './widths.ts'

/** 紙の上の端と下の端に置くもの。資料番号は、どの頁にも右上に。 */
const pages = ({ documentNumber, municipality, plan }: Report): string => `
@page {
  margin: 16mm 12mm 14mm;
  @top-left { content: ${cssText(`${municipality}　${plan}`)}; font-size: 8pt; }
  @top-right { content: ${cssText(documentNumber ?? '')}; font-size: 11pt; font-weight: 700; }
  @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; }
}
${papers.map(([name, size]) => `@page ${name} { size: ${size}; }\n@page ${name}-front { size: ${size}; @top-left { content: none; } @bottom-center { content: none; } }`).join('\n')}
`

// 表紙には、頁の番号も市の名も刷らない。資料番号は刷る。
const papers = [
  ['a3l', 'A3 landscape'],
  ['a3p', 'A3 portrait'],
  ['a4l', 'A4 landscape'],
  ['a4p', 'A4 portrait'],
] as const

const fonts: Readonly<Record<ReportFont, string>> = {
  'noto-sans':
    '"Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Hiragino Sans", sans-serif',
  'biz-ud': '"BIZ UDPGothic", "BIZ UDGothic", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif',
}

const ordinary = `
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff; line-height: 1.6; line-break: strict; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
.about { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; margin: 0 0 .5rem; font-size: .875rem; }
.about .number { padding: 0 .75em; border: 1px solid; font-weight: 700; }
section + section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 2px solid #b3b3b3; }
.a4p { max-width: 56rem; margin-inline: auto; }
header { display: grid; grid-template-columns: 1fr auto; align-items: end; gap: 0 1.5rem; margin-bottom: .5rem; }
header > * { grid-column: 1 / -1; }
h1, h2, h3, h4, h5, h6 { margin: 1em 0 .4em; line-height: 1.4; break-after: avoid; text-wrap: balance; word-break: auto-phrase; }
h1 { font-size: 1.375rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.125rem; }
h4, h5, h6 { font-size: 1rem; }
header > h1, header > h2, header > h3 { grid-column: 1; margin: 0; }
header > .as-of { grid-column: 2; }
p { margin: .4em 0; }
header p { margin: 0; font-size: .875rem; }
header .unit { text-align: right; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; margin-block: .75rem; }
.scroll:focus-visible, a:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
table { table-layout: fixed; border-collapse: collapse; min-width: 100%; font-size: .8125rem; line-height: 1.45; }
caption { padding-bottom: .25rem; font-weight: 700; text-align: left; }
th, td { padding: .2em .4em; border: 1px solid #767676; text-align: left; vertical-align: top; font-weight: 400; font-variant-numeric: tabular-nums; }
thead th { text-align: center; vertical-align: middle; font-weight: 700; background: #f2f2f2; }
.s, thead .s { text-align: left; }
.c { text-align: center; }
.e, thead .e { text-align: right; }
.band th, thead tr th[scope=rowgroup] { text-align: left; font-weight: 700; background: #d9e6ff; }
.band2 th { background: #e8f1fe; }
.band3 th { background: #fff; border-top: 2px solid #1a1a1a; }
.subtotal > tr > * { background: #f2f2f2; }
.total > tr > * { background: #f2f2f2; font-weight: 700; border-top: 2px solid #1a1a1a; }
.strong { font-weight: 700; }
.quiet { color: #595959; }
.alert { font-weight: 700; color: #a13500; }
.vertical { padding-inline: 0; text-align: center; vertical-align: middle; }
.vertical span { writing-mode: vertical-rl; text-orientation: mixed; max-height: 16em; text-align: left; }
sup { margin-left: .1em; font-size: .75em; line-height: 1; white-space: nowrap; }
sup a { color: inherit; }
a { color: #00118f; }
li:target { background: #fff3b0; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { font-weight: 700; }
figure p { font-size: .875rem; }
.notes { margin: .5rem 0 0; padding: 0; list-style: none; font-size: .8125rem; }
.notes li { padding-left: 1em; text-indent: -1em; }
.cover { padding-block: 20vh; text-align: center; }
.cover .large { margin: .5em 0; font-size: 2.25rem; }
.cover .middle { font-size: 1.375rem; }
nav ol { padding: 0; list-style: none; }
nav .outline2 { padding-left: 1.5em; }
nav .outline3 { padding-left: 3em; }
`

// 余白の枠（資料番号・頁番号）を刷れるブラウザーでは、本文の頭の資料番号は刷らない。刷れないもの（Firefox）では本文のものを刷る。
const print = `
@media print {
  body { padding: 0; font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section { max-width: none; }
  section + section { margin: 0; padding: 0; border: 0; break-before: page; }
  ${papers.map(([name]) => `.${name} { page: ${name}; }\n  .${name}.front { page: ${name}-front; }`).join('\n  ')}
  @supports (interpolate-size: allow-keywords) and (not (-moz-appearance: none)) { .about { display: none; } }
  .scroll { overflow: visible; margin-block: 2mm; padding-inline: .3mm; }
  table { width: 100%; line-height: 1.35; }
  ${printSizes.map(([name, points]) => `.${name} table { font-size: ${points}pt; }`).join('\n  ')}
  th, td { border-width: .5pt; padding: .6mm .8mm; }
  thead { display: table-header-group; }
  tbody, tr { break-inside: avoid; }
  thead + tbody { break-before: avoid; }
  .band, .line { break-after: avoid; }
  .subtotal, .total { break-before: avoid; }
  .cover { padding-block: 60mm 0; }
  .notes { font-size: 7.5pt; }
  .notes li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  li:target { background: none; }
}
`

/** 帳票の様式。資料番号と市の名のほかは、どの帳票でも同じ。 */
export const styleOf = (report: Report, font: ReportFont): string =>
  `${pages(report)}body { font-family: ${fonts[font]}; }\n${ordinary.trim()}\n${print.trim()}\n`
