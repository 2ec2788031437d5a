import type { Result } from '#domain/problem.ts'
import { type App, openApp } from './app.ts'
import { existingLocation } from './with-store.ts'

/**
 * もうある倉庫の上のしるべを開き、仕事をし、必ず閉じる（端末の命令のように、一度だけ使うとき）。
 * 倉庫がなければ `data-absent`、しるべが動いていれば `store-in-use` で断る。
 */
export const withExistingApp = async <T>(
  data: string | null,
  work: (app: App) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const location = existingLocation(data)
  if (!location.ok) return location
  const opened = await openApp(location.value)
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
