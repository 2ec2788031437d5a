import { done, type Result, refused } from '#domain/problem.ts'
import { openStore, type Store, type StoreLocation } from '#store/store.ts'
import { holdsData } from './project-folder.ts'
import { storeLocation } from './store-location.ts'

/**
 * もうある倉庫だけを開く。見るだけの命令が、--data の打ち間違いで空の倉庫を作り「異状なし」と言わないように。
 * なければ `data-absent` で断る。
 */
export const withExistingStore = async <T>(
  data: string | null,
  work: (store: Store) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const location = existingLocation(data)
  return location.ok ? withStore(data, work) : location
}

/** もうある倉庫の置き場。なければ `data-absent`。 */
export const existingLocation = (data: string | null): Result<StoreLocation> => {
  const location = storeLocation(data)
  return 'dataDirectory' in location && !holdsData(location.dataDirectory)
    ? refused('data-absent', { folder: location.dataDirectory })
    : done(location)
}

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
