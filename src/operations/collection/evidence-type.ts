import { decodeText } from '#reading/formats/encoding.ts'

const office = 'application/vnd.openxmlformats-officedocument'

/** 中身の初めの字と、あるべき名の終わり。 */
const signatures: readonly (readonly [head: string, byExtension: Readonly<Record<string, string>>])[] = [
  ['25504446', { pdf: 'application/pdf' }],
  ['89504e47', { png: 'image/png' }],
  ['ffd8ff', { jpg: 'image/jpeg', jpeg: 'image/jpeg' }],
  ['47494638', { gif: 'image/gif' }],
  [
    '504b0304',
    {
      xlsx: `${office}.spreadsheetml.sheet`,
      docx: `${office}.wordprocessingml.document`,
      pptx: `${office}.presentationml.presentation`,
      ods: 'application/vnd.oasis.opendocument.spreadsheet',
      odt: 'application/vnd.oasis.opendocument.text',
      zip: 'application/zip',
    },
  ],
  ['d0cf11e0', { xls: 'application/vnd.ms-excel', doc: 'application/msword', ppt: 'application/vnd.ms-powerpoint' }],
]

const texts: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv' }

/** 受け取る種類（案内に見せる）。 */
export const evidenceKinds = 'PDF・Excel・Word・PowerPoint・画像（PNG・JPEG）・CSV・テキスト・ZIP'

/**
 * 資料の種類を、名ではなく中身から決める。名と中身が合わないもの、動く仕掛けのあるもの（HTML・実行ファイル）は undefined。
 * `evidenceType('根拠.pdf', '%PDF-1.7…')` → 'application/pdf'
 */
export const evidenceType = (fileName: string, bytes: Uint8Array): string | undefined => {
  const extension = /\.([0-9a-z]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const known = signatures.find(([signature]) => head.startsWith(signature))
  if (known) return known[1][extension]
  const text = texts[extension]
  return text !== undefined && decodeText(fileName, bytes).ok ? text : undefined
}
