import type { Edition } from '../plan/edition.ts'
import type { ChangeConflict } from './change-conflict.ts'
import { revisedFrom } from './next-period.ts'
import type { PlainChange } from './revisable.ts'
import type { Revision } from './revision.ts'

/** 改訂の案を版の値にしたものと、もとの版との食い違い。 */
export type Draft<C extends PlainChange = PlainChange> = {
  readonly draft: Edition
  readonly conflicts: readonly ChangeConflict<C>[]
}

/**
 * 改訂の案を、版の値として見る（もとの版に変更を重ねたもの。次の期なら、基準値を前の期の実績にした中身に重ねる）。倉庫の版ではないので、公表にも公開データにも出ない。
 * id はもとの版のままで、様式・頁がそのまま使える。
 *
 * @example draftOf(第2期, 改訂の案, 変更).draft.title // → '第2期改訂版'
 */
export const draftOf = <C extends PlainChange>(
  base: Edition,
  { kind, title, firstYear, lastYear, frame }: Pick<Revision, 'kind' | 'title' | 'firstYear' | 'lastYear' | 'frame'>,
  changes: readonly C[],
): Draft<C> => {
  const { content, conflicts } = revisedFrom(base, kind, changes)
  const history = base.history && { history: { ...base.history, frame } }
  return { draft: { ...base, title, firstYear, lastYear, ...history, content }, conflicts }
}
