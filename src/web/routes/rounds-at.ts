import type { Municipality } from '#domain/people/municipality.ts'
import type { Problem } from '#domain/problem.ts'
import type { Shown, Visit } from '../visit.ts'

/** 番地の市。なければ undefined。 */
export const cityOf = async ({ shelf, param }: Visit): Promise<Municipality | undefined> => {
  const code = param('code')
  const found = (await shelf.municipalities()).find((each) => each.code === code)
  return found && { code, name: found.name }
}

export const noCity = ({ param }: Visit): Shown => ({ missing: 'trouble.no-city', params: { code: param('code') } })

/** ない照会は、ないと言う。ほかの断りは、その文を。 */
export const troubled = (problem: Problem): Shown =>
  problem.kind === 'rounds.absent' ? { missing: 'rounds.absent' } : { problem }
