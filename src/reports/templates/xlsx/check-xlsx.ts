import type { Problem } from '#domain/problem.ts'
import { drawingLeaves } from '../drawing/drawing-text.ts'
import type { Leaf } from '../language/leaf.ts'
import { readLeaf } from '../language/leaf.ts'
import type { Step } from '../language/pairing.ts'
import { hasTags } from '../language/tags.ts'
import { leafProblems, leftProblems, pairingProblems, scopesInside } from '../meaning/check-leaf.ts'
import type { Scopes } from '../meaning/meaning.ts'
import type { CheckedMarks } from '../meaning/outcome.ts'
import { partPlace, problemAt } from '../meaning/place.ts'
import { strayTag } from '../meaning/stray-tags.ts'
import type { OfficePackage } from '../package/office-package.ts'
import {
  childOf,
  childrenOf,
  descendants,
  localName,
  textOf,
  withChildren,
  writeXml,
  type XmlElement,
} from '../package/xml.ts'
import { gridOf, type SheetGrid } from './sheet-grid.ts'
import { readBook, type TemplateSheet } from './workbook.ts'

const noScopes: Scopes = new Set()

/** 表計算の様式の印の確かめ。升目・ヘッダー・図・グラフの字。 */
export const checkedXlsx = (from: OfficePackage): CheckedMarks => {
  const book = readBook(from)
  if (!book) return { problems: [], leaves: [] }
  const sheets = book.sheets.map((sheet) => checkedSheet(sheet, gridOf(sheet, book), from))
  const elsewhere = [...from.parts.keys()].flatMap((part) => strayIn(part, from))
  return {
    problems: [...sheets.flatMap(({ problems }) => problems), ...elsewhere],
    leaves: sheets.flatMap(({ leaves }) => leaves),
  }
}

const checkedSheet = (sheet: TemplateSheet, grid: SheetGrid, from: OfficePackage): CheckedMarks => {
  const scopesByRow = new Map<number, Scopes>()
  const problems: Problem[] = [...pairingProblems(grid.pairing), ...leftProblems(grid.pairing.left)]
  const walk = (steps: readonly Step[], scopes: Scopes): void => {
    for (const step of steps) {
      if (step.kind === 'unit') scopesByRow.set(step.at + 1, scopes)
      else {
        const inside = scopesInside(step.open, scopes, step.place)
        problems.push(...inside.problems)
        walk(step.steps, inside.scopes)
      }
    }
  }
  walk(grid.pairing.steps, noScopes)
  const cells = [...grid.rows.values()].flatMap(({ number, cells }) =>
    cells.flatMap(({ leaf, place }) => (leaf ? [{ leaf, place, scopes: scopesByRow.get(number) ?? noScopes }] : [])),
  )
  problems.push(...cells.flatMap(({ leaf, place, scopes }) => leafProblems(leaf, scopes, place, true)))
  const headers = headerLeaves(sheet)
  problems.push(...headers.flatMap(({ leaf, name }) => fixedProblems(leaf, noScopes, `${sheet.name} ${name}`)))
  const drawn = drawnLeaves(sheet, scopesByRow, from)
  problems.push(...drawn.flatMap(({ leaf, scopes }) => fixedProblems(leaf, scopes, sheet.name)))
  const stray = strayTag(sheetRest(sheet))
  if (stray)
    problems.push(
      problemAt(partPlace(sheet.name), 'template-tag-elsewhere', { written: stray, part: '@what-template-rule' }),
    )
  return { problems, leaves: [...cells, ...headers, ...drawn].map(({ leaf }) => leaf) }
}

/** 行の繰り返せない所（ヘッダー・図）の字。 */
const fixedProblems = (leaf: Leaf, scopes: Scopes, part: string): readonly Problem[] => [
  ...leafProblems(leaf, scopes, partPlace(part), false),
  ...leftProblems(leaf.edges.map((tag) => ({ tag, place: partPlace(part) }))),
]

const headerLeaves = ({ document }: TemplateSheet) => {
  const header = childOf(document.root, 'headerFooter')
  return (header ? childrenOf(header) : []).flatMap((each) => {
    const text = textOf(each)
    return hasTags(text) ? [{ leaf: readLeaf(text), name: localName(each.name) }] : []
  })
}

/** 図とグラフの中の字。繰り返しの行に置いた図の字は、その繰り返しの名を使える。 */
const drawnLeaves = (sheet: TemplateSheet, scopesByRow: ReadonlyMap<number, Scopes>, from: OfficePackage) =>
  from.relations(sheet.part).flatMap(({ type, target }) => {
    const drawing = type === 'drawing' ? from.part(target) : null
    if (!drawing) return []
    const anchored = childrenOf(drawing.root).flatMap((anchor) => {
      const scopes = scopesByRow.get(topRow(anchor)) ?? noScopes
      return drawingLeaves(anchor).map((leaf) => ({ leaf, scopes }))
    })
    const charts = from.relations(target).flatMap((relation) => {
      const chart = relation.type === 'chart' ? from.part(relation.target) : null
      return chart ? drawingLeaves(chart.root).map((leaf) => ({ leaf, scopes: noScopes })) : []
    })
    return [...anchored, ...charts]
  })

const topRow = (anchor: XmlElement): number => {
  const row = descendants(anchor, 'row')[0]
  return row ? Number(textOf(row)) + 1 : 0
}

/** シートの、升目とヘッダーのほか。ここの印は差し込まれない。 */
const sheetRest = ({ document }: TemplateSheet): string =>
  writeXml({
    prolog: '',
    root: withChildren(
      document.root,
      document.root.children.filter(
        (each) => each.kind === 'raw' || !['sheetData', 'headerFooter'].includes(localName(each.name)),
      ),
    ),
  })

const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/i, '@what-template-sheet-name'],
  [/^xl\/(?:comments|threadedComments)/i, '@what-template-comment'],
  [/^xl\/tables\//i, '@what-template-table'],
]

/** 差し込まない部品にある印。 */
const strayIn = (part: string, from: OfficePackage): readonly Problem[] => {
  const words = elsewhere.find(([pattern]) => pattern.test(part))?.[1]
  const document = words && from.part(part)
  const written = document && strayTag(writeXml({ prolog: '', root: document.root }))
  return words && written ? [problemAt(partPlace(part), 'template-tag-elsewhere', { written, part: words })] : []
}
