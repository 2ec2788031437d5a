import type { Edition } from '#domain/plan/edition.ts'
import { done, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Section } from '../../report.ts'
import type { reportTitles } from '../../report-name.ts'
import { chosenYear, ruledEdition } from '../chosen.ts'
import type { Form } from '../form.ts'
import { yearWords } from '../years.ts'
import { bookPaper } from './book-paper.ts'
import { overviewSection } from './overview.ts'

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
  make: (edition, choices) => {
    const made = parts.flatMap((form) => {
      const report = form.make(edition, { ...choices, paper: null })
      return report.ok ? [report.value] : []
    })
    if (made.length === 0) return refused('report-book-empty', { title: edition.title })
    const chapters = made.flatMap(({ form, sections }) => chapter(form, sections))
    return done({
      form: 'plan-book',
      title: edition.title,
      documentNumber: choices.documentNumber,
      municipality: edition.municipality.name,
      plan: edition.title,
      asOf: choices.asOf,
      sections: [
        cover(edition, choices),
        contents,
        overviewSection(ruledEdition(edition, choices), choices),
        ...chapters,
      ],
    })
  },
})

/** 一つの様式の章。しおりは、その様式の初めの章が一段目、残り（個票の一枚ずつなど）は二段目。 */
const chapter = (form: keyof typeof reportTitles, sections: readonly Section[]): readonly Section[] =>
  sections.map((section, nth) => ({
    ...section,
    key: `${form}-${section.key}`,
    name: section.name,
    outline: nth === 0 && section.outline < 2 ? 1 : 2,
  }))

const cover = (edition: Edition, choices: ReportChoices): Section => {
  const year = chosenYear(edition, choices)
  const { firstYear, lastYear } = edition
  const period =
    firstYear === null || lastYear === null
      ? []
      : [`計画期間　${yearWords(firstYear, choices.yearStyle)}～${yearWords(lastYear, choices.yearStyle)}`]
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
          { text: edition.title, size: 'large' },
          ...period.map((text) => ({ text, size: 'middle' as const })),
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
