/** 字の幅。全角を 1、半角を 0.5 と数え、いくつもの行なら広いもの。`textWidth('1,009人')` → 3.5 */
export const textWidth = (text: string): number => Math.max(...text.split('\n').map(lineWidth))

const lineWidth = (line: string): number => [...line].reduce((sum, char) => sum + (half.test(char) ? 0.5 : 1), 0)

// ASCII と半角カナ。△・―・※ は日本語の書体では全角。
const half = /[\u0020-\u007e\uff61-\uff9f]/u

/** 中身に合わせた列の幅。狭すぎず広すぎないように。 */
export const widthFor = (texts: readonly string[], least: number, most: number): number =>
  Math.min(Math.max(least, ...texts.map((text) => textWidth(text) + 1)), most)
