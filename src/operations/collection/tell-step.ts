import type { FlowStep } from '#domain/collection/flow.ts'
import type { NoticeKind } from '#domain/notices/notice.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { FlowFacts } from './flow-facts.ts'

/** 一歩ごとの知らせ。入力を始めたことと後閲は、だれも待っていないので知らせない。 */
const kinds: Readonly<Partial<Record<FlowStep, NoticeKind>>> = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  approve: 'approved',
  'approve-for': 'approved',
  'return-by-head': 'returned',
  'return-by-planner': 'returned',
  accept: 'accepted',
}

/** つぎの人に知らせる。だれに届くかは、通知の側が決める。 */
export const tellStep = async (
  tx: WriteTransaction,
  step: FlowStep,
  { response, round }: FlowFacts,
  reason: string | null,
): Promise<void> => {
  const kind = kinds[step]
  if (!kind) return
  await tx.notices.tell({
    kind,
    departmentId: response.departmentId,
    roundId: round.id,
    responseId: response.id,
    params: reason === null ? {} : { reason },
  })
}
