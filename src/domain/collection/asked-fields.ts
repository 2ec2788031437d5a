import type { AnswerField } from './answer.ts'
import type { ResponseItem } from './response.ts'
import type { RoundAsks } from './round.ts'

/**
 * 項目に尋ねる欄。入力の頁に並ぶ順に。
 * 事業費は、事業の実績も尋ねるときは事業ごとに、尋ねないときは指標ごとに尋ねる（集計表は指標の行に事業費を書き、個票は事業に書く）。
 */
export const fieldsAsked = (asks: RoundAsks, kind: ResponseItem['kind']): readonly AnswerField[] => {
  const money: readonly AnswerField[] = asks.money ? ['money'] : []
  if (kind === 'project') return [...(asks.projectItems ? (['items'] as const) : []), ...money]
  const texts = asks.texts.map(({ key }): AnswerField => `text-${key}`)
  return [...(asks.actual ? (['actual'] as const) : []), ...texts, ...(asks.projectItems ? [] : money)]
}

/**
 * 項目が答えられたと言える欄（どれか一つが入っていれば数える）。増減理由だけ書いて実績のない行は、まだ答えられていない。
 * 実績を尋ねない照会では、尋ねた欄のどれか。
 */
export const mainFields = (asks: RoundAsks): readonly AnswerField[] => {
  const projects = asks.projectItems ? fieldsAsked(asks, 'project') : []
  return asks.actual ? ['actual', ...projects] : [...fieldsAsked(asks, 'indicator'), ...projects]
}
