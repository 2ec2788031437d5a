import { type Result, refused } from '#domain/problem.ts'
import { type App, openApp } from './app.ts'
import { holdsData } from './project-folder.ts'
import { storeLocation } from './store-location.ts'

/**
 * もうある倉庫の上のしるべを開き、仕事をし、必ず閉じる（端末の命令のように、一度だけ使うとき）。
 * 倉庫がなければ `data-absent`、しるべが動いていれば `store-in-use` で断る。
 */
export const withExistingApp = async <T>(
  data: string | null,
  work: (app: App) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const location = storeLocation(data)
  if ('dataDirectory' in location && !holdsData(location.dataDirectory))
    return refused('data-absent', { folder: location.dataDirectory })
  const opened = await openApp(location)
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
