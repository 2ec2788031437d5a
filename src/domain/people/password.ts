import { done, type Result, refused } from '../problem.ts'

/** 合言葉の長さの下と上（字の数。NFKC にそろえてから数える）。 */
export const passwordLength = { least: 12, most: 128 } as const

/**
 * 合言葉にしてよいか。字の種類は問わない（長さが守る）。断る符号: `password-too-short`・`password-too-long`・
 * `password-one-letter`・`password-is-name`。全角と半角は同じとみなす。
 *
 * @example passwordFrom('みどりの川にかかる橋', []) // → 10 字なので password-too-short
 */
export const passwordFrom = (typed: string, names: readonly string[]): Result<string> => {
  const password = typed.normalize('NFKC')
  const letters = [...password]
  if (letters.length < passwordLength.least)
    return refused('password-too-short', { count: letters.length, least: passwordLength.least })
  if (letters.length > passwordLength.most)
    return refused('password-too-long', { count: letters.length, most: passwordLength.most })
  if (new Set(letters).size === 1) return refused('password-one-letter')
  const plain = password.toLowerCase()
  const named = names.some((name) => name !== '' && plain === name.normalize('NFKC').toLowerCase())
  return named ? refused('password-is-name') : done(password)
}
