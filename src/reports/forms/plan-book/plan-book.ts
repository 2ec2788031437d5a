import type { Edition } from '#domain/plan/edition.ts'
import { done, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Report, Section } from '../../report.ts'
import { type ReportName, reportTitles } from '../../report-name.ts'
import { chosenYear, ruledEdition } from '../chosen.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { yearWords } from '../years.ts'
import { bookPaper } from './book-paper.ts'
import { overviewSection } from './overview.ts'
import { periodInWords } from './period.ts'

/**
 * 計画書。表紙・目次・概要（図と表）のあとに、この版から作れる様式のすべてを綴じる。
 * `parts` は綴じる様式を綴じる順に（様式の目録が渡す）。作れない様式は綴じない。一つも作れなければ断る（`report-book-empty`）。
 *
 * @example planBookOf([progressTable, projectSheets]).make(伊万里市の版, ordinaryChoices)
 */
export const planBookOf = (parts: readonly Form[]): Form => ({
  name: 'plan-book',
  asks: [
    'years',
    'year',
    'goals',
    'departments',
    'rules',
    'rows',
    'pair',
    'yearStyle',
    'money',
    'grades',
    'comments',
    'findings',
    'stage',
    'documentNumber',
    'asOf',
  ],
  make: (edition, choices, alongside = {}) => {
    const made = partsFor(edition, parts).flatMap((form) => {
      const report = form.make(edition, { ...choices, paper: null }, alongside)
      return report.ok ? [report.value] : []
    })
    if (made.length === 0) return refused('report-book-empty', { title: edition.title })
    const chapters = made.flatMap((report) => chapter(report, edition))
    return done(
      headedReport(edition, choices, {
        form: 'plan-book',
        title: edition.title,
        sections: [
          cover(edition, choices),
          contents,
          overviewSection(ruledEdition(edition, choices), choices),
          ...chapters,
        ],
      }),
    )
  },
})

/** 同じ値を二度綴じない。集計表として読んだ計画は集計表を、ほかの計画は一覧表を綴じる。 */
const partsFor = ({ form }: Edition, parts: readonly Form[]): readonly Form[] => {
  const other = form === 'kpi-summary' ? 'progress-table' : 'kpi-summary'
  return parts.filter(({ name }) => name !== other)
}

/** 一つの様式の章。個票のようにどの章も二段目のものには、扉を置いて一段目にする。 */
const chapter = ({ form, sections }: Report, { title }: Edition): readonly Section[] => {
  const inner = sections.every(({ outline }) => outline > 1)
  const titles = new Set(sections.map((section) => section.title))
  // どの章も同じ題の様式（基本目標ごとの集計表）では、目次で見分けられるように、章の名を添えて並べる。
  const alike = sections.length > 1 && titles.size === 1
  const pages = sections.map((section, nth) => {
    const own = titleInBook(section.title, title)
    return {
      ...section,
      key: `${form}-${section.key}`,
      title: alike && own !== null ? `${own}（${section.name}）` : own,
      outline: alike || (nth === 0 && !inner) ? (1 as const) : (2 as const),
    }
  })
  return inner && pages.length > 1 ? [door(form, pages.length), ...pages] : pages
}

/**
 * 計画の題は表紙と頁の上にあるので、章の題には繰り返さない。「…総合戦略の改訂について」→「改訂について」
 */
const titleInBook = (own: string | null, plan: string): string | null =>
  own
    ?.replace(plan, '')
    .replace(/^の(?=.)/, '')
    .trim() || own

const door = (form: ReportName, count: number): Section => ({
  key: `${form}-door`,
  name: reportTitles[form],
  paper: bookPaper,
  title: null,
  lead: [],
  outline: 1,
  blocks: [
    {
      kind: 'cover',
      lines: [
        { text: reportTitles[form], size: 'large' },
        { text: `全 ${count} 枚`, size: 'middle' },
      ],
    },
  ],
  notes: [],
})

const cover = (edition: Edition, choices: ReportChoices): Section => {
  const year = chosenYear(edition, choices)
  const period = periodInWords(edition, choices)
  return {
    key: 'cover',
    name: '表紙',
    paper: bookPaper,
    title: null,
    lead: [],
    outline: 0,
    blocks: [
      {
        kind: 'cover',
        lines: [
          { text: edition.title.replace(/[ 　]+/g, '\n'), size: 'large' },
          ...(period === undefined ? [] : [{ text: `計画期間　${period}`, size: 'middle' as const }]),
          ...(year === undefined
            ? []
            : [{ text: `${yearWords(year, choices.yearStyle)}実績`, size: 'middle' as const }]),
          ...(choices.asOf === null ? [] : [{ text: choices.asOf, size: 'small' as const }]),
          { text: edition.municipality.name, size: 'middle' },
        ],
      },
    ],
    notes: [],
  }
}

const contents: Section = {
  key: 'contents',
  name: '目次',
  paper: bookPaper,
  title: null,
  lead: [],
  outline: 0,
  blocks: [{ kind: 'contents', title: '目次' }],
  notes: [],
}
