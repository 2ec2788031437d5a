import { done, type Result, refused } from '#domain/problem.ts'
import { japaneseFormats } from './japanese-formats.ts'
import { openPackage, type PackagePart } from './package-parts.ts'
import { type ReducedSheet, reduceSheet } from './sheet-xml.ts'
import { sizeLimits } from './size-limits.ts'
import {
  readOutline,
  relationsPath,
  type SheetHeading,
  type WorkbookOutline,
  workbookPath,
} from './workbook-outline.ts'
import { elementNamed, escapeXml, tagCount } from './xml-tags.ts'
import { storedZip } from './zip-writing.ts'

/** 確かめ終えた表計算。`packed` は、読む部品だけで組み直した xlsx（シート名は S0, S1 …）。 */
export type SafeWorkbook = { readonly sheets: readonly SafeSheet[]; readonly packed: Uint8Array }

export type SafeSheet = ReducedSheet & Pick<SheetHeading, 'name' | 'hidden'>

/**
 * xlsx を読み手の道具に渡せる形にする。大きさ・展開率・実体宣言・シートの数と広がり・共有文字列の番号を確かめ、
 * 道具が要る部品だけで小さな xlsx を組み直す。元の zip にある道具の知らない仕掛けは、ここを通らない。
 */
export const safeWorkbook = (file: string, bytes: Uint8Array): Result<SafeWorkbook> => {
  const opened = openPackage(file, bytes)
  if (!opened.ok) return opened
  const part = opened.value
  const outline = outlineOf(file, part)
  if (!outline.ok) return outline
  const strings = treePart(file, part, outline.value.strings)
  if (!strings.ok) return strings
  const styles = treePart(file, part, outline.value.styles)
  if (!styles.ok) return styles
  const sheets = sheetsOf(file, part, outline.value.sheets, strings.value)
  if (!sheets.ok) return sheets
  return done({ sheets: sheets.value, packed: packed(outline.value, sheets.value, strings.value, styles.value) })
}

const outlineOf = (file: string, part: PackagePart): Result<WorkbookOutline> => {
  const root = part('_rels/.rels')
  if (!root.ok) return root
  const path = workbookPath(root.value ?? '')
  const workbook = part(path)
  if (!workbook.ok) return workbook
  if (workbook.value === null) return refused('workbook-part-missing', { file, part: path })
  const relations = part(relationsPath(path))
  if (!relations.ok) return relations
  const outline = readOutline(path, workbook.value, relations.value ?? '')
  const refusal = outlineRefusal(file, outline.sheets)
  return refusal ?? done(outline)
}

const outlineRefusal = (file: string, sheets: readonly SheetHeading[]) => {
  if (sheets.length > sizeLimits.sheets)
    return refused('too-many-sheets', { file, count: sheets.length, limit: sizeLimits.sheets })
  if (sheets.every(({ path }) => path === null)) return refused('workbook-no-sheets', { file })
  const names = sheets.map(({ name }) => name.toLowerCase())
  const twice = sheets.find(({ name }, index) => names.indexOf(name.toLowerCase()) !== index)
  return twice ? refused('sheet-name-twice', { file, sheet: twice.name }) : null
}

/** 木にして読む部品。札の多すぎるものは、木にする前に断る。 */
const treePart = (file: string, part: PackagePart, path: string | null): Result<string> => {
  if (path === null) return done('')
  const read = part(path)
  if (!read.ok) return read
  const xml = read.value ?? ''
  return tagCount(xml) > sizeLimits.partTags ? refused('workbook-part-too-large', { file, part: path }) : done(xml)
}

const sheetsOf = (
  file: string,
  part: PackagePart,
  headings: readonly SheetHeading[],
  strings: string,
): Result<readonly SafeSheet[]> => {
  const available = strings.match(/<(?:\w{1,20}:)?si[\s/>]/g)?.length ?? 0
  const sheets: SafeSheet[] = []
  for (const { name, hidden, path } of headings) {
    if (path === null) continue
    const xml = part(path)
    if (!xml.ok) return xml
    if (xml.value === null) return refused('workbook-part-missing', { file, part: path })
    const sheet = { name, hidden, ...reduceSheet(xml.value) }
    const refusal = sheetRefusal(file, sheet, available) ?? totalRefusal(file, [...sheets, sheet])
    if (refusal) return refusal
    sheets.push(sheet)
  }
  return done(sheets)
}

const sheetRefusal = (file: string, sheet: SafeSheet, strings: number) => {
  const { name, rows, columns, farthest, lastString, merges } = sheet
  const wide = rows > sizeLimits.rowsPerSheet || columns > sizeLimits.columnsPerSheet
  if (wide || rows * columns > sizeLimits.areaPerSheet)
    return refused('sheet-too-wide', { file, sheet: name, cell: farthest })
  if (lastString && lastString.index >= strings)
    return refused('strings-missing', { file, sheet: name, cell: lastString.cell })
  const merged = merges.reduce((sum, range) => sum + Math.min(range.rows, rows) * Math.min(range.columns, columns), 0)
  return merged > sizeLimits.mergedCells ? refused('workbook-damaged', { file }) : null
}

const totalRefusal = (file: string, sheets: readonly SafeSheet[]) => {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells, 0)
  const limit = sizeLimits.workbookCells
  return cells > limit ? refused('too-many-cells', { file, limit }) : null
}

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const packed = (
  { date1904 }: WorkbookOutline,
  sheets: readonly SafeSheet[],
  strings: string,
  styles: string,
): Uint8Array => {
  const list = sheets.map((_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="s${at}"/>`).join('')
  const related = [
    ...sheets.map((_, at) => relation(`s${at}`, 'worksheet', `sheet${at}.xml`)),
    ...(strings === '' ? [] : [relation('strings', 'sharedStrings', 'strings.xml')]),
    relation('styles', 'styles', 'styles.xml'),
  ]
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', '<Types/>'],
    ['_rels/.rels', relations([relation('book', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(related)],
    ...(strings === '' ? [] : [['xl/strings.xml', strings] as const]),
    ['xl/styles.xml', stylesInJapanese(styles)],
    ...sheets.map(({ worksheet }, at) => [`xl/sheet${at}.xml`, worksheet] as const),
  ]
  return storedZip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })))
}

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationType}/${kind}" Target="${target}"/>`

const relations = (list: readonly string[]): string => `<Relationships>${list.join('')}</Relationships>`

/** 表示形式だけの書式。番号だけの形式には日本語の環境の中身を先に当て、図書が定めたものはあとから勝つ。 */
const stylesInJapanese = (styles: string): string => {
  const formats = Object.entries(japaneseFormats)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
    .join('')
  const own = [elementNamed(styles, 'numFmts'), elementNamed(styles, 'cellXfs')].join('')
  return `<styleSheet><numFmts>${formats}</numFmts>${own}</styleSheet>`
}
