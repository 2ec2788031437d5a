import type { PoolClient } from 'pg'

/** 取引の中のつなぎ。控えは、どの団体の行も一つの取引で読み書きする。 */
export type Client = Pick<PoolClient, 'query'>

/** 控えに入る団体。 */
export type BackupCity = { readonly code: string; readonly name: string }

/**
 * 団体の一覧。PostgreSQL では、表の持ち主にも行の壁があるので、一覧の役割で読む。
 * 取引の中で呼ぶ（役割はこのあと元に戻す）。
 */
export const citiesIn = async (client: Client): Promise<readonly BackupCity[]> => {
  await client.query('set local role shirube_directory')
  const { rows } = await client.query<BackupCity>('select municipality as code, name from municipality order by 1')
  await client.query('reset role')
  return rows
}

/** これから読み書きする団体。行の壁に渡す（表の持ち主にも壁が効くところでも、その団体だけが見える）。 */
export const turnTo = async (client: Client, code: string): Promise<void> => {
  await client.query(
    `select set_config('shirube.municipality', $1, true), set_config('shirube.departments', '', true)`,
    [code],
  )
}
