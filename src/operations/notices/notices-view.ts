import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import type { NoticeForMember, NoticeOfCity } from '#store/notices.ts'
import type { App } from '../app.ts'
import { actAs, permitted, reachOf } from '../people/acting-person.ts'

export type { NoticeForMember, NoticeOfCity }

/** 通知の頁。自分に届いたものか（mine）、市のすべて（city）。`next` は続きの番号。 */
export type NoticesView = {
  /** 市のすべてを見てよい人か（企画課）。 */
  readonly maySeeAll: boolean
  readonly next: number | null
} & (
  | { readonly of: 'mine'; readonly notices: readonly NoticeForMember[]; readonly unseen: number }
  | { readonly of: 'city'; readonly notices: readonly NoticeOfCity[] }
)

const onePage = 50

/** 通知。利用者でない人（この機械の前の人）には、市のすべてを見せる。 */
export const noticesView = async (
  app: App,
  person: Person,
  code: string,
  asked: { readonly all: boolean; readonly before: number | undefined },
): Promise<Result<NoticesView>> => {
  const maySeeAll = permits(person, 'round-manage')
  const { id } = person
  const page = { limit: onePage + 1, before: asked.before }
  if (id === null || (asked.all && maySeeAll)) {
    const allowed = permitted(person, 'round-manage')
    if (!allowed.ok) return allowed
    const found = await app.store.read(code, (tx) => tx.notices.ofCity(page), reachOf(person))
    return done({ of: 'city', maySeeAll, ...firstPage(found) })
  }
  return app.store.read(
    code,
    async (tx) =>
      done({
        of: 'mine' as const,
        maySeeAll,
        unseen: await tx.notices.unseen(id),
        ...firstPage(await tx.notices.for(id, page)),
      }),
    reachOf(person),
  )
}

const firstPage = <T extends { readonly number: number }>(found: readonly T[]) => {
  const notices = found.slice(0, onePage)
  return { notices, next: found.length > onePage ? (notices.at(-1)?.number ?? null) : null }
}

/** まだ読んでいない通知の数（頁の頭に出す）。利用者でない人には 0。 */
export const unseenCount = async (app: App, person: Person, code: string): Promise<number> => {
  const { id } = person
  return id === null ? 0 : app.store.read(code, (tx) => tx.notices.unseen(id), reachOf(person))
}

/** その番号までを読んだことにする。 */
export const seeNotices = async (app: App, person: Person, code: string, upTo: number): Promise<Result<number>> => {
  const { id } = person
  if (id === null) return done(0)
  return done(await app.store.write(code, actAs(app, person), (tx) => tx.notices.see(id, upTo)))
}
