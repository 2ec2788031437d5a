import type { Pool } from 'pg'

/** 開いた PostgreSQL（PGlite でも、サーバーでも）。倉庫のほかの部分は、どちらであるかを知らない。 */
export type Database = {
  readonly pool: Pool
  /** 返事を待たずに次の文を送れるか。PGlite は同じプロセスの中にあるので要らない。 */
  readonly pipelined: boolean
  /** 人に見せる置き場所（フォルダー、または合言葉を除いた接続先）。 */
  readonly where: string
  close(): Promise<void>
}
