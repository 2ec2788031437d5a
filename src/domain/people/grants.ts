import type { Member } from './member.ts'
import { type OrganisationUnit, withThoseBelow } from './organisation.ts'
import type { Grant } from './person.ts'

/**
 * その日に働く役。課の役（担当者・課長）は、その課と下の課に及ぶ。代理（acting）も同じに働く。
 * 働いている人でなければ（招いたまま・去った）、何も持たない。
 */
export const grantsOn = (member: Member, units: readonly OrganisationUnit[], day: string): readonly Grant[] => {
  if (member.status !== 'active') return []
  return member.memberships
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ role, departmentId }) => ({
      role,
      departments: departmentId === null ? 'all' : withThoseBelow(units, departmentId, day),
    }))
}
