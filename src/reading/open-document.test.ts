import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { problemInWords, type Result } from '#domain/problem.ts'
import type { SourceDocument } from './document.ts'
import { encodeAs, textRow, utf16, workbookEntries, zipOf } from './formats/built-files.ts'
import { sizeLimits } from './formats/size-limits.ts'
import { openDocument, openFile } from './open-document.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const opened = async (file: string, bytes: Uint8Array): Promise<SourceDocument> => {
  const result = await openDocument(file, bytes)
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
/** 断りの符号。文が日英ともに書けることも確かめる。 */
const refusal = (result: Result<unknown>): string => {
  if (result.ok) return 'opened'
  expect(problemInWords(result.problem, 'ja')).toMatch(/。$/)
  expect(problemInWords(result.problem, 'en')).toMatch(/\.$/)
  return result.problem.code
}

const sentence = '小千谷市総合戦略の進捗状況\t目標値\r\n新規創業件数\t45件\r\n'

describe('文字符号を中身で見分ける', () => {
  test.each([
    ['UTF-8', bytesOf(sentence), 'utf-8'],
    ['UTF-8（BOM つき）', bytesOf(`\uFEFF${sentence}`), 'utf-8'],
    ['Shift_JIS', encodeAs('shift_jis', sentence), 'shift_jis'],
    ['Shift_JIS の短い語', encodeAs('shift_jis', '担当課'), 'shift_jis'],
    ['CP932 の機種依存文字（①髙Ⅱ㎡）', encodeAs('shift_jis', '①髙Ⅱ㎡の目標'), 'shift_jis'],
    ['EUC-JP', encodeAs('euc-jp', sentence), 'euc-jp'],
    ['UTF-16LE（BOM つき）', utf16(sentence, 'le', true), 'utf-16le'],
    ['UTF-16BE（BOM つき）', utf16(sentence, 'be', true), 'utf-16be'],
    ['UTF-16LE（BOM なし）', utf16(sentence, 'le', false), 'utf-16le'],
    ['UTF-16BE（BOM なし）', utf16(sentence, 'be', false), 'utf-16be'],
    ['UTF-16LE の仮名だけ（BOM なし）', utf16('ひらがなだけ\n', 'le', false), 'utf-16le'],
    ['UTF-16LE の英数字だけ（BOM なし）', utf16('KPI 12\n', 'le', false), 'utf-16le'],
    ['JIS（ISO-2022-JP）', Buffer.from('\u001b$B;TD9\u001b(B', 'latin1'), 'iso-2022-jp'],
    ['英文だけ', bytesOf('KPI\tTarget\n12\t13\n'), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const document = await opened('表.txt', bytes)
    expect(document.encoding).toBe(encoding)
    const text = document.pages[0]?.lines[0]?.text
    if (bytes.length > 40) expect(text).toMatch(/^小千谷市|^KPI/)
    expect(document.remarks).toEqual([])
  })

  test('UTF-8 の中に読めない字が少しあるだけなら、所在つきの気づきにして開く', async () => {
    const bytes = Buffer.concat([
      bytesOf(`${sentence}住宅取得`),
      Buffer.from([0xe3, 0x81]),
      bytesOf('補助件数\t4\uFFFD件\n'),
    ])
    const document = await opened('表.txt', bytes)
    expect(document.encoding).toBe('utf-8')
    expect(document.remarks).toEqual([
      {
        message: { code: 'unreadable-characters', params: { count: 2 } },
        places: [
          { line: 3, column: 5, length: 1 },
          { line: 3, column: 12, length: 1 },
        ],
      },
    ])
  })

  test('外字は知らせる', async () => {
    expect((await opened('a.txt', bytesOf('担当\uE000課'))).remarks[0]?.message.code).toBe('private-characters')
  })
})

describe('文章の行と升目', () => {
  test('行末は LF・CR・CRLF のどれでもよく、最後の行末のあとは行に数えない', async () => {
    const { pages } = await opened('a.txt', bytesOf('一\n二\r\n三\r四\n'))
    expect(pages[0]?.lines.map(({ number, text }) => [number, text])).toEqual([
      [1, '一'],
      [2, '二'],
      [3, '三'],
      [4, '四'],
    ])
  })

  test('升目はタブで分け、空白を落とした字面の位置を持つ', async () => {
    const { pages } = await opened('a.txt', bytesOf('指標\t 目標　\t\t𠮷野家 12件'))
    expect(pages[0]?.lines[0]).toEqual({
      number: 1,
      text: '指標\t 目標　\t\t𠮷野家 12件',
      place: { line: 1, column: 1, length: 17 },
      cells: [
        { column: 0, text: '指標', place: { line: 1, column: 1, length: 2 } },
        { column: 1, text: '目標', place: { line: 1, column: 5, length: 2 } },
        { column: 2, text: '', place: { line: 1, column: 9, length: 0 } },
        { column: 3, text: '𠮷野家 12件', place: { line: 1, column: 10, length: 8 } },
      ],
    })
  })

  test('タブのある .txt も .md も文章のまま', async () => {
    expect((await opened('a.txt', bytesOf('a\tb\nc\td\n'))).format).toBe('text')
    expect((await opened('a.md', bytesOf('a,b,c\nd,e,f\ng,h,i\n'))).format).toBe('text')
  })

  test('出典に名と指紋を持つ', async () => {
    const { source } = await opened('a.txt', bytesOf('abc'))
    expect(source).toEqual({
      file: 'a.txt',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    })
  })
})

const utf8AsSjis = new TextDecoder('shift_jis').decode(
  bytesOf('小千谷市総合戦略の進捗状況について、目標を達成しました。'),
)
const utf8AsLatin = Buffer.from('小千谷市総合戦略の進捗状況について', 'utf8').toString('latin1')
const sjisAsLatin = new TextDecoder('windows-1252').decode(
  encodeAs('shift_jis', 'このまちづくりについてのアクションプランをつくりました'),
)
const eucAsSjis = new TextDecoder('shift_jis').decode(
  encodeAs('euc-jp', 'このまちづくりについて、総合戦略の進捗をまとめた。'),
)

describe('断るファイルには、それぞれの文がある', () => {
  test.each([
    ['空', 'a.txt', new Uint8Array(), 'file-empty'],
    ['空白だけ', 'a.txt', bytesOf(' \n\t　\r\n'), 'file-blank'],
    ['BOM だけ', 'a.txt', bytesOf('\uFEFF'), 'file-blank'],
    ['NUL を含む短い英文', 'a.txt', bytesOf('a\0b'), 'nul-bytes'],
    ['NUL を含む偶数長の英文', 'a.txt', bytesOf('ab\0c'), 'nul-bytes'],
    ['NUL を含む文章', 'a.txt', bytesOf('目標\0実績'), 'nul-bytes'],
    [
      '名前だけ変えた実行ファイル',
      'a.txt',
      Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0]), Buffer.alloc(200)]),
      'binary-file',
    ],
    ['制御文字だらけ', 'a.txt', Buffer.from([1, 2, 3, 4, 5, 6, 0x41, 0x42]), 'binary-file'],
    ['どの符号でもない', 'a.txt', Buffer.from([0xff, 0xff, 0xfd, 0xfd, 0x80, 0xff, 0xff, 0xa0]), 'encoding-unknown'],
    ['UTF-32', 'a.txt', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'encoding-utf32'],
    ['切れた UTF-16', 'a.txt', utf16('目標値', 'le', true).subarray(0, 7), 'utf16-cut'],
    ['UTF-16 の対にならないサロゲート', 'a.txt', utf16('目標\n実\uD842績', 'le', true), 'lone-surrogates'],
    [
      'UTF-8 に書かれたサロゲート',
      'a.txt',
      Buffer.concat([bytesOf('目標\n実績'), Buffer.from([0xed, 0xa1, 0x82]), bytesOf('です。')]),
      'lone-surrogates',
    ],
    ['文字化け（UTF-8 → Shift_JIS）', 'a.txt', bytesOf(utf8AsSjis), 'mojibake-utf8-as-sjis'],
    ['文字化け（UTF-8 → 欧文）', 'a.txt', bytesOf(utf8AsLatin), 'mojibake-utf8-as-latin'],
    ['文字化け（Shift_JIS → 欧文）', 'a.txt', bytesOf(sjisAsLatin), 'mojibake-sjis-as-latin'],
    ['文字化け（EUC-JP → Shift_JIS）', 'a.txt', bytesOf(eucAsSjis), 'mojibake-euc-as-sjis'],
    ['? に失われた文字', 'a.txt', bytesOf('???????? ?????\t12?\n????????\t???\n?????'), 'mojibake-lost'],
    ['U+FFFD だらけ', 'a.txt', bytesOf('\uFFFD'.repeat(200)), 'mojibake-unreadable'],
    ['PDF', 'a.txt', bytesOf('%PDF-1.7\n%âãÏÓ'), 'file-pdf'],
    ['写真（JPEG）を .xlsx', 'a.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 'file-image'],
    ['写真（PNG）を .xlsx', 'a.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'file-image'],
    ['写真（HEIC）を .csv', 'a.csv', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'), 'file-image'],
    ['動画（MP4）', 'a.xlsx', Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0', 'latin1'), 'file-media'],
    ['リッチテキスト', 'a.txt', bytesOf('{\\rtf1\\ansi 目標}'), 'file-rtf'],
    ['gzip', 'a.txt', Buffer.from([0x1f, 0x8b, 8, 0]), 'file-archive'],
    ['古い Excel', 'a.xlsx', oleWith('Workbook'), 'file-old-excel'],
    ['古い Word', 'a.xlsx', oleWith('WordDocument'), 'file-word'],
    ['暗号化した xlsx', 'a.xlsx', oleWith('EncryptedPackage'), 'file-encrypted'],
    ['何か分からない OLE', 'a.xls', oleWith('Contents'), 'file-old-office'],
    [
      'Word',
      'a.xlsx',
      zipOf([
        { name: '[Content_Types].xml', content: '' },
        { name: 'word/document.xml', content: '' },
      ]),
      'file-word',
    ],
    [
      'PowerPoint',
      'a.xlsx',
      zipOf([
        { name: '[Content_Types].xml', content: '' },
        { name: 'ppt/presentation.xml', content: '' },
      ]),
      'file-powerpoint',
    ],
    [
      'OpenDocument',
      'a.xlsx',
      zipOf([
        { name: 'mimetype', content: '' },
        { name: 'content.xml', content: '' },
      ]),
      'file-open-document',
    ],
    [
      'xlsb',
      'a.xlsx',
      zipOf([
        { name: '[Content_Types].xml', content: '' },
        { name: 'xl/workbook.bin', content: '' },
      ]),
      'file-xlsb',
    ],
    [
      '図書の zip（入れ子の zip）',
      'a.xlsx',
      zipOf([{ name: '資料/進捗.xlsx', content: zipOf([]) }]),
      'file-zip-of-documents',
    ],
    ['ほかの zip', 'a.xlsx', zipOf([{ name: 'META-INF/x', content: 'x' }]), 'file-other-zip'],
    ['空の zip', 'a.xlsx', zipOf([]), 'file-other-zip'],
    ['閉じない引用符', 'a.csv', bytesOf('a,b\n"c,d\ne,f\n'), 'csv-quote-open'],
    ['長すぎる行', 'a.txt', bytesOf('あ'.repeat(sizeLimits.lineLength + 1)), 'line-too-long'],
    ['多すぎる行', 'a.txt', bytesOf('a\n'.repeat(sizeLimits.lines + 1)), 'too-many-lines'],
    ['多すぎる升目', 'a.csv', bytesOf(`${','.repeat(100_000)}\n`.repeat(11)), 'too-many-cells'],
    ['20MB を超える文章', 'a.txt', Buffer.alloc(sizeLimits.textBytes + 1, 'a'), 'text-too-large'],
    ['100MB', 'a.txt', new Uint8Array(100_000_000), 'file-too-large'],
  ])('%s', async (_, file, bytes, code) => {
    expect(refusal(await openDocument(file, bytes))).toBe(code)
  })

  test('似た字があるだけの文章は、文字化けと言わない', async () => {
    for (const text of [
      '本郷の繧繝と縺れ糸の展示',
      'Café à la carte, naïve façade, ½ × 20 °C',
      'ｱｲｳｴｵｶﾌﾞｼｷｶﾞｲｼｬ',
      'ﾌﾞﾗｼﾞﾙ･ｱﾙｾﾞﾝﾁﾝ･ﾍﾟﾙｰ･ｺﾛﾝﾋﾞｱ･ｳﾙｸﾞｱｲの交流事業',
      '本当に？？？ ??? 目標は未定です',
    ])
      expect((await openDocument('a.txt', bytesOf(text))).ok).toBe(true)
  })
})

function oleWith(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(600),
  ])
}

describe('道筋（パス）から開く', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-open-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('ファイルを開き、出典の名はファイル名だけ', async () => {
    const path = join(folder, '進捗.txt')
    writeFileSync(path, sentence)
    const result = await openFile(path)
    expect(result.ok && result.value.source.file).toBe('進捗.txt')
  })

  test('中身が表計算なら、名前が .txt でも表計算として開く', async () => {
    const path = join(folder, '表.txt')
    writeFileSync(path, zipOf(workbookEntries([['指標', textRow('目標')]])))
    const result = await openFile(path)
    expect(result.ok && result.value.format).toBe('xlsx')
  })

  test('ない・フォルダー・装置・切れたリンク', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.txt'))
    expect(refusal(await openFile(join(folder, 'なし.txt')))).toBe('file-missing')
    expect(refusal(await openFile(folder))).toBe('file-is-folder')
    expect(refusal(await openFile(join(folder, 'link.txt')))).toBe('file-missing')
    expect(refusal(await openFile(join(folder, 'a\0b')))).toBe('file-unreadable')
    if (process.platform !== 'win32') expect(refusal(await openFile('/dev/zero'))).toBe('file-not-regular')
  })

  test('2GB のファイルは、読まずに大きさで断る', async () => {
    const path = join(folder, '巨大.xlsx')
    writeFileSync(path, '')
    truncateSync(path, 2_000_000_000)
    const result = await openFile(path)
    expect(refusal(result)).toBe('file-too-large')
    expect(!result.ok && result.problem.params).toEqual({ file: '巨大.xlsx', size: '2.0GB', limit: '50MB' })
  })
})

const seeds = '../shared/seeds'
describe.skipIf(!existsSync(seeds))('本物の五つの図書（手元にあるときだけ）', () => {
  test.each(globSync(`${seeds}/00*.txt`))('%s は気づきなしに開き、どの升目も元の字面を指す', async (path) => {
    const text = readFileSync(path, 'utf8')
    const { pages, remarks } = await opened(path, readFileSync(path))
    const lines = text.split(/\r\n|\n|\r/)
    expect(remarks).toEqual([])
    for (const line of pages[0]?.lines ?? [])
      for (const { place, text: cell } of line.cells)
        if ('line' in place && place.column !== undefined && place.length !== undefined)
          expect(lines[place.line - 1]?.slice(place.column - 1, place.column - 1 + place.length)).toBe(cell)
  })
})
