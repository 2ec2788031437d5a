import { dueKey, dueNotice } from '#domain/notices/due-notice.ts'
import { morningOf } from '#domain/notices/morning.ts'
import type { PlacedInstruction } from '#domain/priority/instruction.ts'
import { awaitsAnswer } from '#domain/priority/instruction-flow.ts'
import type { App } from '../app.ts'
import { instructionNotice } from '../priority/tell-instruction.ts'
import { systemAct } from './system-act.ts'

/**
 * 対応を待つ市長指示事項の期限を、照会の締切と同じ節目（7・3・1 日前、過ぎて 1・3・7 日、そのあと七日ごと）で部局に知らせる。
 * 同じ節目は一度だけ。期限を改めれば、新しい期限で知らせ直す。知らせた数を返す。
 */
export const tellInstructionsDue = async (app: App, now: Date): Promise<number> => {
  const today = morningOf(now)
  if (today === null) return 0
  let told = 0
  for (const { code } of await app.store.municipalities()) told += await tellIn(app, code, today, now)
  return told
}

const tellIn = async (app: App, code: string, today: string, now: Date): Promise<number> => {
  const untold = await app.store.read(code, async (tx) => {
    const due = (await tx.instructions.of({ open: true })).flatMap((each) => dueNow(each, today))
    const told = due.length === 0 ? new Set() : await tx.notices.keysTold(due.map(({ key }) => key))
    return due.filter(({ key }) => !told.has(key))
  })
  if (untold.length === 0) return 0
  return app.store.write(code, systemAct(app, now), async (tx) => {
    let told = 0
    for (const { key, notice } of untold) if (await tx.notices.tellOnce(key, notice)) told++
    return told
  })
}

const dueNow = (instruction: PlacedInstruction, today: string) => {
  if (!awaitsAnswer(instruction) || instruction.dueOn === null) return []
  const due = { stage: 'enter', day: instruction.dueOn } as const
  const found = dueNotice(due, today)
  if (!found) return []
  const notice = instructionNotice(`instruction-${found.kind}`, instruction, instruction.text, found.days)
  return [{ key: `instruction-${dueKey(instruction.id, due, found)}`, notice }]
}
