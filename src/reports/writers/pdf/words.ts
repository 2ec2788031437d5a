import type { Lettering, Weight } from './lettering.ts'

/** 日本語の字の間では、どこでも折り返せる。折り返せない字の続き（英数字・記号・長音など）を一語とみる。 */
const unbroken =
  /[^\s\u3041-\u3094\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\u{20000}-\u{3ffff}]+/gu

/**
 * 欄に入らない長い語（URL など）を、欄に入る長さで改行する。入る語はそのまま（数の途中では切らない）。
 * 幅のない空白（U+200B）を入れても、Typst 0.14 は一字余計に詰めて欄からはみ出すので、ここで切る。
 *
 * @example withBreaks('https://example.lg.jp/a/b/c', 5, letters) // → 'https://e\nxample.lg…'
 */
export const withBreaks = (text: string, width: number, letters: Lettering, weight: Weight = 'regular'): string =>
  // 字の数だけで足りるとわかれば、幅を量らない。
  text.length <= width
    ? text
    : text.replace(unbroken, (word) =>
        letters.width(word, weight) <= width ? word : chunks(word, width, letters, weight).join('\n'),
      )

const chunks = (word: string, width: number, letters: Lettering, weight: Weight): readonly string[] => {
  const found: string[] = []
  let [chunk, used] = ['', 0]
  for (const character of word) {
    const wide = letters.width(character, weight)
    if (chunk !== '' && used + wide > width) {
      found.push(chunk)
      ;[chunk, used] = ['', 0]
    }
    chunk += character
    used += wide
  }
  return [...found, chunk]
}

/**
 * 欄に入れたときの行の数。これより多くはならない、多めの見積もり。
 * 一行の終わりには、次の語が入らない分と、禁則で送る字の分だけの空きができる。
 *
 * @example linesOf('所見の文', 2, letters) // → 3
 */
export const linesOf = (text: string, width: number, letters: Lettering, weight: Weight = 'regular'): number =>
  text.split('\n').reduce((lines, line) => {
    const length = letters.width(line, weight)
    if (length <= width * 0.98) return lines + 1
    const longest = Math.max(0, ...(line.match(unbroken) ?? []).map((word) => letters.width(word, weight)))
    const left = longest + 2
    // 長い語があれば、続く二行を合わせて一行分より多く入ることだけがわかる。
    return lines + (left <= width / 2 ? Math.ceil(length / (width - left)) : 1 + Math.ceil((2.2 * length) / width))
  }, 0)
