import type { Lettering } from './lettering.ts'

/** 紙に出せない字。異体字は、選択符のない普通の字形で出る。 */
export type Unprintable = { readonly character: string; readonly kind: 'missing' | 'variant' }

/** どの書体にもない字の代わりに置く字（下駄。校正で「字がない」ことを示す印）。 */
export const placeholder = '〓'

/**
 * 紙に出せる字だけにする。出せない字は 〓 に置きかえて `tell` に言う（白い四角を黙って刷らない）。
 * 見えない制御の字は除く。濁点の分かれた仮名（Mac のファイルから来る）は一字にする。漢字は決して別の字にしない。
 *
 * @example printable('髙橋', lettering('noto-sans'), () => {}) // → '髙橋'
 */
export const printable = (text: string, letters: Lettering, tell: (found: Unprintable) => void): string =>
  isPlain(text) ? text : printedCharacters(composed(text), letters, tell)

/** 改行と ASCII だけなら、調べるまでもない。 */
const isPlain = (text: string): boolean => /^[\n -~]*$/.test(text)

const composed = (text: string): string => (!/[\r\t\u2028\u2029\u3099\u309a]/.test(text) ? text : rewritten(text))

const rewritten = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\u3041-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize('NFC'))

const printedCharacters = (text: string, letters: Lettering, tell: (found: Unprintable) => void): string => {
  let printed = ''
  let before = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (isSelector(code)) {
      if (letters.holdsVariant(before, code)) printed += character
      else if (code >= 0xe0100) tell({ character: String.fromCodePoint(before) + character, kind: 'variant' })
    } else if (character === '\n' || (letters.holds(code) && !isPrivate(code))) printed += character
    else if (!isInvisible(character)) {
      printed += placeholder
      tell({ character, kind: 'missing' })
    }
    before = code
  }
  return printed
}

const isSelector = (code: number): boolean => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)

/** 私用の領域（外字）。書体にあっても、その市町村の外字とは限らない。 */
const isPrivate = (code: number): boolean => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000

const isInvisible = (character: string): boolean => /[\p{Cc}\p{Cf}]/u.test(character)
