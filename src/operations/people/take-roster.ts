import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import { planRoster, type RosterLine, type RosterPlan, rosterHeader } from '#domain/people/roster.ts'
import { done, type Result } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import { csvPage } from '#reading/formats/csv.ts'
import { decodeText } from '#reading/formats/encoding.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { actAs, permitted } from './acting-person.ts'

/** 名簿を確かめた答え。`text` は読めた字で、取り込むときにそのまま送り返す。 */
export type RosterPreview = {
  readonly text: string
  readonly plan: RosterPlan
  readonly units: readonly OrganisationUnit[]
}

/** 送られた名簿（CSV、UTF-8 か Shift_JIS）を読み、起こることを決める。何も書かない。 */
export const previewRoster = async (
  app: App,
  person: Person,
  code: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<RosterPreview>> => {
  const decoded = decodeText(file.name, file.bytes)
  return decoded.ok ? previewText(app, person, code, decoded.value.text) : decoded
}

/** 読めた字から、起こることを決める。 */
export const previewText = async (
  app: App,
  person: Person,
  code: string,
  text: string,
): Promise<Result<RosterPreview>> => {
  const allowed = permitted(person, 'people-manage')
  if (!allowed.ok) return allowed
  const lines = await linesIn(text)
  if (!lines.ok) return lines
  const before = await app.store.read(code, async (tx) => ({
    units: await tx.organisation.units(),
    members: await tx.members.list(),
  }))
  const plan = planRoster(lines.value, before, dayInJapan(app.now()), app.newId)
  return done({ text, plan, units: before.units })
}

const linesIn = async (text: string): Promise<Result<readonly RosterLine[]>> => {
  const plain = storable(text).replace(/^\uFEFF/, '')
  const tab = (plain.split(/\r\n|\n|\r/, 1)[0] ?? '').includes('\t')
  const page = await csvPage('名簿', plain, tab ? '\t' : ',')
  if (!page.ok) return page
  return done(
    page.value.lines.map(({ number, cells = [] }) => {
      const row: string[] = []
      for (const { column, text: cell } of cells) row[column] = cell
      return { line: number, cells: Array.from(row, (cell) => cell ?? '') }
    }),
  )
}

/** 取り込んだ人の id（招くため）と、読めなかった行。 */
export type RosterTaken = { readonly plan: RosterPlan; readonly touched: readonly string[] }

/** 名簿を取り込む。読めない行はとばし、読めた行だけを書く（一つの取引で）。 */
export const takeRoster = async (
  app: App,
  person: Person,
  code: string,
  text: string,
): Promise<Result<RosterTaken>> => {
  const allowed = permitted(person, 'people-manage')
  if (!allowed.ok) return allowed
  const lines = await linesIn(text)
  if (!lines.ok) return lines
  return app.store.write(code, actAs(app, person), async (tx) => {
    const before = { units: await tx.organisation.units(), members: await tx.members.list() }
    const plan = planRoster(lines.value, before, dayInJapan(app.now()), app.newId)
    for (const member of plan.added) await tx.members.add(member)
    for (const { member, name, phone } of plan.changed) await tx.members.change(member.id, { name, phone })
    for (const { memberId, membership } of plan.given) await tx.members.give(memberId, membership)
    return done({ plan, touched: plan.added.map(({ id }) => id) })
  })
}

/** 名簿の見本（Excel で開けるよう、BOM 付き UTF-8・CRLF）。 */
export const rosterTemplate = (units: readonly Pick<OrganisationUnit, 'name'>[]): string => {
  const [one = '商工課', other = '観光課'] = units.map(({ name }) => name)
  const rows = [
    rosterHeader,
    ['山田 花子', 'yamada@city.example.lg.jp', '担当者', one, '1234'],
    ['山田 花子', 'yamada@city.example.lg.jp', '担当者', other, '1234'],
    ['佐藤 一郎', 'sato@city.example.lg.jp', '課長', one, '1230'],
    ['鈴木 次郎', 'suzuki@city.example.lg.jp', '企画課', '', '1100'],
  ]
  return `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`
}
