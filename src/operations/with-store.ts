import type { Result } from '#domain/problem.ts'
import { openStore, type Store } from '#store/store.ts'
import { storeLocation } from './store-location.ts'

/** 倉庫を開き、仕事をし、必ず閉じる（端末の命令のように、一度だけ使うとき）。 */
export const withStore = async <T>(
  data: string | null,
  work: (store: Store) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const opened = await openStore(storeLocation(data))
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
