import { partPlace } from '../meaning/place.ts'
import {
  childOf,
  childrenOf,
  localName,
  mapElements,
  textNode,
  textOf,
  withChildren,
  type XmlElement,
} from '../package/xml.ts'
import { areasAfter, sqrefAfter } from './areas.ts'
import { followed, formulaProblem, spread } from './follow.ts'
import { formulaAfter, type SheetParts } from './sheet-parts.ts'

/**
 * Excel 2010 からの部分（データバー・ほかのシートを見る入力規則・スパークライン）。範囲は `xm:sqref`、数式は `xm:f` に書かれる。
 */
export const extensionAfter = (extensions: XmlElement, context: SheetParts): XmlElement | undefined =>
  mapElements(extensions, (each) => {
    const name = localName(each.name)
    if (name === 'sparklines') {
      const lines = childrenOf(each, 'sparkline').flatMap((line) => sparklinesAfter(line, context))
      return withChildren(each, lines)
    }
    if (name === 'sparkline' || !childOf(each, 'sqref')) return each
    return rangedAfter(each, context)
  })

const rangedAfter = (each: XmlElement, context: SheetParts): XmlElement | undefined => {
  const sqref = textOf(childOf(each, 'sqref') ?? each)
  const moved = sqrefAfter(sqref, context.map)
  if (moved === null) return undefined
  return mapElements(each, (inner) => {
    const name = localName(inner.name)
    if (name === 'sqref') return withChildren(inner, [textNode(moved)])
    return name === 'f' ? withChildren(inner, [textNode(formulaAfter(textOf(inner), sqref, context))]) : inner
  })
}

/** スパークライン。繰り返しの行にあれば、一件ごとに一つ。 */
const sparklinesAfter = (line: XmlElement, context: SheetParts): readonly XmlElement[] => {
  const place = textOf(childOf(line, 'sqref') ?? line)
  return areasAfter(place, context.map)
    .flatMap((area) => rowsOf(area))
    .flatMap((cell) => {
      const row = Number(/\d+$/.exec(cell)?.[0])
      const path = context.map.outputs[row - 1]?.path
      const standing = { sheet: context.sheet, ...(path ? { path } : {}) }
      const changed = mapElements(line, (inner) => {
        const name = localName(inner.name)
        if (name === 'sqref') return withChildren(inner, [textNode(cell)])
        if (name !== 'f') return inner
        const formula = textOf(inner)
        const result = path ? followed(formula, standing, context.maps) : spread(formula, standing, context.maps)
        if (!result.ok) context.problem(formulaProblem(result, partPlace(`${context.sheet}!${place}`)))
        return result.ok ? withChildren(inner, [textNode(result.formula)]) : inner
      })
      return changed ? [changed] : []
    })
}

/** 一列の範囲を升目に分ける。`G5:G7` → G5・G6・G7 */
const rowsOf = (area: string): readonly string[] => {
  const [, column = '', from, to] = /^\$?([A-Z]+)\$?(\d+)(?::\$?[A-Z]+\$?(\d+))?$/.exec(area) ?? []
  if (from === undefined) return [area]
  const length = Number(to ?? from) - Number(from) + 1
  return Array.from({ length }, (_, index) => `${column}${Number(from) + index}`)
}
