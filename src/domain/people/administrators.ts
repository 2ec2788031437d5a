import type { Member } from './member.ts'

/**
 * その日に管理者の残る姿か。管理者が一人もいなくなると、だれも人を決められなくなる。
 * はじめから一人もいないなら（利用者をまだ決めていない市）、問わない。
 */
export const keepsAdministrator = (before: readonly Member[], after: readonly Member[], day: string): boolean =>
  administratorsOn(after, day) > 0 || administratorsOn(before, day) === 0

/** その日のあとも続く管理者の数。日を限った役（代理）は数えない。 */
const administratorsOn = (members: readonly Member[], day: string): number =>
  members.filter(
    ({ status, memberships }) =>
      status !== 'left' &&
      memberships.some(({ role, from, to }) => role === 'administrator' && from <= day && to === null),
  ).length
