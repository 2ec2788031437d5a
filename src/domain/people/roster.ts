import { plainText } from '../language/plain-text.ts'
import { type Problem, refused } from '../problem.ts'
import type { Member, Membership } from './member.ts'
import { type Named, unitNamed } from './named.ts'
import { isValidOn, type OrganisationUnit, treeOn } from './organisation.ts'
import { departmentRoles, type Role } from './role.ts'
import { roleNamed } from './role-words.ts'

/** 名簿（CSV）の一行。`line` はファイルの行の番号。 */
export type RosterLine = { readonly line: number; readonly cells: readonly string[] }

/** 読めた一行。 */
export type RosterEntry = {
  readonly line: number
  readonly name: string
  readonly mail: string | null
  readonly phone: string | null
  readonly role: Role
  readonly departmentId: string | null
}

export type LineProblem = { readonly line: number; readonly problem: Problem }

/** 名簿を取り込むと起こること。 */
export type RosterPlan = {
  readonly added: readonly Omit<Member, 'memberships' | 'absence'>[]
  readonly changed: readonly { readonly member: Member; readonly name: string; readonly phone: string | null }[]
  readonly given: readonly { readonly memberId: string; readonly line: number; readonly membership: Membership }[]
  readonly unchanged: number
  readonly problems: readonly LineProblem[]
}

const columns = {
  name: ['氏名', '名前', 'name'],
  mail: ['メール', 'メールアドレス', '電子メール', 'mail', 'email', 'e-mail'],
  role: ['役', '役割', '役職', 'role'],
  department: ['課', '所属', '部署', '課名', '所属課', 'department'],
  phone: ['内線', '電話', '電話番号', 'phone'],
} as const
type Column = keyof typeof columns

/** 見本の見出し。 */
export const rosterHeader = ['氏名', 'メール', '役', '課', '内線'] as const

const columnOf = (text: string): Column | undefined => {
  const plain = plainText(text).toLowerCase()
  return (Object.keys(columns) as Column[]).find((column) => (columns[column] as readonly string[]).includes(plain))
}

/** 名簿を読む。見出しの行で列を知り、読めない行はわけを添えて残りを読む。 */
export const readRoster = (
  lines: readonly RosterLine[],
  units: readonly OrganisationUnit[],
  day: string,
): { readonly entries: readonly RosterEntry[]; readonly problems: readonly LineProblem[] } => {
  const [header, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const places = new Map(header?.cells.flatMap((cell, at) => (columnOf(cell) ? [[columnOf(cell), at] as const] : [])))
  const missing = (['name', 'role'] as const).filter((column) => !places.has(column))
  if (!header || missing.length > 0)
    return { entries: [], problems: [{ line: header?.line ?? 1, problem: refused('roster-no-header').problem }] }
  const entries: RosterEntry[] = []
  const problems: LineProblem[] = []
  const tree = treeOn(units, day)
  const findUnit = (text: string) => unitNamed(tree, text)
  for (const { line, cells } of rest) {
    const cell = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim()
    const read = entryOf(line, cell, findUnit)
    if ('problem' in read) problems.push({ line, problem: read.problem })
    else entries.push(read)
  }
  return { entries, problems: [...problems, ...clashes(entries)].toSorted((a, b) => a.line - b.line) }
}

const entryOf = (
  line: number,
  cell: (column: Column) => string,
  findUnit: (text: string) => Named<OrganisationUnit>,
): RosterEntry | { readonly problem: Problem } => {
  const [name, mail, phone] = [cell('name'), mailOf(cell('mail')), cell('phone')]
  if (name === '') return refused('roster-no-name', { line })
  if (mail !== '' && !isMail(mail)) return refused('roster-bad-mail', { line, mail })
  const role = roleNamed(cell('role'))
  if (!role)
    return refused(cell('role') === '' ? 'roster-no-role' : 'roster-unknown-role', { line, role: cell('role') })
  const rest = { line, name, mail: mail === '' ? null : mail, phone: phone === '' ? null : phone, role }
  if (!departmentRoles.includes(role)) return { ...rest, departmentId: null }
  const unit = findUnit(cell('department'))
  if (cell('department') === '') return refused('roster-no-department', { line, name })
  if (unit === 'none') return refused('roster-unknown-department', { line, department: cell('department') })
  if (unit === 'several') return refused('roster-several-departments', { line, department: cell('department') })
  return { ...rest, departmentId: unit.id }
}

/** メールの字面。全角は半角に、大文字は小文字に。 */
export const mailOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** メールらしいか。届くかは送って確かめる。 */
export const isMail = (text: string): boolean =>
  text.length <= 254 && /^[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>".]+$/.test(text)

/** 同じメールに違う名。同じ人の二行（兼務）なら、名は同じはず。 */
const clashes = (entries: readonly RosterEntry[]): readonly LineProblem[] =>
  [...Map.groupBy(entries, ({ mail }) => mail)].flatMap(([mail, same]) => {
    const [first, ...others] = same
    if (mail === null || !first) return []
    return others
      .filter(({ name }) => plainText(name) !== plainText(first.name))
      .map(({ line, name }) => ({
        line,
        problem: refused('roster-mail-twice', { line, mail, name, other: first.name, first: first.line }).problem,
      }))
  })

/**
 * 名簿を取り込むと起こることを決める。メールの同じ人（なければ、メールのない同じ名の人）は同じ人。
 * すでにある役はそのままで、書かれていない役も消さない。同じ名簿を二度取り込んでも、二度目は何も変わらない。
 */
export const planRoster = (
  lines: readonly RosterLine[],
  before: { readonly units: readonly OrganisationUnit[]; readonly members: readonly Member[] },
  day: string,
  newId: () => string,
): RosterPlan => {
  const { entries, problems } = readRoster(
    lines,
    before.units.filter((unit) => isValidOn(unit, day)),
    day,
  )
  const bad = new Set(problems.map(({ line }) => line))
  const good = entries.filter(({ line }) => !bad.has(line))
  const people = [...Map.groupBy(good, personKey)].map(([, own]) => planPerson(own, before.members, day, newId))
  return {
    added: people.flatMap(({ added }) => (added ? [added] : [])),
    changed: people.flatMap(({ changed }) => (changed ? [changed] : [])),
    given: people.flatMap(({ given }) => given),
    unchanged: people.filter(({ added, changed, given }) => !added && !changed && given.length === 0).length,
    problems: [...problems, ...people.flatMap((each) => each.problems)].toSorted((a, b) => a.line - b.line),
  }
}

const personKey = ({ mail, name }: RosterEntry): string => mail ?? `name:${plainText(name)}`

type PersonPlan = {
  readonly added?: RosterPlan['added'][number]
  readonly changed?: RosterPlan['changed'][number]
  readonly given: RosterPlan['given']
  readonly problems: readonly LineProblem[]
}

const planPerson = (
  own: readonly RosterEntry[],
  members: readonly Member[],
  day: string,
  newId: () => string,
): PersonPlan => {
  const [first] = own
  if (!first) return { given: [], problems: [] }
  const phone = own.find((entry) => entry.phone !== null)?.phone ?? null
  const known = members.filter((member) => isSame(member, first))
  const [member] = known
  if (known.length > 1)
    return {
      given: [],
      problems: [
        { line: first.line, problem: refused('roster-several-people', { line: first.line, name: first.name }).problem },
      ],
    }
  if (member?.status === 'left')
    return {
      given: [],
      problems: [
        { line: first.line, problem: refused('roster-left', { line: first.line, name: member.name }).problem },
      ],
    }
  const memberId = member?.id ?? newId()
  const given = rolesToGive(own, member, memberId, day, newId)
  if (!member)
    return {
      added: { id: memberId, name: first.name, mail: first.mail, phone, accountId: null, status: 'invited' },
      given,
      problems: [],
    }
  const differs = member.name !== first.name || (phone !== null && phone !== member.phone)
  return {
    ...(differs && { changed: { member, name: first.name, phone: phone ?? member.phone } }),
    given,
    problems: [],
  }
}

const isSame = (member: Member, { mail, name }: RosterEntry): boolean =>
  mail === null
    ? member.mail === null && plainText(member.name) === plainText(name)
    : member.mail !== null && mailOf(member.mail) === mail

const rolesToGive = (
  own: readonly RosterEntry[],
  member: Member | undefined,
  memberId: string,
  day: string,
  newId: () => string,
): RosterPlan['given'] => {
  const held = new Set(
    (member?.memberships ?? [])
      .filter(({ to, acting }) => !acting && (to === null || to >= day))
      .map(({ role, departmentId }) => `${role} ${departmentId}`),
  )
  return own.flatMap(({ line, role, departmentId }) => {
    const key = `${role} ${departmentId}`
    if (held.has(key)) return []
    held.add(key)
    return [{ memberId, line, membership: { id: newId(), role, departmentId, from: day, to: null, acting: false } }]
  })
}
