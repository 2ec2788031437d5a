import { userInfo } from 'node:os'
import type { Person } from '#domain/people/person.ts'

/** この機械の端末の前の人。データのフォルダーに手の届く人なので、何でもできる。記録には、この機械の利用者名が残る。 */
export const atTerminal = (): Person => ({ kind: 'terminal', id: null, name: `端末：${userName()}`, grants: [] })

// コンテナの中などでは利用者名が引けず、投げる。
const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return '不明'
  }
}
