import { plainText } from '#domain/language/plain-text.ts'
import type { PlanDraft, PlanHeading } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { readYear, yearsIn } from '#domain/year/read-year.ts'
import { idMaker } from '../../assemble/ids.ts'
import { municipalityIn } from '../../assemble/municipality.ts'
import { planDraft } from '../../assemble/plan-draft.ts'
import { titleLine } from '../../assemble/plan-heading.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import { goalsOf, numberedTitles, varyingTitles } from './goals.ts'
import { labelledProjects, labelledTitles } from './labelled-projects.ts'
import { linked, withRepeats } from './links.ts'
import { matrixProjects, missingNumbers } from './matrix.ts'
import { totalsDiffering } from './matrix-totals.ts'
import { type Outline, outlineOf } from './outline.ts'
import { listProjects } from './priority-list.ts'
import { filled, headingOf } from './rows.ts'
import { readSheets } from './sheets.ts'

/**
 * アクションプランの読み手（伊万里市の様式）。取組事業一覧（印の表）・重点施策一覧・個票からなる図書を、
 * 印刷された行ごとに事業にし、個票の成果目標・KPI・設定指標を指標にする。
 *
 * @example actionPlan.read(document).projects.filter(({ shownIn }) => shownIn === 'sheet').length // → 個票の枚数
 */
export const actionPlan: Recognizer = {
  form: 'action-plan',
  recognise: (document) => likenessOf(outlineOf(document)),
  read: (document) => draftOf(document, outlineOf(document)),
}

/** どの表も、見出しの語の組だけでこの様式と分かる。重なるほど確か。 */
const likenessOf = ({ matrices, lists, sheets, labelled }: Outline): Likeness => {
  const count = sheets.length + labelled.length
  const found = [
    ...(matrices.length > 0 ? [{ doubt: 0.5, reason: why('form-why-matrix') }] : []),
    ...(lists.length > 0 ? [{ doubt: 0.45, reason: why('form-why-priority-list') }] : []),
    ...(count > 0 ? [{ doubt: 0.35, reason: why('form-why-sheets', { count }) }] : []),
  ]
  const rest = found.reduce((product, { doubt }) => product * doubt, 1)
  return {
    score: found.length === 0 ? 0 : Math.round((1 - rest) * 100) / 100,
    reasons: found.map(({ reason }) => reason),
  }
}

const draftOf = (document: SourceDocument, outline: Outline): PlanDraft => {
  const lines = document.pages.flatMap((page) => page.lines)
  const id = idMaker()
  const above = [...outline.titles, ...labelledTitles(outline.labelled)]
  const titles = above.length > 0 ? above : titlesInSheets(outline)
  const goals = goalsOf(titles, id)
  const title = plainTitle(titleLine(document))
  const matrix = outline.matrices.map((table) => matrixProjects(table, goals, id))
  const list = outline.lists.map((table) => listProjects(table, goals, id))
  const listed = list.flatMap(({ value }) => value)
  const sheets = readSheets(outline.sheets, listed, goals, lastActualYear(lines), id)
  const labelled = labelledProjects(outline.labelled, goals, id)
  const inMatrix = matrix.flatMap(({ value }) => value)
  const { projects, notes } = linked([...inMatrix, ...listed, ...sheets.projects, ...labelled.projects])
  const municipality = municipalityIn(document, title)
  return planDraft(document, 'action-plan', {
    municipality: municipality && { name: municipality.name, code: municipality.code },
    plan: headingOfPlan(title, lines),
    nodes: goals.nodes,
    projects,
    indicators: withRepeats([...sheets.indicators, ...labelled.indicators], projects),
    notes: [
      ...(municipality ? [] : [note('warning', 'action-plan-municipality-unknown', {}, title ? [title.place] : [])]),
      ...varyingTitles([...titles, ...sheets.titles], goals),
      ...missingNumbers(inMatrix),
      ...matrix.flatMap((each) => each.notes),
      ...totalsDiffering(outline.matrices),
      ...list.flatMap((each) => each.notes),
      ...sheets.notes,
      ...labelled.notes,
      ...notes,
    ],
  })
}

/** 凡例も見出しもない図書では、個票の基本目標の欄から題を集める。 */
const titlesInSheets = ({ sheets }: Outline): Outline['titles'] =>
  sheets.flatMap(({ rows }) => rows.slice(0, 2).flatMap((row) => filled(row).slice(0, 1).flatMap(numberedTitles)))

/** 題名の行から、見出しの印（#）を外す。 */
const plainTitle = (line: Line | null): Line | null => {
  const heading = line && headingOf(line)
  const [cell] = line ? filled(line) : []
  if (!line || !heading || !cell) return line
  return {
    ...line,
    text: heading.text,
    place: heading.place,
    cells: [{ ...cell, text: heading.text, place: heading.place }],
  }
}

const headingOfPlan = (title: Line | null, lines: readonly Line[]): Omit<PlanHeading, 'form'> => {
  const { firstYear, lastYear } = periodIn(lines)
  return { title: title?.text.trim() ?? '', kind: 'アクションプラン', firstYear, lastYear }
}

/** 「令和2年度から令和6年度まで」。前のほうの行で、二つの年度が「から」か「～」で結ばれたもの。 */
const periodIn = (lines: readonly Line[]): { firstYear: number | null; lastYear: number | null } => {
  const pattern = /(?:令和|平成|R|H)?\d{1,4}年度?(?:から|~|-)(?:令和|平成|R|H)?\d{1,4}年度(?:まで)?/u
  const words = lines.slice(0, 60).flatMap((line) => pattern.exec(plainText(line.text))?.[0] ?? [])[0]
  const [first, last] = words ? yearsIn(words) : []
  return { firstYear: first?.year ?? null, lastYear: last?.year ?? null }
}

/** 図書の日付（「令和3年11月」だけの行）の前の年度までが実績、それからあとは予定。 */
const lastActualYear = (lines: readonly Line[]): number | null => {
  const dated = lines
    .slice(0, 40)
    .map((line) => (line.cells.length === 1 ? readYear(line.text) : undefined))
    .find((read) => read?.month !== undefined)
  return dated ? dated.year - 1 : lastStatedActual(lines)
}

/** 日付がなければ、実績に添えられた年（「R2:13件」「【令和2年度】」）のうち最も多いもの。 */
const lastStatedActual = (lines: readonly Line[]): number | null => {
  const stated = lines.flatMap((line) => [
    ...plainText(line.text).matchAll(/(?:[[(【])?((?:R|令和)\d{1,2}(?:年度)?)(?:実績)?(?:[\])】]|:)/gu),
  ])
  const years = stated.flatMap(([, words]) => readYear(words ?? '')?.year ?? [])
  const counts = Map.groupBy(years, (year) => year)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null
}
