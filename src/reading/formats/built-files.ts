import { crc32, deflateRawSync } from 'node:zlib'

/** 試験のためのファイルを組み立てる。本物の文字符号・本物の zip で、壊れ方だけを選ぶ。 */

/** 文字符号にする（復号器の表を裏返して使う）。`encodeAs('shift_jis', '小千谷')` → 8F AC 90 E7 92 4A */
export const encodeAs = (encoding: 'shift_jis' | 'euc-jp', text: string): Uint8Array => {
  const table = reversed(encoding)
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]))
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

const reversed = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte])
  for (let lead = 0x81; lead < 0xfd; lead += 1)
    for (let trail = 0x40; trail < 0xfd; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character))
        table.set(character, [lead, trail])
    }
  tables.set(encoding, table)
  return table
}

export const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

/** zip の一項目。`declared` は目録に書く大きさ（省けば本当の大きさ）。 */
export type BuiltEntry = {
  readonly name: string
  readonly content: string | Uint8Array
  readonly declared?: number
  readonly flags?: number
  readonly crc?: number
  /** もう圧縮してある中身（大きすぎて作れないもの）。あれば `content` は使わない。 */
  readonly packed?: Uint8Array
}

/** 目録を好きに書いた zip。 */
export const zipOf = (entries: readonly BuiltEntry[]): Uint8Array => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.packed ?? deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.flags ?? 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.declared ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    locals.push(local)
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, name]))
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** 最小の xlsx の部品。`sheets` はシート名と `<sheetData>` の中身。 */
export const workbookEntries = (
  sheets: readonly (readonly [name: string, rows: string])[],
  more: readonly BuiltEntry[] = [],
): readonly BuiltEntry[] => {
  const replaced = new Set(more.map(({ name }) => name))
  const ids = sheets.map((_, at) => at + 1)
  const list = sheets.map(([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  const entries: readonly BuiltEntry[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: 'xl/workbook.xml', content: `<workbook><sheets>${list}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${ids.map((id) => `<Relationship Id="rId${id}" Type="${types}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="s" Type="${types}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    ...sheets.map(([, rows], at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]
  return [...entries.filter(({ name }) => !replaced.has(name)), ...more]
}

/** 文字の升目一つの行。 */
export const textRow = (text: string, address = 'A1'): string =>
  `<row r="${/\d+/.exec(address)?.[0]}"><c r="${address}" t="inlineStr"><is><t>${text}</t></is></c></row>`
