import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { checkTemplate, fillTemplate, templateProblems } from '#operations/own-form.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { aDocument, aWorkbook, partOf, refusal, withParts } from './a-template.ts'

// 悪い様式は、どこの・何が・どうすれば直るかを一文で言って断り、書きかけのファイルを渡さない。

const loop = { A1: '{{#指標}}{{指標名}}', B1: '{{実績}}{{/指標}}' }

describe('印の誤り（Excel）', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      '知らない名',
      { C4: '{{指標め}}' },
      'シート「様式」の C4：「指標め」という名はありません。近い名は「指標数」「指標名」',
    ],
    ['知らない名（近い名なし）', { A1: '{{ぱぴぷぺぽ}}' }, '使える名は「書き方」のシートか'],
    ['英数字の名の書き違い', { A1: '{{munisipality}}' }, '近い名は「市町村名」です'],
    [
      '知らない繰り返し',
      { A1: '{{#指標達}}', A2: '{{/指標達}}' },
      '「指標達」という繰り返しはありません。近い名は「指標」',
    ],
    ['知らない書き方', { A1: '{{計画名|くうはく}}' }, '「くうはく」という書き方はありません'],
    ['合わない書き方', { A1: '{{計画名|小数1}}' }, '「小数1」は、この種類の値には使えません'],
    ['閉じない印', { B2: '{{計画名' }, 'シート「様式」の B2：「{{計画名」は「}}」で閉じていません'],
    ['開かない印', { B2: '計画名}}' }, '始まりの「{{」がありません'],
    ['印の中の印', { A1: '{{計画名{{対象年度}}}}' }, '「{{計画名{{対象年度}}}}」は印の中に印があります'],
    ['終わりのない繰り返し', { A1: '{{#指標}}{{指標名}}' }, 'A1：「{{#指標}}」の終わり「{{/指標}}」がありません'],
    ['始まりのない終わり', { A1: '{{計画名}}', A9: '{{/指標}}' }, 'A9：「{{/指標}}」の始まりがありません'],
    [
      '入れ違い',
      { A1: '{{#基本目標}}', A2: '{{#指標}}', A3: '{{/基本目標}}', A4: '{{/指標}}' },
      '「{{/基本目標}}」の前に「{{/指標}}」が要ります',
    ],
    [
      '自分の中の繰り返し',
      { A1: '{{#指標}}', A2: '{{#指標}}', A3: '{{/指標}}', A4: '{{/指標}}' },
      'A2：「指標」の繰り返しは、{{#指標}} の繰り返しの中では使えません',
    ],
    [
      '指標の中の数値目標',
      { A1: '{{#基本目標}}', A2: '{{#指標}}', A3: '{{#数値目標}}', A4: '{{/数値目標}}{{/指標}}{{/基本目標}}' },
      '「数値目標」の繰り返しは、{{#指標}} の繰り返しの中では使えません',
    ],
    [
      '横に並んだ繰り返し',
      { A1: '{{#指標}}', B1: '{{/指標}}', C1: '{{#事業}}', D1: '{{/事業}}' },
      '同じ行で横に並んでいます',
    ],
    ['繰り返しの外の名', { A1: '{{指標名}}' }, '「指標名」は {{#指標}} の繰り返しの中でだけ使えます'],
    [
      '繰り返しの外の繰り返し',
      { A1: '{{#取組項目}}', A2: '{{/取組項目}}' },
      '「取組項目」の繰り返しは {{#重点目標}} の繰り返しの中でだけ',
    ],
    ['読めない年度', { A1: '{{#指標}}{{実績 来年あたり}}{{/指標}}' }, '「来年あたり」は年度として読めません'],
    ['要らない添え書き', { A1: '{{計画名 令和5年度}}' }, '「{{計画名}}」だけにしてください'],
    [
      '足りない添え書き',
      { A1: '{{#評価集計}}{{件数}}{{/評価集計}}' },
      'どれのことかを添えてください（例：{{件数 A}}）',
    ],
    ['印のない様式', { A1: '計画名' }, '差し込みの印（{{指標名}} など）が一つもありません'],
  ])('%s', async (_, cells, sentence) => {
    expect(refusal(await aWorkbook(cells))).toContain(sentence)
  })

  test('いくつもの誤りは、一つずつ所つきで並ぶ', async () => {
    const problems = templateProblems(
      '様式.xlsx',
      await aWorkbook({ A1: '{{計画め}}', B2: '{{対象年}}', C3: '{{計画名' }),
    )
    expect(problems.map((problem) => problemInWords(problem).slice(0, 12))).toEqual([
      'シート「様式」の A1：',
      'シート「様式」の B2：',
      'シート「様式」の C3：',
    ])
  })

  test('シートの名・コメント・入力規則の印は、差し込めないと言う', async () => {
    expect(refusal(await aWorkbook(loop, undefined, '{{計画名}}'))).toContain('シートの名か、名前の定義')
    const noted = await aWorkbook(loop, (sheet) => {
      sheet.getCell('A3').note = '{{計画名}} を見ること'
    })
    expect(refusal(noted)).toContain('コメント')
    const ruled = await aWorkbook(loop, (sheet) => {
      sheet.getCell('A3').dataValidation = {
        type: 'list',
        formulae: ['"はい"'],
        showInputMessage: true,
        prompt: '{{計画名}}',
      }
    })
    expect(refusal(ruled)).toContain('入力規則')
  })
})

describe('付いて行けない数式', () => {
  test.each<[string, string, string]>([
    ['繰り返す行の一つの升目', 'B1*2', '繰り返す行の一つの升目（B1）を参照しています。行の数が決まらないので、B1:B1'],
    ['行を数式から読む関数', 'SUM(INDIRECT("B1"))', 'INDIRECT は、行を増やしたときに正しく直せません'],
    ['いくつものシートにまたがる参照', "SUM('様式:別'!B1)", '正しく直せません'],
  ])('%s', async (_, formula, sentence) => {
    const bytes = await aWorkbook(loop, (sheet) => {
      sheet.getCell('C9').value = { formula }
    })
    expect(refusal(bytes)).toContain(`シート「様式」の C9：数式`)
    expect(refusal(bytes)).toContain(sentence)
  })

  test('間に小計のはさまる範囲は、足し合わせる関数でなければ断る', async () => {
    const cells = { A1: '{{#基本目標}}', A2: '{{#指標}}', B2: '{{実績}}{{/指標}}', A3: '小計', A4: '{{/基本目標}}' }
    const bytes = await aWorkbook(cells, (sheet) => {
      sheet.getCell('B5').value = { formula: 'COUNTIF(B2:B2,"―")' }
    })
    expect(refusal(bytes)).toContain('B2:B2 が、行を増やしたあとの一続きの範囲になりません')
  })
})

describe('印の誤り（Word）', () => {
  test.each<[string, Parameters<typeof aDocument>[0], string]>([
    [
      '知らない名',
      ['前書き', '計画は {{計画め}} です'],
      '3 番目の段落（「計画は {{計画め}} です」）：「計画め」という名はありません',
    ],
    [
      '表の中の知らない名',
      [
        [
          ['指標', '実績'],
          ['{{#指標}}{{指標名}}', '{{じっせき}}{{/指標}}'],
        ],
      ],
      '1 番目の表の 2 行目・左から 2 番目：「じっせき」',
    ],
    ['終わりのない段落', ['{{#指標}}', '{{指標名}}'], '「{{#指標}}」の終わり「{{/指標}}」がありません'],
    [
      '表で始まり段落で終わる',
      [[['{{#指標}}', '{{指標名}}']], '{{/指標}}'],
      '1 番目の表の 1 行目・左から 1 番目：「{{#指標}}」の終わり',
    ],
    ['升目の中の改ページ', [[['{{計画名}}{{改ページ}}']]], 'ここには置けません'],
  ])('%s', async (_, blocks, sentence) => {
    expect(refusal(await aDocument(blocks), '様式.docx')).toContain(sentence)
  })
})

describe('ファイルの誤り', () => {
  test('途中で切れた zip・壊れた中身', async () => {
    const bytes = await aWorkbook(loop)
    expect(refusal(bytes.slice(0, bytes.length - 30))).toContain('壊れています')
    expect(refusal(withParts(bytes, { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData></worksheet>' }))).toContain(
      '様式.xlsx は壊れています（xl/worksheets/sheet1.xml）',
    )
  })

  test('マクロ・開くと動く部品・外への参照', async () => {
    const bytes = await aWorkbook(loop)
    expect(refusal(withParts(bytes, { 'xl/vbaProject.bin': 'x' }))).toContain('マクロ（プログラム）が入っています')
    const types = partOf(bytes, '[Content_Types].xml').replace(
      'spreadsheetml.sheet.main',
      'ms-excel.sheet.macroEnabled.main',
    )
    expect(refusal(withParts(bytes, { '[Content_Types].xml': types }))).toContain('マクロ')
    expect(refusal(withParts(bytes, { 'xl/activeX/activeX1.xml': '<a/>' }))).toContain('開くと動く部品')
    expect(refusal(withParts(bytes, { 'xl/externalLinks/externalLink1.xml': '<a/>' }))).toContain(
      '外のファイルやデータを参照',
    )
    const relations =
      '<Relationships><Relationship Id="r1" Type="http://x/image" Target="http://example.jp/a.png" TargetMode="External"/></Relationships>'
    expect(refusal(withParts(bytes, { 'xl/worksheets/_rels/sheet1.xml.rels': relations }))).toContain(
      'http://example.jp/a.png',
    )
  })

  test('行き先を見せるだけのハイパーリンクは、外への参照ではない', async () => {
    const bytes = await aWorkbook(loop, (sheet) => {
      sheet.getCell('A5').value = { text: '市の頁', hyperlink: 'https://example.jp/' }
    })
    expect(refusal(bytes)).toBe('')
  })

  test('外のファイルを取り込む Word のフィールド', async () => {
    const bytes = await aDocument(['{{計画名}}'])
    const field = '<w:p><w:r><w:instrText> INCLUDETEXT "C:\\\\a.docx" </w:instrText></w:r></w:p>'
    const xml = partOf(bytes, 'word/document.xml').replace('<w:body>', `<w:body>${field}`)
    expect(refusal(withParts(bytes, { 'word/document.xml': xml }), '様式.docx')).toContain('INCLUDETEXT')
  })

  test('実体宣言・展開すると極端に大きくなるもの', async () => {
    const bytes = await aWorkbook(loop)
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml').replace(
      '<worksheet',
      '<!DOCTYPE a [<!ENTITY b "c">]><worksheet',
    )
    expect(refusal(withParts(bytes, { 'xl/worksheets/sheet1.xml': sheet }))).toContain('DOCTYPE・ENTITY')
    expect(refusal(withParts(bytes, { 'xl/media/a.bin': '0'.repeat(20_000_000) }))).toContain('大きすぎます')
  })

  test('Office でないもの・古い形式・空', async () => {
    const text = (words: string) => new TextEncoder().encode(words)
    expect(refusal(text('{{指標名}}'), 'a.txt')).toContain('Excel（.xlsx）でも Word（.docx）でもありません')
    expect(refusal(new Uint8Array(0), 'a.xlsx')).toContain('空のファイル')
    const ole = new Uint8Array(600)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    ole.set(Buffer.from('Workbook\0', 'utf16le'), 512)
    expect(refusal(ole, 'a.xls')).toContain('古い形式')
    ole.set(Buffer.from('EncryptedPackage\0', 'utf16le'), 512)
    expect(refusal(ole, 'a.xlsx')).toContain('パスワードで暗号化されています')
  })

  test('印 5,000 個も待たせずに確かめ、10,000 個を超えたら断る', async () => {
    const marks = (count: number, name: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`A${index + 1}`, `{{${name}}}`]))
    const many = await aWorkbook(marks(5_000, '計画名'))
    const unknown = await aWorkbook(marks(5_000, 'けいかくめい'))
    const begun = performance.now()
    expect(checkTemplate('様式.xlsx', many)).toMatchObject({ ok: true, value: { tags: 5_000 } })
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(refusal(unknown)).toContain('ほかに 4980 か所あります')
    expect(refusal(await aWorkbook(marks(10_001, '計画名')))).toContain(
      '印が 10001 あり、使える数（10000）を超えています',
    )
  })

  test('重なりで行が増えすぎる繰り返しは、作らずに断る', async () => {
    const cells = { A1: '{{#指標}}', A2: '{{#事業}}', A3: '{{#年度}}{{年度}}', A4: '{{/年度}}{{/事業}}{{/指標}}' }
    const bytes = await aWorkbook(cells)
    const edition = sampleEdition('412058-imari')
    const { indicators, ...content } = edition.content
    const many = { ...edition, content: { ...content, indicators: [...indicators, ...indicators, ...indicators] } }
    const years = Array.from({ length: 300 }, (_, index) => 1800 + index)
    const result = await fillTemplate('様式.xlsx', bytes, many, { ...ordinaryChoices, years })
    expect(result.ok ? '' : problemInWords(result.problem)).toContain('50000 行を超えます')
  })
})

test('断るときは、どの文も英語でも言える', async () => {
  const problems = templateProblems('様式.xlsx', await aWorkbook({ A1: '{{計画め}}', B1: '{{#指標}}' }))
  for (const problem of problems) expect(problemInWords(problem, 'en')).toMatch(/^Sheet “様式”, cell [AB]1: /)
})
