import { checkDigit } from '#domain/people/municipality.ts'
import type { App } from '#operations/app.ts'
import type { Store } from '#store/store.ts'
import { aTable, type Correction as TableChange } from '../journeys/a-table.ts'

/** 実在しない市。試験ごとに一つ使い、混ざらないように。 */
export type City = {
  readonly code: string
  readonly name: string
  readonly table: (change?: TableChange) => Uint8Array
}

const letters = '甲乙丙丁戊己庚辛壬癸'
let next = 0

/** 新しい市と、その市の進捗状況一覧表（CSV）。 */
export const aCity = (): City => {
  const number = next++
  const five = String(20100 + number)
  const name = `${letters[Math.floor(number / 10)]}${letters[number % 10]}川市`
  const table = (change: TableChange = {}) => new TextEncoder().encode(aTable(change).replaceAll('緑川市', name))
  return { code: five + checkDigit(five), name, table }
}

/** 倉庫の上のしるべ。二つ作れば、同じ倉庫を使う二つのプロセスと同じ（覚えは別々）。 */
export const appOver = (store: Store): App => ({
  store,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  close: async () => {},
})
