import { gradeLetters } from '#domain/evaluation/goal-shares.ts'
import { findingsIn } from '#domain/findings/findings-in.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { GradeCount, PlanContent, RevisionRule } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { countsOfChanges, kindsCounted } from '#domain/revision/kind-of-change.ts'
import type { ChangeKind } from '#domain/revision/revision.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { Alongside } from '../../alongside.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Paper, ReportNote, Section } from '../../report.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { yearWords } from '../years.ts'
import { changeTable } from './change-table.ts'
import { gradeNotes, gradeTable, hasBlank } from './grade-table.ts'
import { kindTable } from './kind-table.ts'
import { livingContents } from './living-contents.ts'
import { ruleTable } from './rule-table.ts'
import { shareNotes, shareTable, shareTitle } from './share-table.ts'

/**
 * 改訂概要。評価の集計（基本目標 × 評価）と評価割合、評価ごとの見直し基準、戦略パッケージごとの主な変更内容。
 * しるべの中で改訂した版では評価と変更から数え、図書から読んだ版では図書にあるものだけを並べる。一つもなければ断る。
 *
 * @example revisionOverview.make(edition, ordinaryChoices) // 大仙市の概要なら、二つの章
 */
export const revisionOverview: Form = {
  name: 'revision-overview',
  asks: ['year', 'goals', 'yearStyle', 'grades', 'findings', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices, alongside = {}) => {
    const title = `${(alongside.revised?.base ?? edition).title}の改訂について（概要）`
    const sections = overviewSections(edition, choices, alongside, title)
    if (!sections.ok) return sections
    return done(headedReport(edition, choices, { form: 'revision-overview', title, sections: sections.value }))
  },
}

/** 改訂概要の章。意見募集の資料にも綴じる。 */
export const overviewSections = (
  edition: Edition,
  choices: ReportChoices,
  alongside: Alongside,
  title: string,
): Result<readonly Section[]> => {
  const contents = contentsFor(edition, choices, alongside)
  return contents.ok ? done(sectionsOf(edition, choices, contents.value, title)) : contents
}

/** 載せる中身。評価は一つの年度のものだけにする（ちがう年度の数を足さない）。 */
type Contents = Pick<PlanContent, 'nodes' | 'revisionRules' | 'revisionItems' | 'grades'> & {
  readonly year: number | null
  /** 変更の種類ごとの数（しるべの中で改訂した版だけ）。 */
  readonly kinds: readonly (readonly [kind: ChangeKind, count: number])[]
}

/** しるべの中で改訂した版なら評価と変更から数え、図書から読んだ版なら書かれたものを。 */
const contentsFor = (edition: Edition, choices: ReportChoices, alongside: Alongside): Result<Contents> => {
  const living = livingContents(edition, alongside)
  const { revised } = alongside
  if (!living || !revised) return printedContents(edition, choices)
  const kinds = kindsCounted(countsOfChanges(revised.changes))
  if (living.grades.length + kinds.length === 0) return refused('report-nothing-changed', { plan: edition.title })
  return done({ ...living, grades: choices.grades ? living.grades : [], kinds })
}

const printedContents = (edition: Edition, choices: ReportChoices): Result<Contents> => {
  const { nodes, revisionRules, revisionItems, grades: all } = edition.content
  if (all.length + revisionRules.length + revisionItems.length === 0)
    return refused('report-no-revision', { plan: edition.title })
  const changed = changedGoals(edition.content)
  const strange = choices.goals?.find((goal) => !changed.includes(goal))
  if (strange !== undefined && revisionItems.length > 0)
    return refused('report-goal-without-changes', { goal: strange, known: changed.join('・') })
  const year = gradedYear(all, choices.year)
  const grades = choices.grades ? all.filter((row) => (row.year ?? null) === year) : []
  if (choices.grades && all.length > 0 && grades.length === 0)
    return refused('report-no-grades-in-year', { year: fiscalYearInWords({ startYear: choices.year ?? 0 }) })
  return done({ nodes, revisionRules, revisionItems, grades, year, kinds: [] })
}

/** 評価した年度。選ばれていなければ、いちばん新しいもの。年度の書かれていない表だけなら null。 */
const gradedYear = (grades: readonly GradeCount[], asked: number | null): number | null => {
  const years = [...new Set(grades.map(({ year }) => year ?? null))]
  const known = years.filter((year) => year !== null)
  if (known.length === 0) return null
  return asked ?? Math.max(...known)
}

/** 主な変更内容のある基本目標。 */
const changedGoals = (content: PlanContent): readonly string[] => {
  const [goals, nodes] = [goalsOf(content), nodesById(content)]
  const over = content.revisionItems.map(({ node }) => goalOver(goals, nodes, node)?.key)
  return goals.map(({ key }) => key).filter((key) => over.includes(key))
}

const sectionsOf = (edition: Edition, choices: ReportChoices, contents: Contents, title: string): readonly Section[] =>
  [
    ...(contents.grades.length + contents.revisionRules.length + contents.kinds.length > 0
      ? [gradeSection(edition, choices, contents, title)]
      : []),
    ...(contents.revisionItems.length > 0 ? [changeSection(contents, choices)] : []),
  ].map((section, index) => (index === 0 ? { ...section, title } : section))

const paperOf = ({ paper }: ReportChoices): Paper => paper ?? { size: 'A4', orientation: 'portrait' }

const gradeSection = (edition: Edition, choices: ReportChoices, contents: Contents, title: string): Section => {
  const { grades, revisionRules, year } = contents
  const letters = gradeLetters(grades)
  const nodes = nodesById(contents)
  const yearly = year === null ? '' : `${yearWords(year, choices.yearStyle)}実績における`
  return {
    key: 'grades',
    name: '評価と見直し基準',
    paper: paperOf(choices),
    title,
    lead: [],
    outline: 1,
    blocks: [
      ...(grades.length > 0
        ? [
            heading(`${yearly}評価（単位：件）`),
            table(gradeTable(grades, letters, nodes)),
            heading(shareTitle),
            table(shareTable(grades, letters, nodes)),
          ]
        : []),
      ...(revisionRules.length > 0
        ? [heading('評価ごとの見直し基準と見直し内容'), table(ruleTable(revisionRules))]
        : []),
      ...(contents.kinds.length > 0 ? [heading('変更の種類ごとの件数'), table(kindTable(contents.kinds))] : []),
    ],
    notes: [
      ...blankNotes(grades, letters, revisionRules),
      ...gradeNotes(grades),
      ...shareNotes(grades),
      ...(choices.findings ? findingNotes(edition) : []),
    ],
  }
}

const changeSection = (contents: Contents, { goals, ...choices }: ReportChoices): Section => ({
  key: 'changes',
  name: '主な変更内容',
  paper: paperOf({ goals, ...choices }),
  title: '主な変更内容',
  lead:
    goals === null
      ? []
      : [
          `対象：${goalsOf(contents)
            .filter(({ key }) => goals.includes(key))
            .map(({ words }) => words)
            .join('、')}`,
        ],
  outline: 1,
  blocks: [table(changeTable(contents, goals))],
  notes: [],
})

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })

const table = (made: Extract<Block, { kind: 'table' }>['table']): Block => ({ kind: 'table', table: made })

/** 「―」のわけ。評価の数と修正指標数で、言うことは一つ。 */
const blankNotes = (
  grades: readonly GradeCount[],
  letters: readonly string[],
  rules: readonly RevisionRule[],
): readonly ReportNote[] =>
  hasBlank(grades, letters) || rules.some(({ count }) => count === null)
    ? [{ mark: '※', text: '「―」は、もとの図書で空欄のもの。0件と書かれたものではない。' }]
    : []

/** 評価の集計と修正指標数についての、突合の気づき。 */
const findingNotes = (edition: Edition): readonly ReportNote[] =>
  findingsIn(asDraft(edition))
    .filter(({ code }) => /^(?:grade-total|rule-count)-/.test(code))
    .map(({ message }) => ({ mark: '※', text: message }))
