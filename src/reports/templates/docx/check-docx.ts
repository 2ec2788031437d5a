import type { Problem } from '#domain/problem.ts'
import { drawingLeaves } from '../drawing/drawing-text.ts'
import type { Leaf } from '../language/leaf.ts'
import type { Step } from '../language/pairing.ts'
import { leafProblems, leftProblems, pairingProblems, scopesInside } from '../meaning/check-leaf.ts'
import type { Scopes } from '../meaning/meaning.ts'
import type { CheckedMarks } from '../meaning/outcome.ts'
import { partPlace, problemAt } from '../meaning/place.ts'
import { strayTag } from '../meaning/stray-tags.ts'
import type { OfficePackage } from '../package/office-package.ts'
import { attributeOf, descendants, textOf, writeXml } from '../package/xml.ts'
import { chartParts, storyParts } from './parts.ts'
import { type Story, storyOf, type Unit } from './story.ts'

const noScopes: Scopes = new Set()

/** Word の様式の印の確かめ。本文・ヘッダー・フッター・脚注・テキストボックス・グラフの字。 */
export const checkedDocx = (from: OfficePackage): CheckedMarks => {
  const found: Found = { problems: [], leaves: [] }
  for (const { part, holder } of storyParts(from)) {
    const story = storyOf(holder, part === from.main ? null : part)
    checkStory(story, noScopes, true, found)
    found.problems.push(...leftProblems(story.pairing.left))
  }
  for (const part of chartParts(from)) {
    const chart = from.part(part)
    for (const leaf of chart ? drawingLeaves(chart.root) : []) {
      found.leaves.push(leaf)
      found.problems.push(...leafProblems(leaf, noScopes, partPlace(part), false))
      found.problems.push(...leftProblems(leaf.edges.map((tag) => ({ tag, place: partPlace(part) }))))
    }
  }
  found.problems.push(...strayProblems(from))
  return { problems: withoutRepeats(found.problems), leaves: found.leaves }
}

type Found = { readonly problems: Problem[]; readonly leaves: Leaf[] }

const checkStory = (story: Story, scopes: Scopes, pageBreaks: boolean, found: Found): void => {
  found.problems.push(...pairingProblems(story.pairing))
  walk(story.pairing.steps, scopes, found, (at, inside) => {
    const unit = story.units[at]
    if (unit) checkUnit(unit, inside, pageBreaks, found)
  })
}

const walk = (
  steps: readonly Step[],
  scopes: Scopes,
  found: Found,
  visit: (at: number, scopes: Scopes) => void,
): void => {
  for (const step of steps) {
    if (step.kind === 'unit') visit(step.at, scopes)
    else {
      const inside = scopesInside(step.open, scopes, step.place)
      found.problems.push(...inside.problems)
      walk(step.steps, inside.scopes, found, visit)
    }
  }
}

const checkUnit = (unit: Unit, scopes: Scopes, pageBreaks: boolean, found: Found): void => {
  if (unit.kind === 'paragraph') {
    if (unit.leaf) {
      found.leaves.push(unit.leaf)
      found.problems.push(...leafProblems(unit.leaf, scopes, unit.place, pageBreaks))
    }
    for (const { story } of unit.boxes) {
      checkStory(story, scopes, false, found)
      found.problems.push(...leftProblems(story.pairing.left))
    }
  } else if (unit.kind === 'control') checkStory(unit.story, scopes, pageBreaks, found)
  else if (unit.kind === 'table') {
    found.problems.push(...pairingProblems(unit.pairing), ...leftProblems(unit.pairing.left))
    walk(unit.pairing.steps, scopes, found, (at, inside) => {
      for (const { story } of unit.rows[at]?.cells ?? []) checkStory(story, inside, false, found)
    })
  }
}

/** 差し込まない所（フィールドの命令・コメント）にある印。 */
const strayProblems = (from: OfficePackage): readonly Problem[] => {
  const comments = from.part('word/comments.xml')
  const inComments = comments && strayTag(writeXml({ prolog: '', root: comments.root }))
  const instructions = storyParts(from).flatMap(({ holder }) => [
    ...descendants(holder, 'instrText').map(textOf),
    ...descendants(holder, 'fldSimple').map((field) => attributeOf(field, 'w:instr') ?? ''),
  ])
  const inField = instructions.map(strayTag).find((written) => written !== undefined)
  const at = (written: string, part: string) =>
    problemAt(partPlace(from.file), 'template-tag-elsewhere', { written, part })
  return [
    ...(inComments ? [at(inComments, '@what-template-comment')] : []),
    ...(inField ? [at(inField, '@what-template-field')] : []),
  ]
}

/** テキストボックスは新旧の Word のために二度書かれるので、同じ断りは一度だけにする。 */
const withoutRepeats = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]
