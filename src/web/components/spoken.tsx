import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

/**
 * しるべの一文。英語の頁では、文の中の日本語（図書の名・ファイルの名・様式の名）を、読み上げのために日本語だと示す。
 * 日本語の頁では、そのまま。
 */
export const Spoken = ({ frame, words }: { frame: Frame; words: string }) =>
  frame.lang === 'ja'
    ? words
    : words.split(japanese).map((part, index) => (index % 2 === 1 ? <Own frame={frame}>{part}</Own> : part))

const letter = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々ー'
const japanese = new RegExp(`([${letter}](?:[${letter}・（）()\\dA-Za-z]*[${letter}）])?)`, 'u')
