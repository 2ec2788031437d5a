import type { Message } from '../language/message.ts'
import type { Change, Difference } from '../plan/difference.ts'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import type { EditionHeading } from '../plan/edition.ts'
import type { Place } from '../provenance.ts'
import type { Correction, EntryKey, ReadingChoices } from './correction.ts'
import type { FormGuess, MappingOffer, TableOutline } from './table-outline.ts'

/** 取込み（見直し中の図書）一つ。図書・読み方・訂正から、いつでも同じ案が組み立つ。 */
export type Review = {
  readonly id: string
  /** 直すたびに上がる。頁はこの数を持ち、送るときに添える。 */
  readonly revision: number
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly openedAt: string
  readonly openedBy: string
  /** open 見直し中、adopted 取り込んだ、discarded やめた。 */
  readonly status: 'open' | 'adopted' | 'discarded'
  readonly choices: ReadingChoices
  /** 版を直すために開いたものなら、その版。 */
  readonly editionId: string | null
  /** 加えた訂正。取り消したものは入らない。 */
  readonly edits: readonly ReviewEdit[]
}

/** 訂正一つと、いつ誰が。 */
export type ReviewEdit = {
  readonly number: number
  readonly at: string
  readonly by: string
  readonly correction: Correction
}

/** 案の一行について、見直しの頁が言うこと。 */
export type ReviewRow = {
  readonly key: EntryKey
  /** 案の中の id。案の id を持たない重点目標は null。 */
  readonly id: string | null
  readonly kind: 'indicator' | 'project' | 'priority-goal' | 'node'
  readonly name: string
  /** 訂正を重ねた行。指標でなければ undefined。 */
  readonly indicator: Indicator | undefined
  /** 訂正する前の、読み取ったままの行。 */
  readonly asRead: Indicator | undefined
  /** 図書の順（0 から）。 */
  readonly order: number
  readonly place: Place
  /** この行についての気づき。 */
  readonly notes: readonly Note[]
  /** doubtful 人が見るまで確かでない、likely おそらく、certain 確か、checked 人が見た、left-out 取り込まない。 */
  readonly state: 'doubtful' | 'likely' | 'certain' | 'checked' | 'left-out'
  readonly corrections: readonly ReviewEdit[]
}

/** 見直しの頁に要るもの。 */
export type ReviewView = {
  readonly review: Review
  readonly guesses: readonly FormGuess[]
  readonly tables: readonly TableOutline[]
  /** 覚えている読み方（同じ団体・同じ様式）。なければ undefined。 */
  readonly offer: MappingOffer | undefined
  /** 訂正を重ねた案。まだ案にできなければ undefined で、`problem` がわけを言う。 */
  readonly draft: PlanDraft | undefined
  readonly problem: Message | undefined
  /** 行。図書の順。 */
  readonly rows: readonly ReviewRow[]
  /** 掛かる先のなくなった訂正（読み直して升目の役が変わったなど）。失わず、人に見せる。 */
  readonly unplaced: readonly ReviewEdit[]
  /** 行に付かない気づき（別の市らしい・前の年のもの・計画にない年…）。 */
  readonly warnings: readonly Note[]
}

/** 取り込むと何が変わるか。`edition` は相手の版（新しい計画なら undefined）。 */
export type ReviewComparison = {
  readonly edition: EditionHeading | undefined
  readonly difference: Difference
  readonly warnings: readonly Note[]
}

/** 取り込んだ記録。取り消せるのは、その版のいちばん新しいものだけ。 */
export type AdoptionRecord = {
  readonly id: string
  readonly editionId: string
  readonly reviewId: string | null
  readonly outcome: 'new' | 'updated' | 'unchanged'
  readonly at: string
  readonly by: string
  readonly changes: readonly Change[]
  readonly undone: { readonly at: string; readonly by: string } | null
  readonly undoable: boolean
}
