import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 登録された市の名。まだなければ undefined。 */
export const nameOf = async ({ municipality, query }: Pick<Writing, 'municipality' | 'query'>) => {
  const [row] = await query<{ name: string }>('select name from municipality where municipality = $1', [municipality])
  return row?.name
}

/** この団体を登録する。もうあれば何もしない。 */
export const addMunicipality = async (tx: Writing, name: string): Promise<void> => {
  const added = await tx.query(
    'insert into municipality (municipality, name) values ($1, $2) on conflict do nothing returning 1',
    [tx.municipality, name],
  )
  if (added.length === 0) return
  await tx.record({ act: 'municipality-added', subject: {}, before: null, after: { name } })
}

/** 団体の版数（一度も書かれていなければ 0）。 */
export const versionIn = async (
  { municipality, query }: Transaction,
  column: 'data_version' | 'work_version',
): Promise<number> => {
  const [row] = await query<{ version: number }>(
    `select ${column}::int as version from municipality where municipality = $1`,
    [municipality],
  )
  return row?.version ?? 0
}
