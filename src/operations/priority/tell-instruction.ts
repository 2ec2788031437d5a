import type { NoticeKind } from '#domain/notices/notice.ts'
import type { Instruction } from '#domain/priority/instruction.ts'
import type { WriteTransaction } from '#store/tenant.ts'

/** 通知に引く字数。長い指示も、頁で読める。 */
const quoted = 60

export const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > quoted ? `${line.slice(0, quoted)}…` : line
}

/** 指示についての知らせ。`words` は、指示・対応・求めのことば。期限があれば添える。 */
export const instructionNotice = (
  kind: NoticeKind,
  { id, departmentId, number, dueOn }: Instruction,
  words: string,
  days?: number,
) => ({
  kind,
  departmentId,
  roundId: null,
  responseId: null,
  params: {
    instruction: id,
    number,
    note: excerpt(words),
    ...(dueOn !== null && kind !== 'instruction-answered' && { date: dueOn }),
    ...(days !== undefined && { days }),
  },
})

/** つぎに動く人に知らせる。だれに届くかは、通知の側が決める。 */
export const tellInstruction = (
  tx: WriteTransaction,
  kind: NoticeKind,
  instruction: Instruction,
  words: string,
): Promise<void> => tx.notices.tell(instructionNotice(kind, instruction, words))
