import type { Lettering, Weight } from './lettering.ts'

/** 切る機会の字（幅のない空白）。紙には見えない。 */
const mayBreak = '\u200b'

/** 日本語の字の間では、どこでも折り返せる。折り返せない字の続き（英数字・記号・長音など）を一語とみる。 */
const unbroken =
  /[^\s\u3041-\u3094\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\u{20000}-\u{3ffff}]+/gu

/**
 * 欄に入らない長い語（URL など）に、切る機会を入れる。入る語はそのまま（数の途中では切らない）。
 *
 * @example withBreaks('https://example.lg.jp/a/b/c', 5, letters) // 字の間に幅のない空白が入る
 */
export const withBreaks = (text: string, width: number, letters: Lettering, weight: Weight = 'regular'): string =>
  // 字の数だけで足りるとわかれば、幅を量らない。
  text.length <= width
    ? text
    : text.replace(unbroken, (word) => (letters.width(word, weight) <= width ? word : Array.from(word).join(mayBreak)))

/**
 * 欄に入れたときの行の数の、多めの見積もり（禁則で一行に入る字が減ることを見込む）。
 *
 * @example linesOf('所見の文', 2, letters) // → 3
 */
export const linesOf = (text: string, width: number, letters: Lettering, weight: Weight = 'regular'): number =>
  text.split('\n').reduce((lines, line) => {
    const length = letters.width(line, weight)
    return lines + (length <= width ? 1 : 1 + Math.ceil(length / Math.max(width - 2, width / 2, 0.5)))
  }, 0)
