import type { Message, Params } from '#domain/language/message.ts'
import type { Problem } from '#domain/problem.ts'

/** 様式の中の所。断りの文の頭に出す（「シート「進捗」の C7：」）。 */
export type TemplatePlace = Message

/** 所つきの断り。`kind` は何が悪いか、文は「どこの・何が・どうすれば」。 */
export const problemAt = (place: TemplatePlace, code: string, params: Params = {}): Problem => ({
  kind: code,
  code: place.code,
  params: place.params,
  also: [{ code, params }],
})

export const cellPlace = (sheet: string, cell: string): TemplatePlace => ({
  code: 'template-at-cell',
  params: { sheet, cell },
})

export const partPlace = (part: string): TemplatePlace => ({ code: 'template-at-part', params: { part } })
