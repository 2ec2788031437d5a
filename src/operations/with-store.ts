import { type Result, refused } from '#domain/problem.ts'
import { openStore, type Store } from '#store/store.ts'
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
  const location = storeLocation(data)
  if ('dataDirectory' in location && !holdsData(location.dataDirectory))
    return refused('data-absent', { folder: location.dataDirectory })
  return withStore(data, work)
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
