import { createHash } from 'node:crypto'

/** 案の中の番号を付けるもの。n 節、i 指標、p 事業、g 重点目標。 */
type EntryKind = 'n' | 'i' | 'p' | 'g'

export type IdMaker = (kind: EntryKind, ...words: readonly (string | null)[]) => string

/** 番号は名の字面（幅と空白の違いを除く）だけから決める。突き合わせの規則（plainText）が変わっても番号は変わらない。 */
const spelling = (word: string | null): string => (word ?? '').normalize('NFKC').replace(/\s+/gu, '')

const fingerprint = (words: readonly (string | null)[]): string =>
  createHash('sha256').update(words.map(spelling).join('\u0000')).digest('hex').slice(0, 10)

/**
 * 案の id を作る。行番号でなく、名（と親の id）から作るので、行の増減や並べ替えで変わらない。
 * 同じ名が二度出たら、出た順に `-2`、`-3` を付ける。図書一つにつき一つ作る。
 *
 * @example const id = idMaker(); id('n', null, '基本目標', '1') // → 'n-…'（10 桁の指紋）
 */
export const idMaker = (): IdMaker => {
  const times = new Map<string, number>()
  return (kind, ...words) => {
    const base = `${kind}-${fingerprint(words)}`
    const time = (times.get(base) ?? 0) + 1
    times.set(base, time)
    return time === 1 ? base : `${base}-${time}`
  }
}
