import type { Role } from './role.ts'

/** 役一つと、働く課。課の役なら、その課と下の課の id。市の全体に働く役は 'all'。 */
export type Grant = { readonly role: Role; readonly departments: 'all' | readonly string[] }

/**
 * いま作業している人。ある市での役だけを持つ（市が変われば読み直す）。
 * member 利用者、demonstration 見本で試す役、workbench 利用者がまだ一人もいないしるべの、この機械の前の人、
 * terminal この機械の端末、nobody 名のっていない人（市民）。
 */
export type Person = {
  readonly kind: 'member' | 'demonstration' | 'workbench' | 'terminal' | 'nobody'
  /** 市の利用者の id（member・demonstration だけ）。記録に残る。 */
  readonly id: string | null
  /** 記録に残る名。 */
  readonly name: string
  readonly grants: readonly Grant[]
}

/** 名のっていない人。 */
export const nobody: Person = { kind: 'nobody', id: null, name: '', grants: [] }

/**
 * この人が触れてよい課。市の全体に働く役が一つでもあれば 'all'。
 * データベースの行の壁（`shirube.departments`）にもそのまま渡す。
 */
export const departmentsOf = ({ grants }: Person): 'all' | readonly string[] => {
  if (grants.some(({ departments }) => departments === 'all')) return 'all'
  return [...new Set(grants.flatMap(({ departments }) => (departments === 'all' ? [] : departments)))]
}

/** その役を、どこかで持っているか。 */
export const hasRole = ({ grants }: Person, role: Role): boolean => grants.some((grant) => grant.role === role)

/** その課で、担当者・課長の役を持っているか。市の全体に働く役は数えない。 */
export const serves = ({ grants }: Person, role: 'editor' | 'approver', departmentId: string): boolean =>
  grants.some((grant) => grant.role === role && grant.departments !== 'all' && grant.departments.includes(departmentId))
