import type { Member } from '../people/member.ts'
import type { OrganisationUnit } from '../people/organisation.ts'

const covers = ({ from, to }: { readonly from: string; readonly to: string | null }, day: string): boolean =>
  from <= day && (to === null || day <= to)

/** その日、長く不在か。 */
export const isAbsentOn = ({ absence }: Pick<Member, 'absence'>, day: string): boolean =>
  absence !== null && covers(absence, day)

/**
 * その日、その課を決裁する人。課に課長がいなければ、上の課（部）の長。だれもいなければ空。
 * 代理・事務取扱（acting）の人も、その役を持つので入る。
 */
export const headsOf = (
  members: readonly Member[],
  units: readonly OrganisationUnit[],
  departmentId: string,
  day: string,
): readonly Member[] => {
  const heads = members.filter(
    ({ status, memberships }) =>
      status !== 'left' &&
      memberships.some((each) => each.role === 'approver' && each.departmentId === departmentId && covers(each, day)),
  )
  if (heads.length > 0) return heads
  const parent = units.find(({ id }) => id === departmentId)?.parentId
  return parent ? headsOf(members, units, parent, day) : []
}

/** 担当者が代決してよいか。課長（たち）がみな不在か、一人もいないときだけ。 */
export const headIsAway = (heads: readonly Member[], day: string): boolean =>
  heads.every((head) => isAbsentOn(head, day))
