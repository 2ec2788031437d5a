import type { Person } from '#domain/people/person.ts'

/** 利用者のまだいないしるべで、記録に残る名。名のったとおり。 */
export const whoOf = (name: string): string => (name === '' ? '画面' : `画面：${name}`)

/** する人。ログインした人はその人、利用者のまだいないしるべでは、欄で名のった名。 */
export const whoIs = ({ person }: { readonly person: Person }, name: string): string | Person =>
  person.kind === 'workbench' ? whoOf(name) : person
