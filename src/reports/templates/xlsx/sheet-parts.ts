import type { Problem } from '#domain/problem.ts'
import { partPlace, problemAt } from '../meaning/place.ts'
import {
  attributeOf,
  childrenOf,
  element,
  localName,
  mapElements,
  prefixOf,
  textNode,
  textOf,
  withAttributes,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'
import { areasAfter, mergesAfter, pathAt, sqrefAfter, wholeAfter } from './areas.ts'
import { followed, formulaProblem, type RowMaps } from './follow.ts'
import type { RowMap } from './row-map.ts'
import { extensionAfter } from './sheet-extensions.ts'

/** シートの、升目のほかの部分（結合・条件付き書式・入力規則・絞り込み・改ページ・保護の範囲…）を行き先へ。 */
export type SheetParts = {
  readonly sheet: string
  readonly map: RowMap
  readonly maps: RowMaps
  /** 差し込みで決まった改ページ（その行の後）。 */
  readonly breaks: readonly number[]
  /** 行が増えて、元の倍より長くなったか。 */
  readonly muchLonger: boolean
  /** ヘッダー・フッターの字を差し込む。 */
  readonly fillText: (text: string, part: string) => string
  readonly problem: (problem: Problem) => void
}

/** シートの子要素一つ。除くなら空。 */
export const sheetPartAfter = (part: XmlElement, context: SheetParts): readonly XmlNode[] => {
  const { map } = context
  switch (localName(part.name)) {
    case 'dimension':
      return kept(withRef(part, 'ref', wholeAfter(attributeOf(part, 'ref') ?? '', map)))
    case 'sheetViews':
      return kept(mapElements(part, (each) => viewAfter(each, map)))
    case 'mergeCells':
      return listAfter(
        part,
        childrenOf(part, 'mergeCell').flatMap((merge) => mergeAfter(merge, map)),
      )
    case 'conditionalFormatting':
    case 'dataValidations':
    case 'protectedRanges':
    case 'ignoredErrors':
      return kept(counted(mapElements(part, (each) => rangedAfter(each, context))))
    case 'hyperlinks':
      return listAfter(
        part,
        childrenOf(part, 'hyperlink').flatMap((link) => linkAfter(link, map)),
      )
    case 'autoFilter':
    case 'sortState':
      return kept(mapElements(part, (each) => wholeRefAfter(each, map)))
    case 'rowBreaks':
      return breaksAfter(part, context)
    case 'pageSetup':
      // 一頁に収める設定のままでは、行の増えた表が読めない大きさに縮む。横は一頁のまま、縦は頁に分ける。
      return [context.muchLonger ? withAttributes(part, { fitToHeight: '0' }) : part]
    case 'headerFooter':
      return [
        withChildren(
          part,
          part.children.map((child) => headerAfter(child, context)),
        ),
      ]
    case 'extLst':
      return kept(extensionAfter(part, context))
    default:
      return [part]
  }
}

const kept = (part: XmlElement | undefined): readonly XmlElement[] => (part ? [part] : [])

const withRef = (part: XmlElement, name: string, ref: string | null): XmlElement | undefined =>
  ref === null ? undefined : withAttributes(part, { [name]: ref })

/** 数を書く一覧（結合・リンク）。一つもなくなれば、一覧ごと除く。 */
const listAfter = (list: XmlElement, items: readonly XmlElement[]): readonly XmlElement[] =>
  items.length === 0
    ? []
    : [
        withAttributes(
          withChildren(list, items),
          attributeOf(list, 'count') === undefined ? {} : { count: String(items.length) },
        ),
      ]

const counted = (list: XmlElement | undefined): XmlElement | undefined => {
  if (!list || localName(list.name) !== 'dataValidations') return emptied(list)
  const items = childrenOf(list, 'dataValidation')
  return items.length === 0 ? undefined : withAttributes(list, { count: String(items.length) })
}

/** 範囲のなくなった条件付き書式は、範囲の要素だけが残らないように除く。 */
const emptied = (list: XmlElement | undefined): XmlElement | undefined =>
  list && childrenOf(list).length === 0 ? undefined : list

const viewAfter = (each: XmlElement, map: RowMap): XmlElement => {
  const name = localName(each.name)
  if (name === 'selection') {
    const active = areasAfter(attributeOf(each, 'activeCell') ?? 'A1', map)[0]?.split(':')[0] ?? 'A1'
    return withAttributes(each, { activeCell: active, sqref: active })
  }
  const top = attributeOf(each, 'topLeftCell')
  if ((name !== 'pane' && name !== 'sheetView') || top === undefined) return each
  return withAttributes(each, { topLeftCell: areasAfter(top, map)[0]?.split(':')[0] ?? 'A1' })
}

const mergeAfter = (merge: XmlElement, map: RowMap): readonly XmlElement[] =>
  mergesAfter(attributeOf(merge, 'ref') ?? '', map).map((ref) => withAttributes(merge, { ref }))

const linkAfter = (link: XmlElement, map: RowMap): readonly XmlElement[] =>
  areasAfter(attributeOf(link, 'ref') ?? '', map).map((ref) => withAttributes(link, { ref }))

const wholeRefAfter = (each: XmlElement, map: RowMap): XmlElement | undefined => {
  const ref = attributeOf(each, 'ref')
  return ref === undefined ? each : withRef(each, 'ref', wholeAfter(ref, map))
}

/** 範囲（sqref）と、その範囲の左上から見て書かれた数式を持つ要素。 */
const rangedAfter = (each: XmlElement, context: SheetParts): XmlElement | undefined => {
  const sqref = attributeOf(each, 'sqref')
  if (sqref === undefined) return each
  const moved = sqrefAfter(sqref, context.map)
  if (moved === null) return undefined
  const formulas = mapElements(each, (inner) => ruleAfter(inner, sqref, context)) ?? each
  return withAttributes(formulas, { sqref: moved })
}

const ruleAfter = (inner: XmlElement, sqref: string, context: SheetParts): XmlElement => {
  const name = localName(inner.name)
  if (name === 'cfvo' && attributeOf(inner, 'type') === 'formula')
    return withAttributes(inner, { val: formulaAfter(attributeOf(inner, 'val') ?? '', sqref, context) })
  if (name !== 'formula' && name !== 'formula1' && name !== 'formula2') return inner
  return withChildren(inner, [textNode(formulaAfter(textOf(inner), sqref, context))])
}

/** 条件付き書式・入力規則の数式。 */
export const formulaAfter = (formula: string, sqref: string, context: SheetParts): string => {
  const path = pathAt(sqref, context.map)
  const result = followed(formula, { sheet: context.sheet, ...(path ? { path } : {}) }, context.maps)
  if (result.ok) return result.formula
  context.problem(formulaProblem(result, partPlace(`${context.sheet}!${sqref}`)))
  return formula
}

/** 改ページ。元からあるものは行き先の終わりの行の後へ、差し込みで決まったものを加える。 */
const breaksAfter = (part: XmlElement, { map, breaks }: SheetParts): readonly XmlElement[] => {
  const own = childrenOf(part, 'brk').flatMap((brk) =>
    map
      .rowsOf(Number(attributeOf(brk, 'id')))
      .slice(-1)
      .map((row) => withAttributes(brk, { id: String(row) })),
  )
  return rowBreaks(prefixOf(part.name), own, breaks)
}

/** 改ページの一覧。`breaks` の行の後で改める。 */
export const rowBreaks = (
  prefix: string,
  own: readonly XmlElement[],
  breaks: readonly number[],
): readonly XmlElement[] => {
  const known = new Set(own.map((brk) => attributeOf(brk, 'id')))
  const added = breaks
    .filter((row) => !known.has(String(row)))
    .map((row) => element(`${prefix}brk`, { id: String(row), max: '16383', man: '1' }))
  const all = [...own, ...added].toSorted((a, b) => Number(attributeOf(a, 'id')) - Number(attributeOf(b, 'id')))
  const count = String(all.length)
  return all.length === 0 ? [] : [element(`${prefix}rowBreaks`, { count, manualBreakCount: count }, all)]
}

/** Excel のヘッダー・フッターの字の限り。 */
const longestHeader = 255

const headerAfter = (child: XmlNode, { fillText, sheet, problem }: SheetParts): XmlNode => {
  if (child.kind === 'raw') return child
  const text = textOf(child)
  const filled = fillText(text, `${sheet} ${localName(child.name)}`)
  if (filled === text) return child
  if (filled.length > longestHeader)
    problem(
      problemAt(partPlace(`${sheet} ${localName(child.name)}`), 'template-text-too-long', {
        written: text.slice(0, 60),
        limit: longestHeader,
      }),
    )
  return withChildren(child, [textNode(filled)])
}
