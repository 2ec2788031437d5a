import type { Problem } from '#domain/problem.ts'
import { partPlace } from '../meaning/place.ts'
import {
  childOf,
  element,
  localName,
  mapElements,
  prefixOf,
  textNode,
  textOf,
  withChildren,
  type XmlElement,
} from '../package/xml.ts'
import { formulaProblem, type RowMaps, spread } from './follow.ts'
import { rewritten } from './references.ts'

/** 升目の値。数か字か、どちらでもない（空・数式）か。 */
export type CellValue = { readonly number: string } | { readonly text: string } | null

export type ChartFollowing = {
  /** グラフを置いたシート。 */
  readonly sheet: string
  readonly part: string
  readonly maps: RowMaps
  /** 差し込んだ後の升目の値。シートの名・列・行から。 */
  readonly valueAt: (sheet: string, column: number, row: number) => CellValue
  readonly problem: (problem: Problem) => void
}

/** 覚えの点の数の限り。 */
const mostPoints = 20_000

/**
 * グラフの範囲を、増えた行へ。グラフが覚えている前の値（様式を作ったときの試しの値）は捨て、
 * 差し込んだ値に替える（開いただけで計算し直さない閲覧の道具でも、正しい形に見えるように）。
 */
export const chartAfter = (root: XmlElement, following: ChartFollowing): XmlElement =>
  mapElements(root, (each) => {
    const name = localName(each.name)
    if (name !== 'numRef' && name !== 'strRef' && name !== 'multiLvlStrRef') return each
    const formula = childOf(each, 'f')
    if (!formula) return each
    const result = spread(textOf(formula), { sheet: following.sheet }, following.maps)
    if (!result.ok) {
      following.problem(formulaProblem(result, partPlace(`${following.sheet} ${following.part.split('/').at(-1)}`)))
      return each
    }
    const f = withChildren(formula, [textNode(result.formula)])
    const cache = name === 'multiLvlStrRef' ? null : cacheOf(name, result.formula, following, prefixOf(each.name))
    return withChildren(each, cache ? [f, cache] : [f])
  }) ?? root

/** 範囲の値の覚え。数式の升目がまじれば、答えが分からないので覚えを置かない。 */
const cacheOf = (
  name: 'numRef' | 'strRef',
  formula: string,
  { sheet, valueAt }: ChartFollowing,
  prefix: string,
): XmlElement | null => {
  const values = valuesIn(formula, sheet, valueAt)
  if (!values || values.length > mostPoints) return null
  const points = values.flatMap((value, index) => {
    const shown =
      value === null ? undefined : 'number' in value ? value.number : name === 'strRef' ? value.text : undefined
    return shown === undefined
      ? []
      : [element(`${prefix}pt`, { idx: String(index) }, [element(`${prefix}v`, {}, [textNode(shown)])])]
  })
  const count = element(`${prefix}ptCount`, { val: String(values.length) })
  return name === 'numRef'
    ? element(`${prefix}numCache`, {}, [element(`${prefix}formatCode`, {}, [textNode('General')]), count, ...points])
    : element(`${prefix}strCache`, {}, [count, ...points])
}

const valuesIn = (formula: string, home: string, valueAt: ChartFollowing['valueAt']): readonly CellValue[] | null => {
  const values: CellValue[] = []
  let plain = true
  rewritten(formula, ({ written, sheet, first, last }) => {
    if (first.row === null || last.row === null || first.column === null || last.column === null) plain = false
    else if ((last.row - first.row + 1) * (last.column - first.column + 1) > mostPoints) plain = false
    else
      for (let row = first.row; row <= last.row; row += 1)
        for (let column = first.column; column <= last.column; column += 1)
          values.push(valueAt(sheet ?? home, column, row))
    return written
  })
  return plain ? values : null
}
