import type { Edition } from '../plan/edition.ts'
import { revisedFrom } from './next-period.ts'
import type { PlainChange } from './revisable.ts'
import type { Revision } from './revision.ts'

/**
 * 改訂の案を、版の値として見る（もとの版に変更を重ねたもの。次の期なら、基準値を前の期の実績にした中身に重ねる）。倉庫の版ではないので、公表にも公開データにも出ない。
 * id はもとの版のままで、様式・頁がそのまま使える。
 */
export const draftEdition = (
  base: Edition,
  { kind, title, firstYear, lastYear, frame }: Pick<Revision, 'kind' | 'title' | 'firstYear' | 'lastYear' | 'frame'>,
  changes: readonly PlainChange[],
): Edition => ({
  ...base,
  title,
  firstYear,
  lastYear,
  ...(base.history && { history: { ...base.history, frame } }),
  content: revisedFrom(base, kind, changes).content,
})
