import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Person } from '#domain/people/person.ts'
import { whoOf } from './who.ts'

/** 利用者がまだ一人もいないしるべの、この機械の前の人。名は、ブラウザーの覚えている名のりから。 */
export const workbench = (name: string): Person => ({ kind: 'workbench', id: null, name: whoOf(name), grants: [] })

/** 訪れた人の、その市での役。市のない頁では役を持たない。 */
export const personOf = async (c: Context, _code: string | undefined): Promise<Person> =>
  workbench((getCookie(c, 'shirube-name') ?? '').slice(0, 60))
