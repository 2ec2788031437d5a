import type { Indicator, Note, Project } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import { type Doubt, doubt, noteOf } from './doubt.ts'
import { readable } from './fragments.ts'
import type { Goals, GoalTitle } from './goals.ts'
import { relatedRow, settingRow } from './indicator-rows.ts'
import type { SheetTable } from './outline.ts'
import { realigned } from './realigned-years.ts'
import { relatedIndicators } from './related-indicators.ts'
import { settingIndicators, type Timing } from './setting-indicators.ts'
import { readContent, type SheetContent } from './sheet-content.ts'
import { readHead, type SheetHead } from './sheet-head.ts'
import { levelOf, type Numbered, nameScore, numberedSheets } from './sheet-numbers.ts'
import { partsOf } from './sheet-parts.ts'
import { readYears, type SheetYears } from './sheet-years.ts'
import { itemTexts } from './year-items.ts'

export type Sheets = {
  readonly projects: readonly Project[]
  readonly indicators: readonly Indicator[]
  readonly notes: readonly Note[]
  /** 個票の欄に印刷された基本目標の題。 */
  readonly titles: readonly GoalTitle[]
}

type ReadSheet = {
  readonly table: SheetTable
  readonly goal: string | null
  readonly head: SheetHead
  readonly content: SheetContent
  readonly years: SheetYears
}

/** 個票をすべて読む。番号を一覧と突き合わせて決め、一枚ずつ事業と指標にする。 */
export const readSheets = (
  tables: readonly SheetTable[],
  list: readonly Project[],
  goals: Goals,
  lastActual: number | null,
  id: IdMaker,
): Sheets => {
  const read = tables.map((table) => readSheet(table, goals))
  const numbers = numberedSheets(
    read.map(({ table, head, goal }) => ({
      printed: table.number?.text ?? null,
      names: head.names.map(({ text }) => readable(text)),
      goal,
    })),
    list,
  )
  const whole = read.map((sheet, index) => ({
    ...sheet,
    years: realigned(sheet.years, reprintsOf(index, read, numbers)),
  }))
  const built = whole.map((sheet, index) => sheetOf(sheet, numbers[index] ?? unknown, goals, lastActual, id))
  return {
    projects: built.map(({ project }) => project),
    indicators: built.flatMap(({ indicators }) => indicators),
    titles: read.flatMap(({ head }) => head.goals),
    notes: [
      ...inferredNumbers(
        built.map(({ project }) => project),
        numbers,
      ),
      ...lostImages(read),
      ...undatedActuals(
        built.flatMap(({ undated }) => undated),
        lastActual,
      ),
      ...built.flatMap(({ notes }) => notes),
    ],
  }
}

/** 同じ事業（一覧No.）のほかの個票の、実績・予定。 */
const reprintsOf = (index: number, read: readonly ReadSheet[], numbers: readonly Numbered[]): readonly SheetYears[] => {
  const own = numbers[index]?.list?.listNumber ?? null
  if (own === null) return []
  return read.flatMap(({ years }, at) => (at !== index && numbers[at]?.list?.listNumber === own ? [years] : []))
}

const unknown: Numbered = { number: null, how: 'unknown', list: null }

const readSheet = (table: SheetTable, goals: Goals): ReadSheet => {
  const parts = partsOf(table)
  return {
    table,
    goal: table.goal ? (goals.of(table.goal)?.id ?? null) : null,
    head: readHead(parts.header, parts.head, goals),
    content: readContent(parts.contentHeader, parts.content),
    years: readYears(parts.yearHeader, parts.body),
  }
}

// ---- 一枚を事業と指標にする

type Built = {
  readonly project: Project
  readonly indicators: readonly Indicator[]
  readonly notes: readonly Note[]
  /** 年の書かれていない実績の所在。 */
  readonly undated: readonly Place[]
}

const sheetOf = (sheet: ReadSheet, numbered: Numbered, goals: Goals, lastActual: number | null, id: IdMaker): Built => {
  const { head, years } = sheet
  const [name, ...others] = head.names.map(({ text }) => readable(text))
  const projectId = id('p', 'sheet', numbered.number ?? sheet.goal, name ?? '')
  const timing: Timing = { lastActual, from: head.period?.from ?? null }
  const settings = settingIndicators(years, timing)
  const owner = { project: projectId, node: sheet.goal, sheetNo: numbered.number }
  const related = relatedIndicators(head.related).map((each) => relatedRow(each, owner, id))
  const setting = settings.value.map((each) => settingRow(each, owner, id))
  const rows = [...related, ...setting]
  const project: Project = {
    id: projectId,
    number: numbered.number,
    listNumber: numbered.list?.listNumber ?? null,
    name: name ?? '',
    subName: others.length > 0 ? others.join(' ') : null,
    nodes: [...new Set(head.goals.flatMap((title) => goals.of(title)?.id ?? []))],
    tags: { ...(head.policies.length > 0 ? { 総合計画の関連施策: head.policies } : {}), ...sheet.content.tags },
    priority: true,
    implementers: head.implementers,
    period: head.period,
    content: sheet.content.content,
    years: years.years.map((each) => ({ year: each.year, items: itemTexts(each), ...placeOf(each.cells[0]) })),
    indicators: rows.map(({ indicator }) => indicator.id),
    shownIn: 'sheet',
    place: head.names[0]?.place ?? sheet.table.header.place,
  }
  const doubts = [
    ...numberDoubts(project, numbered),
    ...sheetDoubts(sheet, project, goals),
    ...head.doubts,
    ...years.doubts,
    ...settings.doubts,
  ]
  return {
    project,
    indicators: rows.map(({ indicator }) => indicator),
    notes: [
      ...doubts.map((each) => noteOf({ ...each, params: { project: project.name, ...each.params } }, [projectId])),
      ...rows.flatMap(({ indicator, doubts: own }) =>
        own.map((each) =>
          noteOf({ ...each, params: { project: project.name, ...each.params } }, [projectId, indicator.id]),
        ),
      ),
    ],
    undated: settings.undated,
  }
}

/** 書いてある番号の一覧の行と、名が似ていない。 */
const numberDoubts = (project: Project, { how, list }: Numbered): readonly Doubt[] => {
  const names = project.subName ? [project.name, project.subName] : [project.name]
  if (how !== 'printed' || !list || nameScore(names, list.name) >= 0.5) return []
  const params = { number: project.number ?? '', listed: list.name }
  return [doubt('warning', 'sheet-number-other-name', params, [project.place, list.place])]
}

const placeOf = (cell: { readonly place: Place } | undefined): { readonly place?: Place } =>
  cell ? { place: cell.place } : {}

const sheetDoubts = ({ table, goal, head, years }: ReadSheet, project: Project, goals: Goals): readonly Doubt[] => {
  const section = goals.nodes.find(({ id }) => id === goal)
  const places = [table.header.place]
  return [
    ...(project.name === '' ? [doubt('warning', 'sheet-name-missing', {}, places)] : []),
    ...(section && !project.nodes.includes(section.id)
      ? [
          doubt('warning', 'sheet-goal-not-listed', { goal: section.number ?? '' }, [
            project.place,
            ...head.goals.map(({ place }) => place),
          ]),
        ]
      : []),
    ...(years.years.length === 0 ? [doubt('warning', 'sheet-years-missing', {}, places)] : []),
    ...(years.emptyKpi ? [doubt('warning', 'kpi-heading-empty', {}, [years.emptyKpi.place])] : []),
    ...(years.kpi.length === 0 && !years.emptyKpi && years.years.length > 0
      ? [doubt('info', 'kpi-missing', {}, places)]
      : []),
  ]
}

// ---- 図書に一度だけ言うこと

/** 番号を推し量った個票。名と基本目標で決まったものはまとめて一つ、並びだけのものは一枚ずつ。 */
const inferredNumbers = (projects: readonly Project[], numbers: readonly Numbered[]): readonly Note[] => {
  const of = (how: Numbered['how']) => projects.filter((_, index) => numbers[index]?.how === how)
  const named = of('name')
  const together =
    named.length === 0
      ? []
      : [
          note(
            levelOf('name'),
            'sheet-numbers-inferred',
            { count: named.length, numbers: named.map(({ number }) => number).join('、') },
            named.map(({ place }) => place),
            named.map(({ id }) => id),
          ),
        ]
  return [
    ...together,
    ...of('order').map((project) =>
      note(
        levelOf('order'),
        'sheet-number-by-order',
        { project: project.name, number: project.number ?? '' },
        [project.place],
        [project.id],
      ),
    ),
    ...of('unknown').map((project) =>
      note(levelOf('unknown'), 'sheet-number-unknown', { project: project.name }, [project.place], [project.id]),
    ),
  ]
}

/** 視点・SDGs の欄に字がない個票。絵で示したものが文章への抽出で失われている。 */
const lostImages = (read: readonly ReadSheet[]): readonly Note[] => {
  const blankSheets = read.filter(({ content }) => content.blank.length > 0)
  if (blankSheets.length === 0) return []
  const places = blankSheets.flatMap(({ content }) => content.blank)
  return [note('info', 'sheet-images-lost', { count: blankSheets.length, total: read.length }, places)]
}

const undatedActuals = (places: readonly Place[], lastActual: number | null): readonly Note[] => {
  if (places.length === 0) return []
  return lastActual === null
    ? [note('warning', 'kpi-actual-year-unknown', { count: places.length }, places)]
    : [note('info', 'kpi-actual-year-inferred', { count: places.length, year: lastActual }, places)]
}
