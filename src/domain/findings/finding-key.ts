import { canonicalJson } from '../canonical-json.ts'
import type { Note } from '../plan/draft.ts'

/**
 * 気づきの鍵（16 進 16 字）。答え（`FindingAnswer`）を気づきに結ぶ。
 * 文に入る値と、どの行のことかから作る。版の行の id は取り込み直しても変わらないので、
 * 行がずれただけの図書では鍵が続き、値が変われば鍵も変わる。行を指さない気づきは所在で見分ける。
 *
 * @example findingKey(finding) // → '9ae16a3b2f90404f'
 */
export const findingKey = ({
  code,
  params,
  places,
  about,
}: Pick<Note, 'code' | 'params' | 'places' | 'about'>): string =>
  fnv1a64(canonicalJson([code, params, about ? about.toSorted() : places]))

// FNV-1a 64 ビット（http://www.isthe.com/chongo/tech/comp/fnv/）。領域は外の世界（crypto）を使わない。
const offsetBasis = 0xcbf29ce484222325n
const prime = 0x100000001b3n

const fnv1a64 = (text: string): string => {
  let hash = offsetBasis
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime)
  return hash.toString(16).padStart(16, '0')
}
