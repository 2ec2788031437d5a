import type { Problem } from '#domain/problem.ts'
import { filledDrawing } from '../drawing/drawing-text.ts'
import type { Step } from '../language/pairing.ts'
import type { Evaluator } from '../meaning/evaluate.ts'
import type { FilledParts } from '../meaning/outcome.ts'
import { partPlace, problemAt } from '../meaning/place.ts'
import { type OfficePackage, templateLimits } from '../package/office-package.ts'
import { PartChanges } from '../package/part-changes.ts'
import {
  childOf,
  element,
  isElement,
  localName,
  mapElements,
  prefixOf,
  withAttributes,
  withChildren,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts'
import type { Frames } from '../vocabulary/scope.ts'
import { withoutGuide } from './guide.ts'
import { filledParagraph, hasPictures, idOf, paragraphText, startingPage, withoutIds } from './paragraph.ts'
import { chartParts, holdersOf } from './parts.ts'
import { type Story, storyOf, type TableRow, type Unit } from './story.ts'

/** Word の様式に差し込む。印は確かめ終えていること。 */
export const filledDocx = (from: OfficePackage, evaluator: Evaluator): FilledParts => {
  const problems: Problem[] = []
  const changes = new PartChanges(from)
  const filler: Filler = {
    evaluator,
    units: 0,
    tooMany: (written) => {
      if (problems.length === 0)
        problems.push(
          problemAt(partPlace(from.file), 'template-too-many-rows', { written, limit: templateLimits.rows }),
        )
    },
  }
  const texts = from
    .relations(from.main)
    .filter(({ type }) => ['header', 'footer', 'footnotes', 'endnotes'].includes(type))
  for (const part of [from.main, ...texts.map(({ target }) => target)])
    changes.change(part, (root) => renumbered(filledRoot(root, part, filler)))
  for (const part of chartParts(from))
    changes.change(part, (root) => filledDrawing(root, (leaf) => evaluator.leaf(leaf.parts, {})))
  changes.fillProperties(evaluator)
  return { parts: problems.length > 0 ? from.parts : changes.done(), problems, notes: [] }
}

type Filler = { readonly evaluator: Evaluator; units: number; readonly tooMany: (written: string) => void }

const filledRoot = (root: XmlElement, part: string, filler: Filler): XmlElement => {
  const fill = (holder: XmlElement) => filledHolder(holder, storyOf(holder, part), {}, filler)
  const holders = new Set(holdersOf(root))
  if (holders.has(root)) return fill(root)
  return withChildren(
    root,
    root.children.map((child) => {
      if (child.kind === 'raw') return child
      if (localName(child.name) === 'body') return fill(withoutGuide(child))
      return holders.has(child) ? fill(child) : child
    }),
  )
}

const filledHolder = (holder: XmlElement, story: Story, frames: Frames, filler: Filler): XmlElement =>
  withChildren(holder, paged(filledStory(story, frames, filler)))

/** 差し込んだ並び。'page' は、次の段落か表から頁を改める印。 */
type Laid = XmlNode | 'page'

const filledStory = (story: Story, frames: Frames, filler: Filler): readonly Laid[] =>
  laidOut(story.pairing.steps, frames, filler, (at, now, repeated) => {
    const unit = story.units[at]
    return unit ? filledUnit(unit, now, repeated, filler) : []
  })

/** 組の順に、一件ごとに並べる。`repeated` は二件目からか。 */
const laidOut = <T>(
  steps: readonly Step[],
  frames: Frames,
  filler: Filler,
  make: (at: number, frames: Frames, repeated: boolean) => readonly T[],
  repeated = false,
): readonly T[] =>
  steps.flatMap((step): readonly T[] => {
    if (filler.units > templateLimits.rows) return []
    if (step.kind === 'unit') {
      filler.units += 1
      return make(step.at, frames, repeated)
    }
    const turns = filler.evaluator.frames(step.open, frames)
    const made = turns.flatMap((each, turn) => laidOut(step.steps, each, filler, make, repeated || turn > 0))
    if (filler.units > templateLimits.rows) filler.tooMany(step.open.written)
    return made
  })

const filledUnit = (unit: Unit, frames: Frames, repeated: boolean, filler: Filler): readonly Laid[] => {
  switch (unit.kind) {
    case 'other':
      return repeated && isElement(unit.node) && /^bookmark/.test(localName(unit.node.name)) ? [] : [unit.node]
    case 'control':
      return [withContent(unit.element, filledHolder(unit.content, unit.story, frames, filler))]
    case 'table':
      return filledTable(unit, frames, repeated, filler)
    case 'paragraph':
      return filledParagraphUnit(unit, frames, repeated, filler)
  }
}

const withContent = (control: XmlElement, content: XmlElement): XmlElement =>
  withChildren(
    control,
    control.children.map((child) => (isElement(child, 'sdtContent') ? content : child)),
  )

const filledParagraphUnit = (
  unit: Extract<Unit, { kind: 'paragraph' }>,
  frames: Frames,
  repeated: boolean,
  filler: Filler,
): readonly Laid[] => {
  if (unit.marker) return []
  const boxed = unit.boxes.length === 0 ? unit.element : withBoxes(unit, frames, filler)
  const own = repeated ? withoutIds(boxed) : boxed
  if (!unit.leaf) return [own]
  const filled = filler.evaluator.leaf(unit.leaf.parts, frames)
  const onlyBreak = filled.pageBreak && filled.text.trim() === '' && unit.boxes.length === 0
  return [...(onlyBreak ? [] : [filledParagraph(own, filled)]), ...(filled.pageBreak ? (['page'] as const) : [])]
}

/** テキストボックスの中の並びに差し込む。 */
const withBoxes = (
  { element: paragraph, boxes }: Extract<Unit, { kind: 'paragraph' }>,
  frames: Frames,
  filler: Filler,
): XmlElement => {
  const stories = new Map(boxes.map(({ content, story }) => [content, story]))
  const within = (parent: XmlElement): XmlElement =>
    withChildren(
      parent,
      parent.children.map((child) => {
        if (child.kind === 'raw') return child
        const story = stories.get(child)
        return story ? filledHolder(child, story, frames, filler) : within(child)
      }),
    )
  return within(paragraph)
}

/** 差し込んだ表。一件もない繰り返しだけの行は、枠の崩れないように空の行を一つ残す。行がすべて消えた表は除く。 */
const filledTable = (
  { element: table, rows, pairing }: Extract<Unit, { kind: 'table' }>,
  frames: Frames,
  repeated: boolean,
  filler: Filler,
): readonly XmlNode[] => {
  const made = pairing.steps.flatMap((step): readonly XmlElement[] => {
    const laid = laidOut([step], frames, filler, (at, now, again) => {
      const row = rows[at]
      return row && !row.marker ? [filledRow(row, now, repeated || again, filler)] : []
    })
    if (laid.length > 0 || step.kind === 'unit' || step.open.what !== 'loop') return laid
    const kept = rows.slice(step.from, step.to + 1).find(({ marker }) => !marker)
    return kept ? [emptiedRow(kept)] : []
  })
  if (made.length === 0) return []
  const first = table.children.findIndex((child) => isElement(child, 'tr'))
  return [
    withChildren(
      table,
      table.children.flatMap((child, index): readonly XmlNode[] => {
        if (index === first) return made
        return isElement(child, 'tr') ? [] : [child]
      }),
    ),
  ]
}

const filledRow = (
  { element: row, cells }: TableRow,
  frames: Frames,
  repeated: boolean,
  filler: Filler,
): XmlElement => {
  const filled = new Map(
    cells.map(({ element: cell, story }) => [cell, withParagraph(filledHolder(cell, story, frames, filler), cell)]),
  )
  const made = withChildren(
    row,
    row.children.map((child) => (child.kind === 'raw' ? child : (filled.get(child) ?? child))),
  )
  return repeated ? withoutIds(made) : made
}

const emptiedRow = ({ element: row }: TableRow): XmlElement =>
  withChildren(
    row,
    row.children.map((child) => (isElement(child, 'tc') ? withParagraph(withoutText(child), child) : child)),
  )

const withoutText = (cell: XmlElement): XmlElement =>
  withChildren(
    cell,
    cell.children.filter((child) => isElement(child, 'tcPr')),
  )

/** 升目には段落が一つは要る（ECMA-376 17.4.65）。元の初めの段落の書式で、空の段落を置く。 */
const withParagraph = (cell: XmlElement, like: XmlElement): XmlElement => {
  if (cell.children.some((child) => isElement(child, 'p'))) return cell
  const model = childOf(like, 'p')
  const properties = model && childOf(model, 'pPr')
  const name = model?.name ?? `${prefixOf(cell.name)}p`
  return withChildren(cell, [...cell.children, element(name, {}, properties ? [properties] : [])])
}

/**
 * 'page' の次の段落か、表の初めの段落から、頁を改める。後に空の段落しかなければ改めない（白い頁を作らない）。
 */
const paged = (laid: readonly Laid[]): readonly XmlNode[] => {
  const last = laid.findLastIndex((node) => node !== 'page' && hasContent(node))
  const nodes: XmlNode[] = []
  let waiting = false
  laid.forEach((node, index) => {
    if (node === 'page') waiting = true
    else if (waiting && index <= last && (isElement(node, 'p') || isElement(node, 'tbl'))) {
      nodes.push(pageStart(node))
      waiting = false
    } else nodes.push(node)
  })
  return nodes
}

const hasContent = (node: XmlNode): boolean => {
  if (node.kind === 'raw' || localName(node.name) === 'sectPr') return false
  return localName(node.name) !== 'p' || paragraphText(node).trim() !== '' || hasPictures(node)
}

const pageStart = (node: XmlElement): XmlElement => {
  if (localName(node.name) === 'p') return startingPage(node)
  let done = false
  const within = (parent: XmlElement): XmlElement =>
    withChildren(
      parent,
      parent.children.map((child) => {
        if (done || child.kind === 'raw') return child
        if (localName(child.name) !== 'p') return within(child)
        done = true
        return startingPage(child)
      }),
    )
  return within(node)
}

/** 写した図の番号（docPr の id）を、文書の中で一つにする。 */
const renumbered = (root: XmlElement): XmlElement => {
  const used = new Set<string>()
  let next = 1
  return (
    mapElements(root, (each) => {
      if (localName(each.name) !== 'docPr') return each
      let id = idOf(each) ?? '1'
      while (used.has(id)) {
        id = String(next)
        next += 1
      }
      used.add(id)
      return id === idOf(each) ? each : withAttributes(each, { id })
    }) ?? root
  )
}
