import { createHmac } from 'node:crypto'
import { same } from './secret.ts'

const name = 'shirube.session_token'

/** クッキーの中の、ログインの札。署名（better-auth のもの）が合わなければ undefined。 */
export const sessionToken = (cookie: string, secret: string): string | undefined => {
  const written = cookieNamed(cookie, name)
  const at = written?.lastIndexOf('.') ?? -1
  if (!written || at < 1) return undefined
  const token = written.slice(0, at)
  const expected = createHmac('sha256', secret).update(token).digest('base64')
  return same(written.slice(at + 1), expected) ? token : undefined
}

/** その名のクッキーの値。 */
export const cookieNamed = (cookie: string, wanted: string): string | undefined => {
  const found = cookie
    .split(/;\s*/)
    .find((each) => each.startsWith(`${wanted}=`))
    ?.slice(wanted.length + 1)
  if (found === undefined) return undefined
  try {
    return decodeURIComponent(found)
  } catch {
    return undefined
  }
}

/** ログインの札を、ブラウザーから消す。 */
export const noSession = `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`
