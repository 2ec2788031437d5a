import { Document, Footer, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { aDocument, filled, partNames, partOf, withParts } from './a-template.ts'

const file = '様式.docx'
const textOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.split('\n').filter((line) => line !== '')

const imageBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = () => new ImageRun({ type: 'png', data: imageBytes, transformation: { width: 20, height: 20 } })

describe('Word の様式', () => {
  test('段落の繰り返しと条件', async () => {
    const bytes = await aDocument([
      '{{#評価基準}}',
      '{{評価基準の印}}：{{評価基準の意味}}',
      '{{/評価基準}}',
      '{{?資料番号}}番号あり{{/?}}{{?資料番号 なし}}番号なし{{/?}}',
    ])
    expect(await textOf(await filled(bytes, '202037-ueda', {}, file))).toEqual([
      '様式',
      '◎：目標を上回る進捗',
      '○：目標どおり進捗',
      '△：未進捗の部分あり',
      '×：全て目標未進捗',
      '番号なし',
    ])
  })

  test('表の行の、重なった繰り返し', async () => {
    const bytes = await aDocument([
      [
        ['目標', '項目'],
        ['{{#重点目標}}', ''],
        ['{{重点目標番号}}', '{{重点目標名}}'],
        ['{{#取組項目}}{{項目の番号}}', '{{取組項目}}{{/取組項目}}'],
        ['', '{{/重点目標}}'],
      ],
    ])
    const out = partOf(await filled(bytes, '202037-ueda', {}, file), 'word/document.xml')
    const { priorityGoals } = sampleEdition('202037-ueda').content
    const items = priorityGoals.reduce((sum, goal) => sum + goal.items.length, 0)
    expect(out.match(/<w:tr>|<w:tr /g)).toHaveLength(1 + priorityGoals.length + items)
  })

  test('一件もない表の繰り返しは、空の行を一つ残す', async () => {
    const bytes = await aDocument([
      [
        ['印', '意味'],
        ['{{#評価基準}}{{評価基準の印}}', '{{評価基準の意味}}{{/評価基準}}'],
      ],
    ])
    const out = partOf(await filled(bytes, '152081-ojiya', {}, file), 'word/document.xml')
    expect(out.match(/<w:tr>|<w:tr /g)).toHaveLength(2)
    expect(out.match(/<w:tc>/g)?.length).toBe(out.match(/<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?<w:p[ >/]/g)?.length)
  })

  test('分かれた印も読み、書体は印の初めの字のもの。写真は一件ごとに残る', async () => {
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('{{市町村名}}')] }) },
          footers: { default: new Footer({ children: [new Paragraph('{{資料番号|空白}}')] }) },
          children: [
            new Paragraph({
              children: [
                picture(),
                new TextRun('{{計'),
                new TextRun({ text: '画', bold: true }),
                new TextRun('名}}の概要'),
              ],
            }),
            new Paragraph('{{#評価基準}}'),
            new Paragraph({
              children: [picture(), new TextRun({ text: '{{評価基準', italics: true }), new TextRun('の印}}')],
            }),
            new Paragraph('{{/評価基準}}'),
          ],
        },
      ],
    })
    const template = new Uint8Array(await Packer.toBuffer(document))
    const out = await filled(template, '202037-ueda', { documentNumber: '資料1' }, file)
    expect(await textOf(out)).toEqual(['平成29年度重点目標の概要', '◎', '○', '△', '×'])
    const xml = partOf(out, 'word/document.xml')
    expect(xml).toMatch(/<w:i\/>(?:<w:iCs\/>)?<\/w:rPr><w:t xml:space="preserve">◎<\/w:t>/)
    expect(xml.match(/<w:drawing>/g)).toHaveLength(5)
    const ids = [...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(5)
    const header = partNames(out)
      .filter((name) => /word\/(?:header|footer)\d*\.xml$/.test(name))
      .map((name) => partOf(out, name))
      .join('')
    expect(header).toContain('上田市')
    expect(header).toContain('資料1')
  })

  test('テキストボックスの中の段落に差し込む', async () => {
    const bytes = await aDocument(['{{計画名}}'])
    const box =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{市町村名}}様</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'
    const xml = partOf(bytes, 'word/document.xml').replace('<w:body>', `<w:body>${box}`)
    const out = await filled(withParts(bytes, { 'word/document.xml': xml }), '202037-ueda', {}, file)
    expect(partOf(out, 'word/document.xml')).toContain('上田市様</w:t>')
  })

  test('改ページは次の段落から。終わりには白い頁を作らない', async () => {
    const bytes = await aDocument(['{{#評価基準}}', '{{評価基準の印}}', '{{改ページ}}{{/評価基準}}'])
    const out = partOf(await filled(bytes, '202037-ueda', {}, file), 'word/document.xml')
    expect(out.match(/<w:pageBreakBefore\/>/g)).toHaveLength(3)
  })

  test('改行のある値は、段落の中の改行になる', async () => {
    const bytes = await aDocument([
      '{{#重点目標}}',
      '{{#取組項目}}',
      '{{期限・数値目標|改行}}',
      '{{/取組項目}}',
      '{{/重点目標}}',
    ])
    const out = partOf(await filled(bytes, '202037-ueda', {}, file), 'word/document.xml')
    expect(out).toMatch(/総合戦略事業の検証、次年度予算への反映<\/w:t><w:br\/><w:t/)
  })
})
