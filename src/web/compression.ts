import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** 送るときの詰めかた（Content-Encoding）。identity はそのまま。 */
export type Encoding = 'br' | 'gzip' | 'identity'

/**
 * ブラウザーの受け取れる詰めかた。Chrome は https と手もと（localhost）でだけ br を名のり、庁内の http では gzip になる。
 *
 * @example encodingFor('gzip, deflate, br') // → 'br'
 */
export const encodingFor = (accepted: string | undefined): Encoding => {
  const offered = (accepted ?? '').split(',').flatMap((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
  })
  return (['br', 'gzip'] as const).find((each) => offered.includes(each)) ?? 'identity'
}

/** 詰めるのにかける手間。頁は一度だけ詰めて覚え、様式と書体の宣言は起きているあいだに一度だけ詰める。 */
export type Effort = 'page' | 'asset'

const brotliQuality: Readonly<Record<Effort, number>> = { page: 5, asset: 9 }
const gzipLevel: Readonly<Record<Effort, number>> = { page: 6, asset: 9 }

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/** 詰めたもの。identity ならそのまま。 */
export const compressed = async (
  body: Buffer<ArrayBuffer>,
  encoding: Encoding,
  effort: Effort,
): Promise<Buffer<ArrayBuffer>> => {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return zip(body, { level: gzipLevel[effort] })
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

/** 詰めて送るときの見出し。 */
export const encodingHeaders = (encoding: Encoding): Readonly<Record<string, string>> =>
  encoding === 'identity' ? {} : { 'Content-Encoding': encoding }
