import type { Database } from './engine/database.ts'
import { readingDirectory } from './transaction.ts'

/**
 * 団体の版数を読む。同時に尋ねられたら一つの問い合わせにまとめるが、まとめるのは
 * 「尋ねられたあとに始まる」問い合わせだけ。走りかけのものに相乗りすると、古い版数を返しうる。
 * 一度も書かれていない団体は 0。
 */
export const dataVersions = (database: Database): ((code: string) => Promise<number>) => {
  let waiting: Promise<Map<string, number>> | undefined
  let codes = new Set<string>()
  let running: Promise<unknown> = Promise.resolve()

  const next = (): Promise<Map<string, number>> => {
    const started = running.then(() => {
      const asked = codes
      waiting = undefined
      codes = new Set()
      return versionsOf(database, asked)
    })
    running = started.catch(() => {})
    return started
  }

  return async (code) => {
    if (!/^\d{6}$/.test(code)) throw new Error(`municipality code must be 6 digits, got "${code}"`)
    codes.add(code)
    waiting ??= next()
    return (await waiting).get(code) ?? 0
  }
}

const versionsOf = async (database: Database, codes: ReadonlySet<string>): Promise<Map<string, number>> => {
  const list = [...codes].map((code) => `'${code}'`).join(',')
  const rows = await readingDirectory<{ municipality: string; version: number }>(
    database,
    `select municipality, data_version::int as version from municipality where municipality in (${list})`,
  )
  return new Map(rows.map(({ municipality, version }) => [municipality, version]))
}
