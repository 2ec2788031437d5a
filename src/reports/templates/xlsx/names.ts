import type { Problem } from '#domain/problem.ts'
import { guideSheet } from '../language/guide.ts'
import { partPlace } from '../meaning/place.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  element,
  isElement,
  prefixOf,
  textNode,
  textOf,
  withAttributes,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'
import { formulaProblem, type RowMaps, spread } from './follow.ts'
import { rewritten, writtenReference } from './references.ts'

/** ブックの名前の定義（印刷範囲・印刷タイトル・名前）を行き先へ。数式は開いたときに計算し直させる。 */
export const workbookAfter = (
  root: XmlElement,
  sheetNames: readonly string[],
  maps: RowMaps,
  problem: (problem: Problem) => void,
): XmlElement => {
  const names = sheetNames.filter((name) => name !== guideSheet)
  const kept = withoutGuide(root, sheetNames.indexOf(guideSheet))
  const children = kept.children.map((child) =>
    isElement(child, 'definedNames')
      ? withChildren(
          child,
          childrenOf(child).map((name) => nameAfter(name, names, maps, problem)),
        )
      : child,
  )
  return recalculated(withChildren(kept, children))
}

const nameAfter = (
  name: XmlElement,
  sheetNames: readonly string[],
  maps: RowMaps,
  problem: (problem: Problem) => void,
): XmlElement => {
  const formula = textOf(name)
  const title = attributeOf(name, 'name') ?? ''
  const sheet = sheetNames[Number(attributeOf(name, 'localSheetId') ?? '-1')] ?? ''
  const result = spread(formula, { sheet }, maps)
  if (!result.ok) {
    // 行の除かれた名前は、Excel と同じに #REF! にせず、断る。
    problem(formulaProblem(result, partPlace(title)))
    return name
  }
  const whole = title === '_xlnm.Print_Area' || title === '_xlnm._FilterDatabase'
  const after = whole ? wrapped(result.formula) : result.formula
  return withChildren(name, [textNode(after)])
}

/** 印刷範囲と絞り込みの範囲は一続きでなければならないので、間の行ごと一つに包む。 */
const wrapped = (formula: string): string => {
  const rows: number[] = []
  let form: ((first: number, last: number) => string) | undefined
  let count = 0
  rewritten(formula.replace(/^\(|\)$/g, ''), (reference) => {
    count += 1
    if (reference.first.row !== null && reference.last.row !== null) rows.push(reference.first.row, reference.last.row)
    form ??= (first, last) =>
      writtenReference(reference, { ...reference.first, row: first }, { ...reference.last, row: last })
    return reference.written
  })
  return count > 1 && form && rows.length === count * 2 ? form(Math.min(...rows), Math.max(...rows)) : formula
}

/** 「書き方」のシートを一覧から除き、シートの番号で書かれた名前と窓の設定を詰める。 */
const withoutGuide = (root: XmlElement, guide: number): XmlElement => {
  if (guide < 0) return root
  const shifted = (name: XmlElement): readonly XmlElement[] => {
    const at = Number(attributeOf(name, 'localSheetId') ?? '-1')
    if (at === guide) return []
    return [at > guide ? withAttributes(name, { localSheetId: String(at - 1) }) : name]
  }
  return withChildren(
    root,
    root.children.flatMap((child): readonly XmlNode[] => {
      if (isElement(child, 'sheets'))
        return [
          withChildren(
            child,
            childrenOf(child, 'sheet').filter((_, index) => index !== guide),
          ),
        ]
      if (isElement(child, 'bookViews'))
        return [
          withChildren(
            child,
            childrenOf(child).map((view) => withAttributes(view, { activeTab: undefined, firstSheet: undefined })),
          ),
        ]
      if (!isElement(child, 'definedNames')) return [child]
      const names = childrenOf(child).flatMap(shifted)
      return names.length === 0 ? [] : [withChildren(child, names)]
    }),
  )
}

/** 開いたときに、すべての数式を計算し直す。 */
const recalculated = (root: XmlElement): XmlElement => {
  const own = childOf(root, 'calcPr')
  const calcPr = withAttributes(own ?? element(`${prefixOf(root.name)}calcPr`), { fullCalcOnLoad: '1' })
  if (own)
    return withChildren(
      root,
      root.children.map((child) => (child === own ? calcPr : child)),
    )
  // 並びの決まり（ECMA-376 18.2.27）で、calcPr は名前の定義の後、なければシートの一覧の後。
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
    .map((name) => childOf(root, name))
    .find((each) => each !== undefined)
  return withChildren(
    root,
    root.children.flatMap((child) => (child === before ? [child, calcPr] : [child])),
  )
}
