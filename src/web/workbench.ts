import type { Person } from '#domain/people/person.ts'
import { whoOf } from './who.ts'

/** 利用者がまだ一人もいないしるべの、この機械の前の人。名は、ブラウザーの覚えている名のりから。 */
export const workbench = (name: string): Person => ({ kind: 'workbench', id: null, name: whoOf(name), grants: [] })
