import type { StoreLocation } from '#store/store.ts'
import { dataFolder } from './project-folder.ts'

/** どのデータベースを開くか。DATABASE_URL があればそのサーバー、なければ手元のフォルダー（`--data`）。 */
export const storeLocation = (data: string | null, env: NodeJS.ProcessEnv = process.env): StoreLocation => {
  const databaseUrl = env.DATABASE_URL?.trim()
  return databaseUrl && data === null ? { databaseUrl } : { dataDirectory: dataFolder(data) }
}
