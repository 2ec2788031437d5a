import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Person } from '#domain/people/person.ts'
import { workbench } from './workbench.ts'

/** 名のらなくても計画を見てよい市か（見本の市）。 */
export const isOpenToAll = async (_c: Context, _code: string | undefined): Promise<boolean> => false

/** 訪れた人の、その市での役。市のない頁では役を持たない。 */
export const personOf = async (c: Context, _code: string | undefined): Promise<Person> =>
  workbench((getCookie(c, 'shirube-name') ?? '').slice(0, 60))
