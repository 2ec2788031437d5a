/**
 * 読む大きさの限り。どれも本物の計画書（数百 KB・数百行・数十シート）の百倍ほどに置き、
 * 悪意のあるファイルでも数秒・数百 MB のうちに断れるようにする。
 */
export const sizeLimits = {
  /** 文章・CSV のバイト数。 */
  textBytes: 20_000_000,
  /** xlsx のバイト数（写真を貼った表もあるので文章より大きい）。 */
  workbookBytes: 50_000_000,
  /** 文章・CSV の行数。 */
  lines: 300_000,
  /** 一行の文字数。 */
  lineLength: 200_000,
  /** 図書全体の升目の数。 */
  cells: 2_000_000,
  /** zip の項目の数。 */
  zipEntries: 5_000,
  /** zip を展開した大きさの合計（読む部品だけ）。 */
  unpackedBytes: 150_000_000,
  /** 一つの部品の展開率。表計算の XML は 20 倍ほど、百倍を超えることはまずない。 */
  inflationRatio: 300,
  sheets: 200,
  rowsPerSheet: 50_000,
  columnsPerSheet: 1_000,
} as const

/** バイト数を人の読む大きさにする。`sizeInWords(20_000_000)` → '20MB' */
export const sizeInWords = (bytes: number): string => {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)}GB`
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)}MB`
  if (bytes >= 1e3) return `${Math.round(bytes / 1e3)}KB`
  return `${bytes}B`
}
