import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator, Note, Project } from '#domain/plan/draft.ts'
import { isSdgKind } from '#domain/plan/sdg.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import type { Cell } from '../../document.ts'
import { type Doubt, doubt, noteOf } from './doubt.ts'
import { type Goals, type GoalTitle, numberedTitles } from './goals.ts'
import { relatedRow, settingRow } from './indicator-rows.ts'
import { type Labelled, type LabelRole, labelledItems } from './labelled-rows.ts'
import type { LabelledSheet } from './labelled-sheets.ts'
import { labelledTables } from './labelled-tables.ts'
import { wholeNumber } from './rows.ts'
import { periodOf } from './sheet-head.ts'
import { isDash } from './sheet-years.ts'
import type { Sheets } from './sheets.ts'

/** 項目の名を左に置いた個票を、一枚ずつ事業と指標にする。番号も欄も書いてあるので、推し量ることがない。 */
export const labelledProjects = (sheets: readonly LabelledSheet[], goals: Goals, id: IdMaker): Sheets => {
  const built = sheets.map((sheet) => projectOf(sheet, goals, id))
  return {
    projects: built.map(({ project }) => project),
    indicators: built.flatMap(({ indicators }) => indicators),
    notes: built.flatMap(({ notes }) => notes),
    titles: labelledTitles(sheets),
  }
}

/** 個票の基本目標の欄に印刷された題。 */
export const labelledTitles = (sheets: readonly LabelledSheet[]): readonly GoalTitle[] =>
  sheets.flatMap(({ lines }) => itemsNamed(labelledItems(lines), 'goal').flatMap(numberedTitles))

/** 値の書かれた、その役の項目の値。 */
const itemsNamed = (items: readonly Labelled[], role: LabelRole): readonly Cell[] =>
  items.flatMap(({ role: own, value }) => (own === role && value && !isDash(value.text) ? [value] : []))

type Built = { readonly project: Project; readonly indicators: readonly Indicator[]; readonly notes: readonly Note[] }

const projectOf = (sheet: LabelledSheet, goals: Goals, id: IdMaker): Built => {
  const items = labelledItems(sheet.lines)
  const tables = labelledTables(sheet.lines)
  const cell = (role: LabelRole): Cell | undefined => itemsNamed(items, role)[0]
  const number = wholeNumber(cell('number')?.text ?? '') ?? null
  const [upper, lower] = [cell('name'), cell('lower-name')]
  const named = upper ?? lower
  const titles = itemsNamed(items, 'goal').flatMap(numberedTitles)
  const nodes = [...new Set(titles.flatMap((title) => goals.of(title)?.id ?? []))]
  const section = sheet.goal ? (goals.of(sheet.goal)?.id ?? null) : null
  const node = section ?? nodes[0] ?? null
  const projectId = id('p', 'sheet', number ?? node, named?.text ?? '')
  const owner = { project: projectId, node, sheetNo: number }
  const rows = [
    ...tables.related.map((each) => relatedRow(each, owner, id)),
    ...tables.settings.map((each) => settingRow(each, owner, id)),
  ]
  const place = named?.place ?? sheet.lines[0]?.place ?? { line: 0 }
  const project: Project = {
    id: projectId,
    number,
    listNumber: wholeNumber(cell('list-number')?.text ?? '') ?? null,
    name: named?.text ?? '',
    subName: upper && lower ? lower.text : null,
    nodes,
    tags: tagsOf(items),
    priority: true,
    implementers: itemsNamed(items, 'implementer').flatMap(({ text }) => linesIn(text)),
    period: periodOf(cell('period')?.text ?? ''),
    content: cell('content')?.text ?? null,
    years: tables.years,
    indicators: rows.map(({ indicator }) => indicator.id),
    shownIn: 'sheet',
    place,
  }
  const doubts = doubtsOf(project, items, titles)
  return {
    project,
    indicators: rows.map(({ indicator }) => indicator),
    notes: doubts.map((each) => noteOf({ ...each, params: { project: project.name, ...each.params } }, [projectId])),
  }
}

const linesIn = (text: string): readonly string[] =>
  text
    .split(/\r\n|\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** 印の種類ごとの値。SDGs は番号、番号だけか「1. 住民の…」と並ぶ視点も番号、ほかは一行を一つの値とする。 */
const tagsOf = (items: readonly Labelled[]): Project['tags'] => {
  const policies = itemsNamed(items, 'policy').flatMap(({ text }) => linesIn(text))
  const tags = items.flatMap(({ role, label, value }) =>
    role === 'tag' && value && !isDash(value.text) ? [[tagName(label.text), valuesIn(value.text)] as const] : [],
  )
  return { ...(policies.length > 0 ? { 総合計画の関連施策: policies } : {}), ...Object.fromEntries(tags) }
}

const tagName = (label: string): string => (isSdgKind(label) ? 'SDGs' : label)

const valuesIn = (text: string): readonly string[] => {
  if (/^[\d、,\s]+$/u.test(plainText(text))) return plainText(text).match(/\d+/gu) ?? []
  const lines = linesIn(text)
  const numbers = lines.map((line) => /^(\d{1,2})[\s.．:：](?!\d)/u.exec(line)?.[1])
  return numbers.every((number) => number !== undefined) ? numbers : lines
}

const doubtsOf = (project: Project, items: readonly Labelled[], titles: readonly GoalTitle[]): readonly Doubt[] => [
  ...(project.name === '' ? [doubt('warning', 'sheet-name-missing', {}, [project.place])] : []),
  ...(project.years.length === 0 ? [doubt('warning', 'sheet-years-missing', {}, [project.place])] : []),
  ...items.flatMap(({ role, label }) => (role === undefined ? [unread(label)] : [])),
  ...(titles.length === 0 ? itemsNamed(items, 'goal').map(unread) : []),
]

const unread = ({ text, place }: Cell): Doubt =>
  doubt('warning', 'sheet-cell-unread', { text: text.slice(0, 40) }, [place])
