import { guideSheet } from '../language/guide.ts'
import type { OfficePackage } from '../package/office-package.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  textOf,
  type XmlDocument,
  type XmlElement,
} from '../package/xml.ts'

/** 様式の表計算。シートと、シートが共に使う文字列・書式。 */
export type TemplateBook = {
  readonly package: OfficePackage
  readonly workbook: XmlDocument
  readonly sheets: readonly TemplateSheet[]
  /** 共有文字列（番号の順）。 */
  readonly strings: readonly XmlElement[]
  readonly stylesPart: string | null
}

export type TemplateSheet = { readonly name: string; readonly part: string; readonly document: XmlDocument }

/** 表計算の骨組み。グラフだけのシートは升目がないので入らず、「書き方」のシートは差し込んだ資料に残さないので入らない。 */
export const readBook = (from: OfficePackage): TemplateBook | null => {
  const workbook = from.part(from.main)
  if (!workbook) return null
  const relations = from.relations(from.main)
  const list = childOf(workbook.root, 'sheets')
  const sheets = (list ? childrenOf(list, 'sheet') : []).flatMap((sheet): TemplateSheet[] => {
    const id = sheet.attributes.find(([name]) => /^(?:\w+:)?id$/.test(name))?.[1]
    const part = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.target
    const document = part === undefined ? null : from.part(part)
    const name = attributeOf(sheet, 'name') ?? ''
    return part !== undefined && document && name !== guideSheet ? [{ name, part, document }] : []
  })
  const related = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null
  const strings = from.part(related('sharedStrings') ?? '')
  return {
    package: from,
    workbook,
    sheets,
    strings: strings ? childrenOf(strings.root, 'si') : [],
    stylesPart: related('styles'),
  }
}

/** 文字列の書体のまとまり。ふりがな（rPh）は字に入れない。`properties` は書体の要素で、なければ null。 */
export const stringRuns = (
  holder: XmlElement,
): readonly { readonly text: string; readonly properties: XmlElement | null }[] =>
  holder.children.flatMap((child) => {
    if (isElement(child, 't')) return [{ text: excelText(textOf(child)), properties: null }]
    if (!isElement(child, 'r')) return []
    const text = childrenOf(child, 't').map(textOf).join('')
    return [{ text: excelText(text), properties: childOf(child, 'rPr') ?? null }]
  })

/** 「_x000A_」と書かれた字を、その字に戻す（ECMA-376 22.9.2.19）。 */
const excelText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
