import { dueKey, dueNotice } from '#domain/notices/due-notice.ts'
import type { PlacedInstruction } from '#domain/priority/instruction.ts'
import { awaitsAnswer } from '#domain/priority/instruction-flow.ts'
import type { App } from '../app.ts'
import { instructionNotice } from '../priority/tell-instruction.ts'
import { type Keyed, tellInEveryCity } from './tell-once.ts'

/**
 * 対応を待つ市長指示事項の期限を、照会の締切と同じ節目（7・3・1 日前、過ぎて 1・3・7 日、そのあと七日ごと）で部局に知らせる。
 * 同じ節目は一度だけ。期限を改めれば、新しい期限で知らせ直す。知らせた数を返す。
 */
export const tellInstructionsDue = (app: App, now: Date): Promise<number> =>
  tellInEveryCity(app, now, async (tx, today) =>
    (await tx.instructions.of({ open: true })).flatMap((each) => dueNow(each, today)),
  )

const dueNow = (instruction: PlacedInstruction, today: string): readonly Keyed[] => {
  if (!awaitsAnswer(instruction) || instruction.dueOn === null) return []
  const due = { stage: 'enter', day: instruction.dueOn } as const
  const found = dueNotice(due, today)
  if (!found) return []
  const notice = instructionNotice(`instruction-${found.kind}`, instruction, instruction.text, found.days)
  return [{ key: `instruction-${dueKey(instruction.id, due, found)}`, notice }]
}
