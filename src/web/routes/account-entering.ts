import { securely } from '../site.ts'
import type { See, Visit } from '../visit.ts'
import { ownPath } from './settings.ts'

/** 入ったあとの頁へ、ログインの札を持たせて送る。 */
export const entering = ({ caller }: Visit, see: string, cookies: readonly string[]): See => ({
  see,
  cookies: cookies.map((cookie) => securely(cookie, caller.origin)),
})

/** しるべの中の、つぎに見る頁。ログインの頁そのものには戻さない。 */
export const nextIn = (text: string | undefined): string => {
  const path = ownPath(text ?? '')
  return path === undefined || /^(?:\/en)?\/log(?:in|out)\b/.test(path) ? '' : path
}
