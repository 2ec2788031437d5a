/**
 * 取組項目の番号。20 までは丸数字、それより後はかっこの数字（丸数字は書体によって欠ける）。
 *
 * @example itemMark(1) // → '①'
 */
export const itemMark = (number: number): string =>
  number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`
