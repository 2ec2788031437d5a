import { crc32, deflateRawSync, constants as zlib } from 'node:zlib'
import { type BuiltEntry, textRow, utf16, workbookEntries, zipOf } from '#reading/formats/built-files.ts'
import { aTable } from './a-table.ts'

/** 受け取って困るファイル一つ。`says` はその文にだけあることば（日・英）。 */
export type BadFile = {
  readonly name: string
  readonly bytes: () => string | Uint8Array
  readonly says: readonly [ja: string, en: string]
}

const magic = (...bytes: number[]): Buffer => Buffer.concat([Buffer.from(bytes), Buffer.alloc(4000, 0x41)])

const utf8 = new TextEncoder()

/** OLE 複合文書の形だけ（中の流れの名で見分ける）。 */
const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(1000),
  ])

const workbook = (more: readonly BuiltEntry[] = []): Uint8Array =>
  zipOf(workbookEntries([['一覧', textRow('緑川市総合戦略 進捗状況一覧表')]], more))

const sheet = 'xl/worksheets/sheet1.xml'

/** 零の並びを圧縮したものを継ぎ足して、ほどけば数 GB になる、数 MB の部品を作る。 */
const bomb = (): Uint8Array => {
  const piece = 32_000_000
  const times = 120
  const zeros = Buffer.alloc(piece)
  const open = deflateRawSync(zeros, { finishFlush: zlib.Z_FULL_FLUSH, level: 9 })
  const packed = Buffer.concat([...Array(times - 1).fill(open), deflateRawSync(zeros, { level: 9 })])
  return workbook([{ name: sheet, content: '', packed, declared: piece * times, crc: 0 }])
}

/** 目録では小さく、ほどくと大きい。 */
const lyingBomb = (): Uint8Array => {
  const content = Buffer.alloc(64_000_000)
  return workbook([{ name: sheet, content, declared: 900_000, crc: crc32(content) }])
}

const entities = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "わ">${[...'bcdefghij']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
  .join('')}]><worksheet><sheetData>${textRow('&j;')}</sheetData></worksheet>`

const sheets = (count: number): Uint8Array =>
  zipOf(workbookEntries(Array.from({ length: count }, (_, at) => [`シート${at}`, ''] as const)))

/** UTF-8 の文章を Shift_JIS と思って開き、UTF-8 で保存したもの。 */
const garbled = (): string => new TextDecoder('shift_jis').decode(utf8.encode(`${aTable()}${letter}`))

const letter = `緑川市の皆さまへ\n\n${'今年の夏祭りは八月の第一土曜日に行います。お誘い合わせのうえお越しください。\n'.repeat(30)}`

/** それぞれが自分の文で断られるべきファイル。 */
export const badFiles: readonly BadFile[] = [
  { name: '空.txt', bytes: () => '', says: ['空のファイル（0 バイト）', 'empty file (0 bytes)'] },
  { name: '空白.csv', bytes: () => ' \r\n　\r\n', says: ['空白と改行しか', 'only blanks'] },
  {
    name: '途中.xlsx',
    bytes: () => workbook().subarray(0, 900),
    says: ['途中で切れています（Excel', 'cut short (the end of the Excel'],
  },
  {
    name: '途中.txt',
    bytes: () => utf16(aTable(), 'le', true).subarray(0, -1),
    says: ['最後の一字が途中で切れて', 'cut in the middle of its last character'],
  },
  {
    name: '暗号.xlsx',
    bytes: () => ole('EncryptedPackage'),
    says: ['パスワードで暗号化', 'encrypted with a password'],
  },
  { name: '古い.xlsx', bytes: () => ole('Workbook'), says: ['Excel 97-2003', 'Excel 97-2003'] },
  { name: '文書.doc', bytes: () => ole('WordDocument'), says: ['Word の文書です', 'is a Word document'] },
  { name: '写真.xlsx', bytes: () => magic(0x89, 0x50, 0x4e, 0x47), says: ['写真・画像', 'photograph or image'] },
  {
    name: '添付.txt',
    bytes: () => zipOf([{ name: '一覧.csv', content: aTable() }]),
    says: ['図書をまとめた zip', 'a zip of documents'],
  },
  { name: '印刷.csv', bytes: () => `%PDF-1.7\n${letter}`, says: ['PDF です', 'is a PDF'] },
  { name: '装飾.txt', bytes: () => `{\\rtf1\\ansi ${letter}}`, says: ['リッチテキスト', 'rich text'] },
  { name: '書庫.csv', bytes: () => magic(0x1f, 0x8b), says: ['圧縮した書庫', 'compressed archive'] },
  { name: '録音.txt', bytes: () => magic(0x49, 0x44, 0x33, 3, 0), says: ['音声か動画', 'sound or video'] },
  {
    name: '道具.txt',
    bytes: () => magic(0x7f, 0x45, 0x4c, 0x46),
    says: ['文章でも表計算でもない', 'neither text nor'],
  },
  { name: '爆弾.xlsx', bytes: bomb, says: ['極端に大きくなる', 'extreme size'] },
  { name: '偽り.xlsx', bytes: lyingBomb, says: ['極端に大きくなる', 'extreme size'] },
  {
    name: '実体.xlsx',
    bytes: () => workbook([{ name: sheet, content: entities }]),
    says: ['DOCTYPE・ENTITY', 'declares a DOCTYPE'],
  },
  { name: '一万枚.xlsx', bytes: () => sheets(10_000), says: ['を超える部品', 'parts and is not read'] },
  { name: '二千枚.xlsx', bytes: () => sheets(2000), says: ['2000 枚のシート', '2000 sheets'] },
  { name: '零.csv', bytes: () => aTable().replace('商談', '商\0談'), says: ['文字でない値 NUL', 'a NUL at byte'] },
  {
    name: '片割れ.txt',
    bytes: () => utf16(aTable().replace('商談', '商\ud842談'), 'le', true),
    says: ['対にならないサロゲート', 'unpaired surrogate'],
  },
  { name: '化け.txt', bytes: garbled, says: ['UTF-8 の文章を Shift_JIS として', 'UTF-8 text opened as Shift_JIS'] },
  {
    name: '失せ.txt',
    bytes: () => aTable().replace(/[^\n -~]/g, '?'),
    says: ['「?」に置き換わって', 'replaced by "?"'],
  },
  { name: '一行.txt', bytes: () => '指標'.repeat(150_000), says: ['1 行目は', 'Line 1 of'] },
  { name: '案内.txt', bytes: () => letter, says: ['表が見つかりません', 'No table was found'] },
]

/** 大きいだけのファイル。中身は書かずに伸ばす（`truncate`）か、本当に書く。 */
export const largeText = (bytes: number): Uint8Array => {
  const line = utf8.encode(`${aTable()}\r\n`)
  const whole = Buffer.alloc(bytes, 0x0a)
  for (let at = 0; at + line.length <= bytes; at += line.length) whole.set(line, at)
  return whole
}
