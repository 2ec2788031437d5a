import { done, type Result, refused } from '../problem.ts'
import { readDay } from '../year/calendar.ts'

/** 指示・対応の字数の限り。 */
export const longestInstruction = 2000

/** 打たれた指示。期限の欄は空でもよい。 */
export type TypedInstruction = { readonly text: string; readonly due: string }

/** 読んだ指示。 */
export type ReadInstruction = { readonly text: string; readonly dueOn: string | null }

/** 打たれた指示を読む。断る符号: `instructions.text-needed`・`instructions.text-too-long`・`instructions.due-unreadable`。 */
export const readInstruction = ({ text, due }: TypedInstruction): Result<ReadInstruction> => {
  const told = text.trim()
  if (told === '') return refused('instructions.text-needed')
  const checked = withinLimit(told)
  if (!checked.ok) return checked
  const dueOn = readDue(due)
  return dueOn.ok ? done({ text: told, dueOn: dueOn.value }) : dueOn
}

/** 字数の限りの内か。 */
export const withinLimit = (text: string): Result<null> =>
  text.length > longestInstruction
    ? refused('instructions.text-too-long', { limit: longestInstruction, length: text.length })
    : done(null)

/** 期限の欄。空なら null、日として読めなければ断る。`readDue('令和8年10月31日')` → 2026-10-31 */
export const readDue = (typed: string): Result<string | null> => {
  if (typed.trim() === '') return done(null)
  const day = readDay(typed)
  return day === undefined ? refused('instructions.due-unreadable', { given: typed.trim().slice(0, 40) }) : done(day)
}
