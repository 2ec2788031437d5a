import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { municipalityCode } from '#domain/people/municipality.ts'
import type { Result } from '#domain/problem.ts'
import type { Act } from '#store/writing.ts'
import { type Adopted, adoptRead, readToAdopt } from './adopt-document.ts'
import { withStore } from './with-store.ts'

export type { Adopted } from './adopt-document.ts'

/**
 * 端末から取り込む。まだ利用者の区別がないので、記録にはこの機械の利用者名を残す。
 * 先に読むのは、読めないファイルのためにデータのフォルダーを作らないように。
 */
export const importDocument = async (path: string, code: string, data: string | null): Promise<Result<Adopted>> => {
  const checked = municipalityCode(code)
  if (!checked.ok) return checked
  const read = await readToAdopt(path)
  return read.ok ? withStore(data, (store) => adoptRead(store, read.value, checked.value, terminalAct())) : read
}

export const terminalAct = (): Act => ({ by: `端末：${userName()}`, at: new Date(), newId: randomUUID })

// コンテナの中などでは利用者名が引けず、投げる。
const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return '不明'
  }
}
