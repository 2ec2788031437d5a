import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { anEdition, madeBy, notesInWords, refusalOf, rowsInWords, tablesIn } from '../rows/an-edition.ts'
import { progressTable } from './progress-table.ts'

const place = { line: 1 }
const jobs = anIndicator({
  name: '就職者数',
  baseline: '10人',
  target: '40人',
  actuals: { 2020: '12人', 2021: '20人' },
  rates: { 2020: '30.0' },
})

const tableOf = (indicators: readonly Indicator[], choices = {}) => {
  const [section] = madeBy(progressTable, anEdition(indicators), choices).sections
  const [table] = tablesIn(section)
  if (!table) throw new Error('no table')
  return { section, table, rows: rowsInWords(table), header: table.header[0]?.cells.map(({ text }) => text) }
}

describe('進捗状況一覧表の段', () => {
  test('二段では、印刷された率は印刷のまま、印刷のない年度は計算した率を控えめに置く', () => {
    const { table, rows, section } = tableOf([jobs])
    expect(rows.slice(0, 2)).toEqual([
      '就職者数｜実績値｜10人｜40人｜12人｜20人｜―｜―｜―',
      '達成率｜30.0％｜50.0％｜―｜―｜―',
    ])
    const rates = table.groups[0]?.rows[1]?.cells ?? []
    expect(rates.map(({ tone }) => tone)).toEqual([undefined, undefined, 'quiet', 'quiet', 'quiet', 'quiet'])
    expect(notesInWords(section)).toContain('注　細い字の達成率は、図書に印刷がなく、計算した値。')
  })

  test('一段では実績だけ、四段では目標と進み具合も', () => {
    expect(tableOf([jobs], { rows: 1 }).rows[0]).toBe('就職者数｜10人｜40人｜12人｜20人｜―｜―｜―')
    expect(tableOf([jobs], { rows: 4 }).rows.slice(0, 4)).toEqual([
      '就職者数｜目標値｜10人｜40人｜―｜―｜―｜―｜40人',
      '実績値｜12人｜20人｜―｜―｜―',
      '達成率｜30.0％｜50.0％｜―｜―｜―',
      '進み具合｜遅れ｜遅れ｜―｜―｜―',
    ])
  })

  test('市の評価が年度ごとに印刷されていれば、四段目はその評価', () => {
    const graded = { ...jobs, printedGrades: [{ year: 2021, heading: '評価', printed: 'B', place }] }
    expect(tableOf([graded], { rows: 4 }).rows[3]).toBe('評価｜―｜B｜―｜―｜―')
    expect(tableOf([graded], { rows: 4, grades: false }).rows).toHaveLength(4)
  })

  test('目標／実績の二段', () => {
    const yearly = anIndicator({ targets: { 2020: '5件', 2021: '6件' }, actuals: { 2020: '4件' } })
    expect(tableOf([yearly], { pair: 'target-actual' }).rows.slice(0, 2)).toEqual([
      '件数｜目標値｜6件｜5件｜6件｜―｜―｜―',
      '実績値｜4件｜―｜―｜―｜―',
    ])
  })

  test('市が率の欄に「-」と印刷した年度は、計算できても「―」のまま', () => {
    const marked = { ...jobs, rates: [], rateMarks: [{ year: 2020, printed: '-', place }] }
    expect(tableOf([marked]).rows[1]).toBe('達成率｜―｜50.0％｜―｜―｜―')
  })

  test('数は Excel でも数。％も、桁も、印刷のまま', () => {
    const rate = tableOf([{ ...jobs, rates: [{ year: 2020, printed: '1,030.0', place }] }]).table.groups[0]?.rows[1]
      ?.cells[1]
    expect(rate).toMatchObject({ text: '1,030.0％', number: { value: '1030.0', places: 1, commas: true, after: '％' } })
  })
})

describe('注と印', () => {
  test('暫定値・直した値・改められた実績に印が付き、注がわけを言う', () => {
    const { rows, section } = tableOf([
      {
        ...jobs,
        actuals: [
          readFigure('暫定値43.1', { year: 2020, place }),
          { ...readFigure('21人', { year: 2021, place }), printed: '12人' },
          readFigure('速報値30人', { year: 2022, place }),
          readFigure('31人', { year: 2022, place }),
        ],
        rates: [],
      },
    ])
    expect(rows[0]).toBe('就職者数｜実績値｜10人｜40人｜暫定値43.1※1｜21人※2｜31人※3｜―｜―')
    expect(notesInWords(section).slice(0, 3)).toEqual([
      '※1 暫定値・速報値。確定した値に改められることがある。',
      '※2 もとの図書の印刷は「12人」。確かめて直した値。',
      '※3 令和4年度の実績は、暫定値30人から31人に改められた。',
    ])
  })

  test('印刷された率が計算と違えば、気づきを選んだときだけ、印刷のまま印を付けて言う', () => {
    const wrong = { ...jobs, rates: [{ year: 2021, printed: '55.0', place }] }
    expect(tableOf([wrong]).rows[1]).toBe('達成率｜30.0％｜55.0％｜―｜―｜―')
    const { rows, section } = tableOf([wrong], { findings: true })
    expect(rows[1]).toBe('達成率｜30.0％｜55.0％※1｜―｜―｜―')
    expect(notesInWords(section)[0]).toBe(
      '※1 就職者数の令和3年度の達成率は印刷のまま（55.0％）。計算では、20人 ÷ 40人 ＝ 50.0％。',
    )
  })

  test('式を選べば、印刷の率でなくその式で計算し、違う式であることを言う', () => {
    const rules = { formula: 'progress', rounding: { mode: 'half-up', places: 1 }, floor: null, cap: null } as const
    const { rows, section } = tableOf([jobs], { rules })
    expect(rows[1]).toBe('達成率｜6.7％｜33.3％｜―｜―｜―')
    expect(notesInWords(section).join()).toContain('この資料のために選んだ式による：（実績−基準値）÷（目標−基準値）')
  })

  test('率の出ないわけを、指標の名とともに言う', () => {
    const plan = anIndicator({ name: '計画の策定', target: '策定', actuals: { 2020: '検討' } })
    expect(notesInWords(tableOf([plan]).section)).toContain('注　達成率が「―」（目標が数ではない）：計画の策定')
  })

  test('「―」は 0 ではないこと、実績のない年度を言う', () => {
    expect(notesInWords(tableOf([jobs]).section)).toContain(
      '注　「―」は値のないことを示し、0（ゼロ）ではない。令和4年度～令和6年度の実績の記載はない。',
    )
  })
})

describe('列', () => {
  test('どの指標も同じ年度なら見出しに、違えば升目に年度を書く', () => {
    const other = { ...jobs, baseline: readFigure('8人', { year: 2019, place }) }
    expect(tableOf([jobs]).header?.slice(2, 4)).toEqual(['基準値\n平成30年度', '目標値\n令和6年度'])
    const { header, rows } = tableOf([jobs, other])
    expect(header?.[2]).toBe('基準値')
    expect([rows[0], rows[2]].map((row) => row?.split('｜')[2])).toEqual(['10人（平成30年度）', '8人（令和元年度）'])
  })

  test('西暦も、和暦と西暦も', () => {
    expect(tableOf([jobs], { yearStyle: 'western' }).header?.[4]).toBe('2020年度')
    expect(tableOf([jobs], { yearStyle: 'both' }).header?.[4]).toBe('令和2年度\n（2020年度）')
  })

  test('事業費は、選べば載せない。年度ごとの事業費は段になる', () => {
    const cost = { year: null, raw: '2,588', value: '2588', unit: '千円', place }
    expect(tableOf([{ ...jobs, costs: [cost] }]).header?.at(-1)).toBe('事業費\n（千円）')
    expect(tableOf([{ ...jobs, costs: [cost] }], { money: false }).header?.at(-1)).toBe('令和6年度')
    expect(tableOf([{ ...jobs, costs: [{ ...cost, year: 2021 }] }]).rows[2]).toBe('事業費（千円）｜―｜2,588｜―｜―｜―')
  })

  test('備考と増減理由は、選べば載せない', () => {
    const told = {
      ...jobs,
      remarks: '国勢調査による',
      comments: [{ year: 2021, heading: '増減理由', text: '求人増', place }],
    }
    expect(tableOf([told]).header?.slice(-2)).toEqual(['備考', '増減理由'])
    expect(tableOf([told], { comments: false }).header?.at(-1)).toBe('令和6年度')
  })

  test('再掲と内訳に印を付ける。名に印刷されていれば重ねない', () => {
    const rows = tableOf([
      jobs,
      { ...jobs, repeatOf: 'i1' },
      { ...jobs, name: '就職者数(再掲)', repeatOf: 'i1' },
      { ...jobs, name: 'うち市内', breakdownOf: 'i1' },
      { ...jobs, name: '女性', breakdownOf: 'i1' },
    ]).rows
    expect(rows.filter((row) => row.includes('｜実績値｜')).map((row) => row.split('｜')[0])).toEqual([
      '就職者数',
      '就職者数（再掲）',
      '就職者数(再掲)',
      'うち市内',
      '（内訳）女性',
    ])
  })
})

describe('帯と小計', () => {
  const ojiya = sampleEdition('152081-ojiya')

  test('基本目標・施策の帯と、小計のＫＰＩ数。事業の載っていない計画では事業数を書かない', () => {
    const [table] = tablesIn(madeBy(progressTable, ojiya).sections[0])
    const groups = table?.groups ?? []
    expect(groups[0]).toMatchObject({ kind: 'band', level: 1, rows: [{}, {}] })
    const subtotals = groups.filter(({ kind }) => kind === 'subtotal')
    expect(subtotals).toHaveLength(8)
    expect(subtotals[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['小計（基本目標1）', '（ＫＰＩ数：7）'])
    expect(groups.at(-1)?.kind).toBe('total')
    // 帯は、表の端から端まで。
    const width = table?.columns.length
    expect(
      groups.every(({ kind, rows }) => kind !== 'band' || rows.every(({ cells }) => cells[0]?.columns === width)),
    ).toBe(true)
  })

  test('担当課でしぼった表には小計がなく、しぼったことが題の下にある', () => {
    const [section] = madeBy(progressTable, ojiya, { departments: ['農林課'] }).sections
    expect(section?.lead).toEqual(['担当課：農林課'])
    expect(tablesIn(section)[0]?.groups.some(({ kind }) => kind === 'subtotal')).toBe(false)
    const [goal] = madeBy(progressTable, ojiya, { goals: ['3'] }).sections
    expect(goal?.lead[0]).toContain('対象：基本目標3')
    expect(tablesIn(goal)[0]?.groups.at(-1)?.kind).toBe('subtotal')
  })

  test('どの行も、列の数に合う', () => {
    for (const choices of [{}, { rows: 1 }, { rows: 4, yearStyle: 'both' }] as const) {
      const [table] = tablesIn(madeBy(progressTable, ojiya, choices).sections[0])
      const width = table?.columns.length ?? 0
      for (const { rows } of table?.groups ?? []) {
        const [first, ...rest] = rows
        const spanned = first?.cells.filter(({ rows: of }) => of === rows.length && of > 1).length ?? 0
        const across = (cells: readonly { readonly columns?: number }[] = []) =>
          cells.reduce((sum, { columns = 1 }) => sum + columns, 0)
        expect(across(first?.cells)).toBe(width)
        for (const { cells } of rest) expect(across(cells) + spanned).toBe(width)
      }
    }
  })
})

describe('作れないとき・多すぎるとき', () => {
  test('指標のない計画、当てはまる指標のない選び、実績のない年度は、何をすればよいかを言って断る', () => {
    expect(refusalOf(progressTable, anEdition([]))).toBe(
      '「青空市総合戦略」には指標が一つもないので、進捗状況一覧表は作れません。指標の載った図書を取り込んでから、もう一度作ってください。',
    )
    expect(refusalOf(progressTable, anEdition([jobs]), { departments: ['会計課'] })).toContain('当てはまる指標がない')
    expect(refusalOf(progressTable, anEdition([jobs]), { year: 2023 })).toBe(
      '令和5年度の実績は一つもありません。実績のある年度は令和2年度、令和3年度です。この中から選んでください。',
    )
    expect(refusalOf(progressTable, anEdition([anIndicator({ target: '1件' })]), { year: 2023 })).toContain(
      'まだ実績が一つもない',
    )
    expect(refusalOf(progressTable, anEdition([jobs]), { years: [] })).toContain('年度が一つもありません')
  })

  test('三百年の年度は、読める幅のまま何枚もの表に分かれ、どの年度も一度ずつ載る', () => {
    const years = Array.from({ length: 300 }, (_, at) => 2020 + at)
    const { sections } = madeBy(progressTable, anEdition([jobs]), { years })
    const shown = sections.flatMap((section) =>
      (tablesIn(section)[0]?.columns ?? []).flatMap(({ key, width }) => (key.startsWith('y-') ? [{ key, width }] : [])),
    )
    expect(sections.length).toBeGreaterThan(10)
    expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length)
    expect(shown.map(({ key }) => key)).toEqual(years.map((year) => `y-${year}`))
    expect(shown.every(({ width }) => width >= 5)).toBe(true)
    expect(sections[1]?.lead[0]).toMatch(/^年度：.+（\d+枚のうち2枚目）$/)
  })

  test('六十字の名も、そのまま載る', () => {
    const name =
      '市内に本社を置く事業者が行う新商品の開発及び販路の拡大に関する取組への補助金の交付を受けた事業者の延べ数の五か年の累計'
    expect(tableOf([{ ...jobs, name }]).rows[0]?.startsWith(name)).toBe(true)
  })
})

describe('事業ごとに指標を置く計画', () => {
  const [section] = madeBy(progressTable, sampleEdition('012262-sunagawa')).sections
  const [table] = tablesIn(section)

  test('同じ名の指標がどの事業のものかを、事業名の列が言う', () => {
    const at = table?.columns.findIndex(({ key }) => key === 'project') ?? -1
    expect(table?.header[0]?.cells[at]?.text).toBe('事業名')
    const rows = rowsInWords(table).filter((row) => row.startsWith('補助金交付件数'))
    expect(rows.length).toBeGreaterThan(2)
    expect(new Set(rows.map((row) => row.split('｜').at(-2))).size).toBe(rows.length)
    // 事業のない計画には、その列がない。
    expect(tableOf([jobs]).table.columns.map(({ key }) => key)).not.toContain('project')
  })

  test('目標の置かれていない指標の目標値は、年度のない「―」', () => {
    const row = rowsInWords(table).find((each) => each.startsWith('農作業受託面積'))
    expect(row?.split('｜').slice(3, 5)).toEqual(['―', '―'])
  })

  test('率の代わりの「達成」と、小計に数えない行を、注が言う', () => {
    const notes = notesInWords(section)
    expect(rowsInWords(table).join()).toContain('達成率｜達成')
    expect(notes.join()).toContain('率を計算できないので、実績と目標を比べた結果')
    expect(notes).toContain('注　小計・合計のＫＰＩ数：数値目標・数えないと断った指標は数えない。')
    expect(notesInWords(tableOf([jobs]).section).join()).not.toMatch(/比べた結果|ＫＰＩ数/)
  })

  test('小計を足しても合計の事業数にならないわけを、注が言う', () => {
    const [imari] = madeBy(progressTable, sampleEdition('412058-imari')).sections
    expect(notesInWords(imari)).toContain('注　二つ以上の基本目標に当たる事業は、合計の事業数では一つと数える。')
    expect(notesInWords(section).join()).not.toContain('二つ以上の基本目標')
  })
})
