import type { Waiting } from '#domain/collection/waiting.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { waitingSheets } from '#domain/priority/waiting-sheets.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 重点目標で、この人を待っているもの。まだ閉じていない調書のある年だけを見る。 */
export const sheetsWaiting = async (
  tx: ReadTransaction,
  person: Person,
  today: string,
): Promise<readonly Waiting[]> => {
  if (!permits(person, 'priority-read')) return []
  const unclosed = Map.groupBy(await tx.prioritySheets.unclosed(), ({ year }) => year)
  if (unclosed.size === 0) return []
  const departments = new Map((await tx.organisation.units()).map(({ id, name }) => [id, name]))
  const found: Waiting[] = []
  for (const year of await tx.priorityYears.list()) {
    const sheets = unclosed.get(year.year) ?? []
    const title = `${fiscalYearInWords({ startYear: year.year })}重点目標`
    found.push(...waitingSheets(person, { title, year, sheets, departments }, today))
  }
  return found
}
