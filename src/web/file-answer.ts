import type { Context } from 'hono'

/** 渡すファイル。`style` があれば、落とさずにブラウザーで見せる（CSP に許す様式の印。ほかは何も動かず、読み込まない）。 */
export type FileShown = {
  readonly fileName: string
  readonly mediaType: string
  /** 大きなものは、流れのまま。 */
  readonly bytes: Uint8Array | ReadableStream<Uint8Array>
  readonly style?: string
}

/** ファイルで答える。日本語のファイル名は RFC 6266 の `filename*` で渡す。 */
export const fileAnswer = (c: Context, { fileName, mediaType, bytes, style }: FileShown): Response => {
  if (style !== undefined) {
    c.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self' ${style}; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`,
    )
    c.header('X-Frame-Options', 'SAMEORIGIN')
  }
  return c.body(bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes, 200, {
    'Content-Type': mediaType,
    'Content-Disposition': disposition(style === undefined ? 'attachment' : 'inline', fileName),
  })
}

/** `attachment; filename="report.pdf"; filename*=UTF-8''…` 古いものは、種類の分かる英字の名を読む。 */
export const disposition = (how: 'attachment' | 'inline', fileName: string): string => {
  const extension = /\.[0-9A-Za-z]{1,8}$/.exec(fileName)?.[0] ?? ''
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="report${extension}"; filename*=UTF-8''${encoded}`
}
