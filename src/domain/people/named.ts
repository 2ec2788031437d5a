import { plainText } from '../language/plain-text.ts'
import { department } from './department.ts'
import type { Member } from './member.ts'
import type { OrganisationUnit, UnitLine } from './organisation.ts'

/** 名から引いた答え。none 合うものがない、several いくつも合う。 */
export type Named<T> = T | 'none' | 'several'

const only = <T>(found: readonly T[]): Named<T> => (found.length > 1 ? 'several' : (found[0] ?? 'none'))

/** 課の名から課を。字間や全角・半角は問わない。「部／課」とも書ける。`unitNamed(lines, '市民部/商工課')` */
export const unitNamed = (lines: readonly UnitLine[], text: string): Named<OrganisationUnit> => {
  const key = department(text.replaceAll('/', '／'))?.key
  if (key === undefined) return 'none'
  return only(
    lines
      .filter(({ unit, path }) => department(unit.name)?.key === key || department(path)?.key === key)
      .map(({ unit }) => unit),
  )
}

/** 氏名かメールから、去っていない利用者を。 */
export const memberNamed = (members: readonly Member[], text: string): Named<Member> => {
  const plain = plainText(text).toLowerCase()
  if (plain === '') return 'none'
  return only(
    members.filter(
      ({ status, name, mail }) =>
        status !== 'left' &&
        (plainText(name).toLowerCase() === plain || (mail !== null && plainText(mail).toLowerCase() === plain)),
    ),
  )
}
