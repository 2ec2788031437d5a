import { randomUUID } from 'node:crypto'
import { municipalityCode } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import type { Result } from '#domain/problem.ts'
import type { Act } from '#store/writing.ts'
import { type Adopted, adoptRead, readToAdopt } from './adopt-document.ts'
import { atTerminal } from './people/at-terminal.ts'
import { withStore } from './with-store.ts'

export type { Adopted } from './adopt-document.ts'

/**
 * 端末から取り込む。記録には、この機械の利用者名（`acting` で名のれば、その利用者も）が残る。
 * 先に読むのは、読めないファイルのためにデータのフォルダーを作らないように。
 */
export const importDocument = async (
  path: string,
  code: string,
  data: string | null,
  acting?: Person,
): Promise<Result<Adopted>> => {
  const checked = municipalityCode(code)
  if (!checked.ok) return checked
  const read = await readToAdopt(path)
  return read.ok ? withStore(data, (store) => adoptRead(store, read.value, checked.value, terminalAct(acting))) : read
}

/** 端末から書く人と時。 */
export const terminalAct = ({ id, name }: Person = atTerminal()): Act => ({
  by: name,
  at: new Date(),
  newId: randomUUID,
  ...(id !== null && { person: id }),
})
