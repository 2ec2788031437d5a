import { say } from '#domain/language/say.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { instructionOwners } from '#domain/plan/instruction-owners.ts'
import type { InstructionPlace, PlacedInstruction } from '#domain/priority/instruction.ts'
import { isPastDue } from '#domain/priority/instruction-flow.ts'
import { latestAnswer } from '#domain/priority/open-instructions.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { Alongside } from '../../alongside.ts'
import type { ReportChoices } from '../../choices.ts'
import { noValue } from '../cells.ts'

/** 一覧の一行。どれも紙に出る字。`late` は、期限を過ぎて対応を待つもの。 */
export type InstructionRow = {
  readonly number: string
  readonly department: string
  readonly instruction: string
  readonly goal: string
  readonly due: string
  readonly answer: string
  readonly answered: string
  readonly state: string
  readonly late: boolean
}

/** 渡された指示の並びのまま。指示を渡されなければ、図書に書かれた指示を。 */
export const instructionRows = (
  edition: Edition,
  choices: Pick<ReportChoices, 'yearStyle'>,
  given: Alongside['instructions'],
): readonly InstructionRow[] => {
  if (!given) return instructionOwners(edition.content).map(printedRow)
  const stepsOf = Map.groupBy(given.steps, ({ instructionId }) => instructionId)
  return given.instructions.map((instruction) => {
    const answer = latestAnswer(stepsOf.get(instruction.id) ?? [])
    const late = given.today !== undefined && isPastDue(instruction, given.today)
    const { year, number, departmentId, text, place, dueOn, state } = instruction
    return {
      number: `${fiscalYearInWords({ startYear: year }, choices.yearStyle === 'western' ? 'western' : 'short')}\n${number}号`,
      department: given.departments.get(departmentId) ?? noValue,
      instruction: `${text}\n（${stageInWords(instruction)}）`,
      goal: placeInWords(place),
      due: dueOn === null ? noValue : dayInWords(dueOn, 'ja', true),
      answer: answer?.text ?? noValue,
      answered: answer ? `${dayInWords(dayInJapan(new Date(answer.at)), 'ja', true)}\n${answer.by}` : noValue,
      state: `${wordsOf(`state-${state}`)}${late ? `\n▲${wordsOf('overdue')}` : ''}`,
      late,
    }
  })
}

/** 図書に書かれた指示。対応は書かれていないので、書き込めるよう空けておく。 */
const printedRow = (
  { text, department }: { readonly text: string; readonly department: string | null },
  index: number,
) => ({
  number: String(index + 1),
  department: department ?? noValue,
  instruction: text,
  goal: noValue,
  due: noValue,
  answer: '',
  answered: '',
  state: '',
  late: false,
})

/** 「重点目標1　移住・定住の推進　②空き家バンク」。調書に付いていなければ「部局全体」。 */
export const placeInWords = (place: InstructionPlace | null): string => {
  if (place === null) return wordsOf('place-whole')
  const goal = say(
    { code: 'instructions.place-goal', params: { number: place.goalNumber, title: place.goalTitle } },
    'ja',
  )
  return place.itemTitle === null ? goal : `${goal}\n${place.itemMark ?? ''}${place.itemTitle}`
}

const stageInWords = ({ stage }: PlacedInstruction): string => wordsOf(`stage-${stage}`)

const wordsOf = (code: string): string => say({ code: `instructions.${code}`, params: {} }, 'ja')
