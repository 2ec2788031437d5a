import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// 作った PDF を、書いたものとは別の読み手（pdf.js）で読みなおす。
// 書体の表や CMap は package の中から読み、外へは取りに行かない。
const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** 開いた PDF に `read` をして、必ず閉じる。読んだあとも使えるように、バイト列は写して渡す。 */
export const readingPdf = async <T>(bytes: Uint8Array, read: (document: PdfDocument) => Promise<T>): Promise<T> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(packageFolder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
    verbosity: 0,
  })
  try {
    return await read(await task.promise)
  } finally {
    await task.destroy()
  }
}

export type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>

/** 頁ごとの字。行の切れ目は \n。見えない字（描かれていない字）は入らない。 */
export const pdfText = (bytes: Uint8Array): Promise<readonly string[]> =>
  readingPdf(bytes, async (document) => {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages
  })

/** 頁ごとの字から、空白と行の切れ目を除いたもの。升目の中で折り返した語も、続けて探せる。 */
export const pdfTextWithoutSpaces = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await pdfText(bytes)).map(withoutSpaces)

/** 比べるための形。「総合戦略 進捗」→「総合戦略進捗」。改行の機会だけの字（幅のない空白）も除く。 */
export const withoutSpaces = (text: string): string => text.replace(/[\s\u200B\u2060\uFEFF]+/g, '')
