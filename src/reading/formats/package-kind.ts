/**
 * zip に収めた図書の種類を、中の項目の名から見分ける。'xlsx' のほかは、それぞれの文で断る符号。
 */
export type PackageKind =
  | 'xlsx'
  | 'file-xlsb'
  | 'file-word'
  | 'file-powerpoint'
  | 'file-open-document'
  | 'file-zip-of-documents'
  | 'file-other-zip'

const signs: readonly (readonly [PackageKind, (names: ReadonlySet<string>) => boolean])[] = [
  ['file-xlsb', (names) => names.has('xl/workbook.bin')],
  ['xlsx', (names) => names.has('[Content_Types].xml') && some(names, /^xl\/|workbook\.xml$/)],
  ['file-word', (names) => some(names, /^word\//)],
  ['file-powerpoint', (names) => some(names, /^ppt\//)],
  ['file-open-document', (names) => names.has('mimetype') && names.has('content.xml')],
  ['file-zip-of-documents', (names) => some(names, /\.(?:xls[xmb]?|csv|tsv|txt|docx?|pdf|zip)$/i)],
]

const some = (names: ReadonlySet<string>, pattern: RegExp): boolean => [...names].some((name) => pattern.test(name))

/** `packageKindOf(['[Content_Types].xml', 'xl/workbook.xml'])` → 'xlsx' */
export const packageKindOf = (names: readonly string[]): PackageKind => {
  const known = new Set(names)
  return signs.find(([, holds]) => holds(known))?.[0] ?? 'file-other-zip'
}
