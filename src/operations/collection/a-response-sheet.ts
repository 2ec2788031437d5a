import type { Answer, AnswerField, AnswerValue } from '#domain/collection/answer.ts'
import type { Response, ResponseItem } from '#domain/collection/response.ts'
import type { CollectionRound, RoundAsks } from '#domain/collection/round.ts'
import type { SheetSource } from './sheet-contents.ts'

// 試験のための回答用紙。

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const asks: RoundAsks = {
  actual: true,
  texts: [
    { key: 'reason', heading: '増減理由', need: 'below' },
    { key: 'next', heading: '今後の取組', need: 'optional' },
  ],
  money: true,
  projectItems: true,
  evidence: 'none',
}

const round: CollectionRound = {
  id: id(1),
  number: 1,
  title: '令和6年度実績の照会',
  fiscalYear: 2024,
  editionIds: [id(2)],
  asks,
  departmentIds: null,
  guidance: '前年度の実績値を入れてください。',
  reasonBelow: '80',
  approval: true,
  deadlines: { enter: '2026-06-12', approve: null, accept: null },
  status: 'open',
  opensAt: null,
  openedAt: null,
  closedAt: null,
  reopenedReason: null,
  revision: 1,
}

const response: Response = {
  id: id(3),
  roundId: round.id,
  departmentId: id(4),
  state: 'entering',
  revision: 1,
  extendedTo: null,
  extensionReason: null,
  lastAt: null,
  lastBy: null,
}

export const anItem = (ordinal: number, change: Partial<ResponseItem> = {}): ResponseItem => ({
  id: id(100 + ordinal),
  responseId: response.id,
  departmentId: response.departmentId,
  editionId: id(2),
  kind: 'indicator',
  subjectId: id(200 + ordinal),
  ordinal,
  name: `指標${ordinal + 1}`,
  unit: '件',
  ...change,
})

export const anAnswer = (itemId: string, field: AnswerField, value: AnswerValue, revision = 1): Answer => ({
  itemId,
  field,
  value,
  revision,
  at: '2026-06-01T00:00:00.000Z',
  by: '担当',
})

export const aSheetSource = (change: Partial<SheetSource> = {}): SheetSource => ({
  municipality: { code: '152501', name: '白川市' },
  round,
  response,
  department: '商工課',
  items: [anItem(0), anItem(1), anItem(2, { kind: 'project', unit: null, name: '創業塾' })],
  answers: [],
  editions: new Map(),
  madeAt: '2026-05-15T00:00:00.000Z',
  ...change,
})
