import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { nobody, type Person } from '#domain/people/person.ts'
import { demonstrating } from '#operations/accounts/demonstration.ts'
import { anyAccount, personIn, type SignedIn, signedInBy } from '#operations/accounts/who.ts'
import type { App } from '#operations/app.ts'
import type { Site } from './site.ts'
import { workbench } from './workbench.ts'

/** 見本で試している役のクッキー。 */
export const demonstrationCookie = 'shirube-demonstration'

/** ログインしているが、この市の利用者ではない人。名のほかには何も持たない。 */
const stranger = ({ name }: SignedIn): Person => ({ kind: 'member', id: null, name, grants: [] })

/**
 * 訪れた人を知る口。ログインは覚えずに求めごとに倉庫に尋ねる（終わらせたログインが、すぐ通らなくなるように）。
 */
export const sessions = (app: App, site: Site) => {
  const asked = new WeakMap<Request, Promise<SignedIn | null>>()

  /** ログインの口座。一つの求めのあいだは、一度だけ尋ねる。 */
  const signedInOf = (c: Context): Promise<SignedIn | null> => {
    const known = asked.get(c.req.raw)
    if (known) return known
    const found = signedInBy(app, c.req.header('Cookie') ?? '')
    asked.set(c.req.raw, found)
    return found
  }

  /**
   * 訪れた人の、その市での役。市のない頁では役を持たない。
   *
   * 1. ログインしていれば、その市の利用者としての役（利用者でなければ、役を持たない）。
   * 2. 見本の市で役を選んで試していれば、その役（この機械からだけ見える画面でだけ）。
   * 3. 口座がまだ一つもなければ、この機械の前の人（workbench）。
   * 4. それでもなければ nobody。
   */
  const personOf = async (c: Context, code: string | undefined): Promise<Person> => {
    const signedIn = await signedInOf(c)
    if (signedIn) return (code && (await personIn(app, signedIn, code))) || stranger(signedIn)
    const trying = getCookie(c, demonstrationCookie)
    const person = code && trying && site.loopback ? await demonstrating(app, code, trying) : undefined
    if (person) return person
    if (await anyAccount(app)) return nobody
    return workbench((getCookie(c, 'shirube-name') ?? '').slice(0, 60))
  }

  /** 名のらなくても、計画の頁を見てよい市か。この機械からだけ見える画面の、見本の市。 */
  const isOpenToAll = async (_c: Context, code: string | undefined): Promise<boolean> => {
    if (code === undefined || !site.loopback) return false
    return app.store.read(code, (tx) => tx.logins.isDemonstration())
  }

  return { personOf, signedInOf, isOpenToAll }
}
