import type { Message } from '../language/message.ts'
import type { Notice } from './notice.ts'

/** 通知の文。照会の題と課の名は、文の外（見出し）に置く。わけ・添えることば・日があれば、続けて言う。 */
export const noticeMessage = ({ kind, params }: Pick<Notice, 'kind' | 'params'>): Message => {
  const also = [...dateOf(params.date), ...wordsOf('because', params.reason), ...wordsOf('note', params.note)]
  return { code: codeOf(kind, params), params, ...(also.length > 0 && { also }) }
}

const codeOf = (kind: Notice['kind'], { stage, days }: Notice['params']): string => {
  if (kind === 'instruction-due-soon' && days === 0) return 'notices.kind-instruction-due-today'
  if (kind !== 'due-soon' && kind !== 'overdue') return `notices.kind-${kind}`
  const at = stage === 'approve' || stage === 'accept' ? stage : 'enter'
  return `notices.kind-${kind === 'due-soon' && days === 0 ? 'due-today' : kind}-${at}`
}

const wordsOf = (code: 'because' | 'note', words: string | number | undefined): readonly Message[] =>
  words === undefined || words === '' ? [] : [{ code: `notices.${code}`, params: { words } }]

const dateOf = (date: string | number | undefined): readonly Message[] =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(date ?? '')) ? [{ code: 'notices.until', params: { day: `@day-${date}` } }] : []
