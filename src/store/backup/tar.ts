/** 控えの入れ物は tar。どの機械にもある道具（Windows の tar も）で、百年後にも開ける。 */

const block = 512

/** tar の項目一つ（頭書き・中身・詰めもの）。 */
export const tarEntry = (name: string, content: Uint8Array): readonly Uint8Array[] => [
  headerOf(name, content.byteLength),
  content,
  new Uint8Array(paddingAfter(content.byteLength)),
]

/** tar の終わり。 */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * block)

const paddingAfter = (size: number): number => (block - (size % block)) % block

const headerOf = (name: string, size: number): Uint8Array => {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new Error(`tar names hold 100 bytes, got "${name}"`)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** 読んだ項目。 */
export type TarEntry = { readonly name: string; readonly content: Buffer }

/** tar でない、または途中で切れている（cut）。 */
export class BrokenTar extends Error {
  readonly cut: boolean
  constructor(cut: boolean) {
    super(cut ? 'the tar file ends too early' : 'not a tar header')
    this.cut = cut
  }
}

/** tar の項目を順に。一度に持つのは項目一つ。壊れていれば `BrokenTar` を投げる。 */
export async function* tarEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const take = takingFrom(bytes)
  for (;;) {
    const header = await take(block)
    if (header.every((byte) => byte === 0)) return
    const { name, size } = readHeader(header)
    const content = await take(size)
    await take(paddingAfter(size))
    yield { name, content }
  }
}

/** 項目一つの大きさの限り。原本は 50MB までなので、その字にしたものより大きい項目は、控えのものでない。 */
const mostBytes = 1_500_000_000

const readHeader = (header: Buffer): { name: string; size: number } => {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const size = Number.parseInt(text(124, 136), 8)
  const told = Number.parseInt(text(148, 156).trim(), 8)
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (sum !== told || !(size >= 0 && size <= mostBytes)) throw new BrokenTar(false)
  return { name: text(0, 100), size }
}

/** 流れてくるバイト列から、要るだけ取り出す。 */
const takingFrom = (bytes: AsyncIterable<Uint8Array>): ((size: number) => Promise<Buffer>) => {
  const source = bytes[Symbol.asyncIterator]()
  let held: Uint8Array[] = []
  let length = 0
  return async (size) => {
    while (length < size) {
      const next = await source.next()
      if (next.done) throw new BrokenTar(true)
      held.push(next.value)
      length += next.value.byteLength
    }
    const whole = Buffer.concat(held, length)
    length -= size
    held = length > 0 ? [whole.subarray(size)] : []
    return whole.subarray(0, size)
  }
}
