/**
 * 先頭のバイト（魔法数）で分かるファイルの種類。拡張子は見ない。
 * どれでもなければ null で、文章かどうかは文字の側で確かめる。
 */
export type Signature = 'zip' | 'ole' | 'pdf' | 'image' | 'rtf' | 'archive' | 'program' | 'media'

const magic: readonly (readonly [Signature, readonly (number | null)[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['image', [0x42, 0x4d, null, null, null, null, 0x00, 0x00, 0x00, 0x00]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a, null, 0x00]],
  ['media', [0x49, 0x44, 0x33, 0x03, 0x00]],
  ['media', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x41, 0x56, 0x45]],
]

/** `signatureOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))` → 'image' */
export const signatureOf = (bytes: Uint8Array): Signature | null =>
  magic.find(([, pattern]) => startsWith(bytes, pattern))?.[0] ?? isoMedia(bytes) ?? pdf(bytes)

const startsWith = (bytes: Uint8Array, pattern: readonly (number | null)[]): boolean =>
  bytes.length >= pattern.length && pattern.every((byte, at) => byte === null || bytes[at] === byte)

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** HEIC・AVIF（写真）と MP4・MOV（動画）は 5 バイト目からの ftyp と、続く種別で分ける。 */
const isoMedia = (bytes: Uint8Array): Signature | null => {
  if (latin(bytes, 4, 8) !== 'ftyp') return null
  return /^(?:heic|heix|hevc|mif1|msf1|avif)/.test(latin(bytes, 8, 12)) ? 'image' : 'media'
}

/** PDF の印は先頭 1024 バイトのどこかにあればよい（ISO 32000 附属書）。文章の中の「%PDF-」と紛れないよう行頭に限る。 */
const pdf = (bytes: Uint8Array): Signature | null => (/(?:^|[\r\n])%PDF-\d/.test(latin(bytes, 0, 1024)) ? 'pdf' : null)

/** OLE 複合文書（古い Office、または暗号化した xlsx）の中身。 */
export type OleKind = 'encrypted' | 'xls' | 'doc' | 'ppt' | 'other'

const streams: readonly (readonly [OleKind, string])[] = [
  ['encrypted', 'EncryptedPackage'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['doc', 'WordDocument'],
  ['ppt', 'PowerPoint Document'],
]

/** 収められた流れの名（UTF-16LE、名の終わりは NUL）で見分ける。 */
export const oleKindOf = (bytes: Uint8Array): OleKind => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return streams.find(([, name]) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le')))?.[0] ?? 'other'
}
