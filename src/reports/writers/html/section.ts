import type { Block, Report, Section } from '../../report.ts'
import type { NoteAddress } from './cells.ts'
import { chartHtml } from './chart.ts'
import { broken, escaped } from './markup.ts'
import { tableHtml } from './table.ts'
import { printSize } from './widths.ts'

/** 章。新しい頁から始まる。 */
export const sectionHtml = (section: Section, report: Report): string => {
  const addresses = new Map(section.notes.flatMap(({ mark }, index) => (mark ? [[mark, noteId(section, index)]] : [])))
  const noteOf: NoteAddress = (mark) => addresses.get(mark)
  return [
    `<section id="${escaped(section.key)}" class="${classesOf(section)}">`,
    section === report.sections[0] ? aboutHtml(report) : '',
    headHtml(section, report),
    ...section.blocks.map((block) => blockHtml(block, section, report, noteOf)),
    notesHtml(section),
    '</section>',
  ]
    .filter((html) => html !== '')
    .join('\n')
}

/** 紙の名（`A3` 横なら `a3l`）、印刷の字の大きさ、表紙なら `front`。 */
const classesOf = (section: Section): string => {
  const { size, orientation } = section.paper
  const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  return [
    `${size.toLowerCase()}${orientation === 'landscape' ? 'l' : 'p'}`,
    ...(tables.length > 0 ? [printSize(tables, section.paper)] : []),
    ...(isCover(section) ? ['front'] : []),
  ].join(' ')
}

const noteId = ({ key }: Section, index: number): string => `${key}-note-${index + 1}`

/** どこの、何番の資料か。紙では余白に刷るので、余白に刷れないブラウザーのときだけ刷る。 */
const aboutHtml = ({ municipality, plan, documentNumber }: Report): string => {
  const number = documentNumber === null ? '' : `<p class="number">${escaped(documentNumber)}</p>`
  return `<div class="about"><p>${escaped(municipality)}　${escaped(plan)}</p>${number}</div>`
}

const isCover = ({ blocks }: Section): boolean => blocks.some(({ kind }) => kind === 'cover')

const headHtml = (section: Section, { asOf }: Report): string => {
  if (isCover(section)) return ''
  // 題のない章（個票の中に題がある等）も、見出しで渡り歩けるように名を置く。
  if (section.title === null)
    return `<${heading(section)} class="unseen">${escaped(section.name)}</${heading(section)}>`
  return [
    '<header>',
    `<${heading(section)}>${broken(section.title)}</${heading(section)}>`,
    ...(asOf === null ? [] : [`<p class="as-of">${escaped(asOf)}</p>`]),
    ...section.lead.map((line) => `<p class="${unitLine.test(line) ? 'unit' : 'lead'}">${broken(line)}</p>`),
    '</header>',
  ].join('\n')
}

/** 単位の断りは、表の右肩に。 */
const unitLine = /^[（(]単位/

const heading = ({ outline }: Section): string => `h${Math.max(1, outline)}`

const blockHtml = (block: Block, section: Section, report: Report, noteOf: NoteAddress): string => {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, block.level + Math.max(1, section.outline) - 1)
      return `<h${level} class="level${block.level}">${escaped(block.text)}</h${level}>`
    }
    case 'paragraphs':
      return block.paragraphs.map((text) => `<p>${broken(text)}</p>`).join('\n')
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${broken(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block.table, noteOf)
    case 'chart':
      return chartHtml(block.chart)
    case 'cover':
      return `<div class="cover">${block.lines.map(({ text, size }) => coverLine(text, size)).join('')}</div>`
    case 'contents':
      return contentsHtml(block.title, section, report)
  }
}

const coverLine = (text: string, size: 'large' | 'middle' | 'small'): string =>
  size === 'large' ? `<h1 class="large">${broken(text)}</h1>` : `<p class="${size}">${broken(text)}</p>`

/** 目次。頁の番号は、印刷するブラウザーにしか分からないので書かない（PDF の目次には書く）。 */
const contentsHtml = (title: string, { outline }: Section, { sections }: Report): string => {
  const listed = sections.filter((section) => section.outline > 0)
  const level = Math.min(6, Math.max(1, outline) + 1)
  return [
    `<nav aria-label="${escaped(title)}"><h${level}>${escaped(title)}</h${level}>`,
    `<ol>${listed.map(contentsLine).join('')}</ol></nav>`,
  ].join('\n')
}

const contentsLine = ({ key, outline, title, name }: Section): string =>
  `<li class="outline${outline}"><a href="#${escaped(key)}">${escaped((title ?? name).replaceAll('\n', ' '))}</a></li>`

const notesHtml = (section: Section): string => {
  if (section.notes.length === 0) return ''
  const items = section.notes.map(({ mark, text }, index) => {
    const before = mark === null ? '' : `<span class="mark">${escaped(mark)}</span> `
    return `<li id="${escaped(noteId(section, index))}">${before}${broken(text)}</li>`
  })
  return `<ul class="notes">${items.join('')}</ul>`
}
