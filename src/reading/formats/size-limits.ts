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
  /** 文章・CSV の升目の数。 */
  cells: 1_000_000,
  /** zip の項目の数。 */
  zipEntries: 5_000,
  /** zip を展開した大きさの合計（読む部品だけ）。 */
  unpackedBytes: 100_000_000,
  /** 一つの部品の展開率。表計算の XML は 20 倍ほどで、同じ行の続く表でも数百倍を超えることはまずない。 */
  inflationRatio: 500,
  /** 木にして読む部品（共有文字列・書式）の札の数。 */
  partTags: 1_500_000,
  sheets: 1_000,
  rowsPerSheet: 50_000,
  columnsPerSheet: 1_000,
  /** シート一枚の、端から端までの升目の数。 */
  areaPerSheet: 5_000_000,
  /** 表計算の、中身のある升目の数。 */
  workbookCells: 400_000,
  /** 結合の広がりの合計。 */
  mergedCells: 500_000,
} as const

/** バイト数を人の読む大きさにする。`sizeInWords(20_000_000)` → '20MB' */
export const sizeInWords = (bytes: number): string => {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)}GB`
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)}MB`
  if (bytes >= 1e3) return `${Math.round(bytes / 1e3)}KB`
  return `${bytes}B`
}
