import type { FormName, Note, PlanDraft } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import type { FormGuess, TableOutline } from '#domain/review/table-outline.ts'
import type { SourceDocument } from './document.ts'
import { tableOutlines } from './recognize/tables/outlines.ts'
import { type Guess, likeEnough, recognizers } from './recognizers.ts'

/** 図書を、人の選んだ読み方で読んだもの。 */
export type Reading = {
  /** らしい順。 */
  readonly guesses: readonly FormGuess[]
  readonly tables: readonly TableOutline[]
  readonly draft: Result<PlanDraft>
}

/**
 * 図書を、人の選んだ様式・見出しの行・列の役で読む。何も選ばれていなければ、案は `readPlan` と同じ。
 * どの様式らしいかと、図書にある表（見出しの分からないものも）を添える。投げない。
 *
 * @example readWithChoices(document, noChoices).draft // → readPlan(document)
 */
export const readWithChoices = (document: SourceDocument, choices: ReadingChoices): Reading => {
  const guesses = recognizers
    .map((recognizer): Guess => ({ form: recognizer.form, ...recognizer.recognise(document, choices) }))
    .toSorted((a, b) => b.score - a.score)
  return { guesses, tables: tableOutlines(document, choices), draft: draftOf(document, choices, guesses[0]) }
}

/** 選ばれた様式か、いちばんらしい様式で、案にする。 */
export const draftOf = (
  document: SourceDocument,
  choices: ReadingChoices,
  best: Guess | undefined,
): Result<PlanDraft> => {
  const form: FormName | undefined = choices.form ?? (best && best.score >= likeEnough ? best.form : undefined)
  const recognizer = recognizers.find((each) => each.form === form)
  if (!recognizer) return unrecognised(document, choices)
  const draft = recognizer.read(document, choices)
  if (isEmpty(draft)) return nothingRead(document, choices)
  return done({ ...draft, notes: [...openingNotes(document), ...draft.notes] })
}

/** どの様式でもない図書。見えているもの（表の数と見出し、または文の行）を言う。 */
const unrecognised = (document: SourceDocument, choices: ReadingChoices): Result<never> => {
  const { file } = document.source
  const [first, ...others] = tableOutlines(document, choices)
  if (!first) return refused('no-table-found', { file, count: writtenLines(document) })
  const headings = first.columns.map(({ header }) => header).filter((header) => header !== '')
  return refused('form-not-recognised', { file, count: others.length + 1, headings: headings.slice(0, 6).join('・') })
}

/** 様式は決まったが、何も読めなかった図書。人の選んだ列に指標の名がなければ、そう言う。 */
const nothingRead = (document: SourceDocument, choices: ReadingChoices): Result<never> => {
  const { file } = document.source
  const chosen = new Set(choices.columns.map(({ table }) => table))
  const nameless = tableOutlines(document, choices).some(
    ({ key, columns }) => chosen.has(key) && columns.every(({ role }) => role !== 'name'),
  )
  return refused(nameless ? 'no-name-column' : 'no-indicators', { file })
}

const writtenLines = ({ pages }: SourceDocument): number =>
  pages.reduce((sum, { lines }) => sum + lines.filter(({ text }) => text.trim() !== '').length, 0)

const openingNotes = (document: SourceDocument): Note[] =>
  document.remarks.map(({ message, places }) => note('warning', message.code, message.params, places))

const isEmpty = (draft: PlanDraft): boolean =>
  [draft.indicators, draft.projects, draft.priorityGoals, draft.grades, draft.revisionRules, draft.revisionItems].every(
    (entries) => entries.length === 0,
  )
