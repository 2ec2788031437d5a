import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { FormName } from '#domain/plan/draft.ts'
import { problemInWords } from '#domain/problem.ts'
import { type ColumnChoice, type ColumnRole, noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { learnMapping, offerMapping } from '#domain/review/mapping.ts'
import type { SourceDocument } from './document.ts'
import { draftInWords } from './draft-in-words.ts'
import { workbookEntries, zipOf } from './formats/built-files.ts'
import { openDocument, openFile } from './open-document.ts'
import { readWithChoices } from './read-with-choices.ts'

const opened = async (file: string, bytes: Uint8Array): Promise<SourceDocument> => {
  const result = await openDocument(file, bytes)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const csv = (...lines: readonly string[]) => opened('表.csv', Buffer.from(lines.join('\n')))

const sample = async (name: string): Promise<SourceDocument> => {
  const result = await openFile(fileURLToPath(new URL(`../../samples/any-tables/libreoffice/${name}`, import.meta.url)))
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const choose = (
  table: string,
  columns: Readonly<Record<number, ColumnRole>>,
  more: Partial<ReadingChoices> = {},
): ReadingChoices => ({
  ...noChoices,
  columns: Object.entries(columns).map(
    ([column, role]): ColumnChoice => ({ table, column: Number(column), role, year: null, unit: null }),
  ),
  ...more,
})

const wordsOf = (document: SourceDocument, choices: ReadingChoices = noChoices) => {
  const { draft } = readWithChoices(document, choices)
  if (!draft.ok) throw new Error(problemInWords(draft.problem))
  return draftInWords(draft.value)
}

const refusalOf = (document: SourceDocument, choices: ReadingChoices = noChoices) => {
  const { draft } = readWithChoices(document, choices)
  return draft.ok ? undefined : draft.problem
}

describe('LibreOffice で作った表の、知らない列を人が選ぶ', () => {
  const reached = choose('指標一覧!4', { 5: 'actual' })

  test('選ぶ前は、知らない列として見せ、所在つきで知らせる', async () => {
    const { tables, guesses, draft } = readWithChoices(await sample('指標一覧.xlsx'), noChoices)
    expect(guesses[0]).toMatchObject({ form: 'indicator-table', reasons: [{ code: 'form-why-indicator-table' }] })
    expect(tables).toHaveLength(1)
    expect(tables[0]).toMatchObject({ key: '指標一覧!4', page: 1, name: '指標一覧', headerLines: [4, 5], rows: 8 })
    expect(tables[0]?.columns.map(({ role, by }) => `${role} ${by}`)).toEqual([
      'level known',
      'name known',
      'baseline known',
      'actual known',
      'actual known',
      'null unknown',
      'target known',
      'department known',
      'remarks known',
    ])
    expect(tables[0]?.columns[5]).toMatchObject({
      header: '令和5年度末の到達点',
      place: { sheet: '指標一覧', cell: 'F4' },
      year: 2023,
      samples: ['11', '50', '2'],
    })
    const notes = draft.ok ? draft.value.notes.filter(({ code }) => code === 'column-unknown') : []
    expect(notes.map(({ places }) => places)).toEqual([[{ sheet: '指標一覧', cell: 'F4' }]])
  })

  test('実績値と選べば、見出しの年の実績として読み、知らせは消える', async () => {
    const document = await sample('指標一覧.xlsx')
    const { indicators, notes } = wordsOf(document, reached)
    expect(indicators[1]).toMatchObject({
      name: '新規就農者数',
      under: 'しごとをつくる',
      actuals: ['2021: 2（人）', '2022: 4（人）', '2023: 50（人）'],
      targets: ['2026最終: 8（人）'],
    })
    expect(indicators[6]?.actuals).toContain('2023: 65.5%（%）')
    expect(notes).not.toContain('column-unknown')
    const [table] = readWithChoices(document, reached).tables
    expect(table?.columns[5]).toMatchObject({ role: 'actual', by: 'chosen' })
  })

  test('年と単位も選べる', async () => {
    const [choice] = reached.columns
    if (!choice) throw new Error('no choice')
    const chosen = { ...reached, columns: [{ ...choice, year: 2022, unit: '名' }] }
    expect(wordsOf(await sample('指標一覧.xlsx'), chosen).indicators[3]?.actuals).toEqual([
      '2021: 795（人）',
      '2022: 840（人）',
      '2022: 866（名）',
    ])
  })

  test('読まないと選べば、知らせも消える', async () => {
    const { indicators, notes } = wordsOf(await sample('指標一覧.xlsx'), choose('指標一覧!4', { 5: 'ignore' }))
    expect(indicators[1]?.actuals).toEqual(['2021: 2（人）', '2022: 4（人）'])
    expect(notes).not.toContain('column-unknown')
  })

  test('覚えた読み方は、直した版にもそのまま当たる', async () => {
    const [learned] = learnMapping(readWithChoices(await sample('指標一覧.xlsx'), noChoices).tables, reached)
    const [table] = readWithChoices(await sample('指標一覧（修正後）.xlsx'), noChoices).tables
    expect(learned && table && offerMapping(learned, table)).toEqual({
      same: true,
      columns: [{ table: '指標一覧!4', column: 5, role: 'actual', year: 2023, unit: null }],
      missing: [],
      unknown: [],
    })
  })

  test('直した版との違いは、値が四つ、増えた行と、なくなった行が一つずつ', async () => {
    const before = wordsOf(await sample('指標一覧.xlsx'), reached).indicators
    const after = wordsOf(await sample('指標一覧（修正後）.xlsx'), reached).indicators
    const named = new Map(before.map((each) => [each.name, each]))
    const changed = after.filter((each) => named.has(each.name) && !sameWords(named.get(each.name), each))
    expect(changed.map(({ name }) => name)).toEqual([
      '新規創業件数（件）',
      '新規就農者数',
      '観光入込客数',
      'ファミリー・サポートの会員数',
    ])
    expect(after.filter(({ name }) => !named.has(name)).map(({ name }) => name)).toEqual([
      'サテライトオフィスの開設数（か所）',
    ])
    const kept = new Set(after.map(({ name }) => name))
    expect(before.filter(({ name }) => !kept.has(name)).map(({ name }) => name)).toEqual(['移住ポータルの閲覧数（回）'])
  })
})

const sameWords = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

describe('見出しの分からない表を、人が指し示す', () => {
  const unheaded = [
    '図書館とスポーツの数字',
    '番号,項目の名,令和4年度末の姿,令和5年度末の到達点,めざす水準,課',
    '1,貸出冊数（冊）,"120,300","131,000","150,000",生涯学習課',
    '2,教室の参加者数（人）,"2,410","2,655","3,000",スポーツ課',
  ]

  test('見分けられなくても、表は列ごとに見せ、断りは見えているものを言う', async () => {
    const document = await csv(...unheaded)
    const { tables, draft } = readWithChoices(document, noChoices)
    expect(tables).toMatchObject([{ key: 'L2', headerLines: [2], rows: 2 }])
    expect(tables[0]?.columns.map(({ header, role }) => [header, role])).toEqual([
      ['番号', 'number'],
      ['項目の名', null],
      ['令和4年度末の姿', null],
      ['令和5年度末の到達点', null],
      ['めざす水準', null],
      ['課', null],
    ])
    expect(draft).toMatchObject({
      ok: false,
      problem: { kind: 'form-not-recognised', params: { count: 1, headings: expect.stringContaining('到達点') } },
    })
  })

  test('列の役だけを選べば、その行を見出しとして読む', async () => {
    const roles = { 1: 'name', 2: 'actual', 3: 'actual', 4: 'final-target', 5: 'department' } as const
    const { form, indicators } = wordsOf(await csv(...unheaded), choose('L2', roles))
    expect(form).toBe('indicator-table')
    expect(indicators[0]).toEqual({
      name: '貸出冊数（冊）',
      under: undefined,
      unit: '冊',
      targets: ['?最終: 150,000（冊）'],
      actuals: ['2022: 120,300（冊）', '2023: 131,000（冊）'],
      departments: ['生涯学習課'],
    })
  })

  test('指標名の列が選ばれていなければ、そう言う', async () => {
    expect(refusalOf(await csv(...unheaded), choose('L2', { 3: 'actual' }, { form: 'indicator-table' }))).toMatchObject(
      {
        kind: 'no-name-column',
      },
    )
  })

  test('見出しの行を示せば、上の行でなくその行から読む', async () => {
    const document = await csv(
      '作成,企画課,令和6年5月',
      'あ,い,う',
      '事項,姿,到達',
      '会員数,12人,15人',
      '講座数,3回,4回',
    )
    const choices = choose(
      'L3',
      { 0: 'name', 1: 'baseline', 2: 'actual' },
      { headers: [{ page: 1, line: 3, lines: 1 }] },
    )
    expect(wordsOf(document, choices).indicators.map(({ name, baseline }) => [name, baseline])).toEqual([
      ['会員数', '?: 12人（人）'],
      ['講座数', '?: 3回（回）'],
    ])
    expect(readWithChoices(document, choices).tables.map(({ key }) => key)).toContain('L3')
  })

  test('見出しの段の数を示せば、その段までを見出しとする', async () => {
    const document = await csv('KPI,目標値,実績値', '（名）,（R6）,（R5）', '会員数,12人,15人')
    const twoLines = { ...noChoices, headers: [{ page: 1, line: 1, lines: 2 }] }
    expect(wordsOf(document, twoLines).indicators).toMatchObject([
      { name: '会員数', targets: ['2024最終: 12人（人）'], actuals: ['2023: 15人（人）'] },
    ])
  })

  test('段を重ねた表の知らない列は、役を行の見出しに任せて選べる', async () => {
    const document = await csv(
      'KPI,区分,R4,令和5年度末の姿',
      '会員数,目標,10人,12人',
      ',実績,9人,11人',
      ',達成率,90.0%,91.7%',
    )
    expect(wordsOf(document, choose('L1', { 3: 'by-row' })).indicators).toMatchObject([
      {
        targets: ['2022: 10人（人）', '2023: 12人（人）'],
        actuals: ['2022: 9人（人）', '2023: 11人（人）'],
        rates: ['2022: 90.0', '2023: 91.7'],
      },
    ])
  })

  test.each([
    ['grade', { grades: ['?: 良'] }],
    ['reason', { comments: ['ひとこと: 良'] }],
    ['remarks', { remarks: '良' }],
    ['department', { departments: ['良'] }],
  ] as const)('列を %s と選べば、その欄に入る', async (role, expected) => {
    const document = await csv('KPI,R5実績,ひとこと', '会員数,9人,良')
    expect(wordsOf(document, choose('L1', { 2: role })).indicators).toMatchObject([expected])
  })

  test('年度の列を選べば、行ごとの年になる', async () => {
    const document = await csv('KPI,いつ,実績', '会員数,R4,9人', ',R5,11人')
    expect(wordsOf(document, choose('L1', { 1: 'year' })).indicators).toMatchObject([
      { actuals: ['2022: 9人（人）', '2023: 11人（人）'] },
    ])
  })

  test('横に並ぶ二つ目の表の列も、その表の鍵で選べる', async () => {
    const document = await csv('KPI,R5実績,,KPI,R5実績,姿', '会員数,9人,,講座数,4回,5回')
    expect(readWithChoices(document, noChoices).tables.map(({ key }) => key)).toEqual(['L1', 'L1C4'])
    expect(wordsOf(document, choose('L1C4', { 5: 'final-target' })).indicators).toMatchObject([
      { name: '会員数' },
      { name: '講座数', targets: ['?最終: 5回（回）'] },
    ])
  })

  test('見出しに字のない列も選べる', async () => {
    const document = await csv('KPI,目標値（R6）,,担当課', '会員数,12人,9人,福祉課')
    const { tables } = readWithChoices(document, noChoices)
    expect(tables[0]?.columns[2]).toMatchObject({ header: '', role: null, by: 'unknown', samples: ['9人'] })
    const year = { table: 'L1', column: 2, role: 'actual', year: 2023, unit: null } as const
    expect(wordsOf(document, { ...noChoices, columns: [year] }).indicators[0]?.actuals).toEqual(['2023: 9人（人）'])
  })

  test('見出しを繰り返す表では、一つの表で選べば、見出しの同じ表すべてに当たる', async () => {
    const head = 'KPI,目標値（R6）,令和5年度末の姿'
    const document = await csv(head, '会員数,12人,9人', '', '施策：教育', head, '講座数,5回,4回')
    expect(wordsOf(document, choose('L1', { 2: 'actual' })).indicators.map(({ actuals }) => actuals)).toEqual([
      ['2023: 9人（人）'],
      ['2023: 4回（回）'],
    ])
    const own = choose('L5', { 2: 'ignore' })
    const both = { ...own, columns: [...choose('L1', { 2: 'actual' }).columns, ...own.columns] }
    expect(wordsOf(document, both).indicators.map(({ actuals }) => actuals)).toEqual([['2023: 9人（人）'], undefined])
  })

  test('語では分からない見出しも、同じ字の行が繰り返せば、同じ表の続きとして読む', async () => {
    const [, head, ...rows] = unheaded
    const document = await csv(...unheaded, '', '施策：文化', head ?? '', ...rows)
    const { indicators } = wordsOf(document, choose('L2', { 1: 'name', 3: 'actual' }))
    expect(indicators.map(({ name, under }) => [name, under])).toEqual([
      ['貸出冊数（冊）', undefined],
      ['教室の参加者数（人）', undefined],
      ['貸出冊数（冊）', '文化'],
      ['教室の参加者数（人）', '文化'],
    ])
  })

  test('様式を選べば、見分けによらずその様式で読む', async () => {
    const document = await csv('KPI,目標値（R6）,R5実績', '会員数,12人,9人')
    const forms: readonly FormName[] = ['progress-table', 'indicator-table']
    for (const form of forms) expect(wordsOf(document, { ...noChoices, form }).form).toBe(form)
    expect(refusalOf(document, { ...noChoices, form: 'revision-overview' })).toMatchObject({ kind: 'no-indicators' })
  })

  test('ない表や、表の外の列を選んでも、何も変わらない', async () => {
    const document = await csv('KPI,目標値（R6）,R5実績', '会員数,12人,9人')
    const far = choose('L99', { 0: 'name' })
    expect(readWithChoices(document, far).draft).toEqual(readWithChoices(document, noChoices).draft)
  })
})

describe('読めない図書は、見えているものを言って断る', () => {
  test('表のない文章', async () => {
    const document = await opened('お知らせ.txt', Buffer.from('市民の皆さまへ\n\n来月の催しのお知らせです。'))
    expect(refusalOf(document)).toMatchObject({ kind: 'no-table-found', params: { count: 2 } })
    expect(readWithChoices(document, noChoices).tables).toEqual([])
  })

  test('図だけのシート', async () => {
    const drawing = '<worksheet><sheetData/><drawing r:id="rId1"/></worksheet>'
    const bytes = zipOf(workbookEntries([['写真', '']], [{ name: 'xl/worksheets/sheet1.xml', content: drawing }]))
    const result = await openDocument('写真.xlsx', bytes)
    expect(result).toMatchObject({ ok: false, problem: { kind: 'sheet-of-pictures', params: { sheets: '写真' } } })
  })
})

test('ほかの様式として読んだ図書でも、表はすべて見せる', async () => {
  const result = await openFile(
    fileURLToPath(new URL('../../samples/152081-ojiya/総合戦略進捗状況一覧表.txt', import.meta.url)),
  )
  if (!result.ok) throw new Error(result.problem.code)
  const { guesses, tables } = readWithChoices(result.value, noChoices)
  expect(guesses[0]?.form).toBe('progress-table')
  expect(tables.length).toBeGreaterThan(20)
  expect(new Set(tables.map(({ fingerprint }) => fingerprint)).size).toBeLessThan(5)
  expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length)
})

describe('速さ', () => {
  const rows = Array.from({ length: 200 }, (_, at) => [`指標その${at}`, '件', at, at + 1, at + 2, at + 3, '企画課'])
  const head = ['KPI', '単位', '基準値（R1）', 'R4実績', '令和5年度末の到達点', '目標値（R6）', '担当課']

  test('二百行の表は、列を選び直すたびに 300 ミリ秒よりずっと早く読み直せる', async () => {
    const document = await opened('一覧.xlsx', await writeXlsx({ sheets: [{ name: '一覧', rows: [head, ...rows] }] }))
    readWithChoices(document, noChoices)
    const started = process.cpuUsage()
    const { draft } = readWithChoices(document, choose('一覧!1', { 4: 'actual' }))
    const { user, system } = process.cpuUsage(started)
    expect(draft.ok && draft.value.indicators.length).toBe(200)
    expect((user + system) / 1000).toBeLessThan(300)
  })
})
