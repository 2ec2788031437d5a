import type { Form } from '../form.ts'
import { readYearsShown } from '../frame.ts'
import type { Act } from '../routes.ts'
import type { Acted, Visit } from '../visit.ts'

/** 読み手の好みの送信。 */
export const settingActs: readonly Act[] = [['/years', years]]

/** 年の書き方を選び、いた頁に戻る。 */
async function years({ frame }: Visit, form: Form): Promise<Acted> {
  return {
    see: ownPath(form.text('back')) ?? frame.to.cities(),
    remember: { years: readYearsShown(form.text('years')) },
  }
}

/** しるべの中の番地だけ。「//よその名」や「/\\…」で外へ連れ出されないように。 */
export const ownPath = (path: string): string | undefined =>
  /^\/(?![/\\])[^\s\\]*$/.test(path) && path.length < 2000 ? path : undefined
