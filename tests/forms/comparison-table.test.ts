import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { makeReport } from '#operations/reports/make-report.ts'
import { ordinaryChoices, type ReportChoices } from '#reports/choices.ts'
import { dataFiles } from '#reports/data/data-files.ts'
import type { Cell, Report } from '#reports/report.ts'
import type { ReportName } from '#reports/report-name.ts'
import { alongsideRevision, baseOfRevision, revisedEdition } from './a-revision.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'
import { fileOf } from './round-trip.ts'

// 改訂の三つの様式（新旧対照表・改訂概要・意見募集資料）を、四つの形にして読みなおす。

const made = (form: ReportName, choices: Partial<ReportChoices> = {}, alongside = alongsideRevision): Report => {
  const report = makeReport(revisedEdition, form, { ...ordinaryChoices, ...choices }, alongside)
  if (!report.ok) throw new Error(problemInWords(report.problem))
  return report.value
}
const refusal = (...[form, choices = {}, alongside = alongsideRevision]: Parameters<typeof made>): string => {
  const report = makeReport(revisedEdition, form, { ...ordinaryChoices, ...choices }, alongside)
  return report.ok ? '作れた' : problemInWords(report.problem)
}

const cellsOf = ({ sections }: Report): readonly Cell[] =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.table.groups : []))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))

const underlinedIn = ({ text, underlined = [] }: Cell): readonly string[] =>
  underlined.map(({ from, to }) => text.slice(from, to))

const rowsOf = (report: Report): readonly string[] =>
  report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.table.groups : []))
    .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text).join('｜')))

const table = made('comparison-table')

describe('新旧対照表', () => {
  test('改訂後の木の順に、新設・廃止・移動・改称・代替が、その所に並ぶ', () => {
    const rows = rowsOf(table)
    const at = (part: string) => rows.findIndex((row) => row.includes(part))
    expect(at('施策｜（新設）｜施策3 関係人口の創出')).toBeGreaterThan(at('基本目標2 人の流れをつくる'))
    expect(at('事業｜商店街活性化事業｜（削除）')).toBeGreaterThan(at('施策2 商業・サービス業の振興'))
    expect(rows[at('（移動）旧：基本目標2 施策2')]).toBe(
      '施策｜施策2 観光の振興｜施策2 観光の振興\n（移動）旧：基本目標2 施策2｜',
    )
    expect(rows).toContain('施策｜施策2 商業の振興｜施策2 商業・サービス業の振興｜')
    expect(rows[at('（代替指標）')]).toContain('宿泊者数｜観光消費額')
    expect(at('（移動）旧')).toBeLessThan(at('基本目標2 人の流れをつくる'))
  })

  test('改めたことばに下線。順を入れ替えただけの文には引かず、注で断る', () => {
    const lines = cellsOf(table).flatMap(underlinedIn)
    expect(lines).toEqual(expect.arrayContaining(['若い', '次の時代を支える', '45件', '60件', '年間', '累計']))
    expect(lines).not.toContain('○新たな担い手の確保')
    expect(table.sections[0]?.notes.map(({ text }) => text)).toEqual([
      '下線は、改めたところ。',
      '順を入れ替えただけの文には、下線を引いていない。',
    ])
  })

  test('理由とよりどころ。市民に見せる資料には、市長指示を載せない', () => {
    expect(rowsOf(table).join('\n')).toContain('目標を超えたため\n（令和4年度実績の評価：A）')
    expect(rowsOf(table).join('\n')).toContain('（市長指示から）')
    expect(rowsOf(made('comparison-table', { audience: 'public' })).join('\n')).not.toContain('市長指示')
  })

  test('基本目標を選べ、改めていないところも並べられる', () => {
    expect(rowsOf(made('comparison-table', { goals: ['2'] })).join('\n')).not.toContain('創業件数')
    const all = rowsOf(made('comparison-table', { extent: 'all' }))
    expect(all).toContain('本文｜空き店舗の活用を進めます。｜空き店舗の活用を進めます。')
    expect(all.length).toBeGreaterThan(rowsOf(table).length)
  })

  test('改訂でない版・改めていない改訂・当てはまらない目標は、することを言って断る', () => {
    expect(refusal('comparison-table', {}, {})).toContain('新旧を並べられません')
    const same = makeReport(baseOfRevision, 'comparison-table', ordinaryChoices, {
      revised: { base: baseOfRevision, changes: [] },
    })
    expect(same.ok ? '' : problemInWords(same.problem)).toContain('改めたところがまだありません')
    expect(refusal('comparison-table', { goals: ['9'] })).toContain('選んだ基本目標には')
  })
})

describe('改訂概要（評価と変更から）', () => {
  const overview = made('revision-overview')
  const rows = rowsOf(overview)

  test('評価の集計は、もとの版の指標を数えたもの', () => {
    expect(rows.slice(0, 3)).toEqual([
      '基本目標1｜KPI｜2｜0｜0｜0｜2',
      '基本目標2｜KPI｜0｜0｜1｜1｜2',
      '合計｜KPI｜2｜0｜1｜1｜4',
    ])
    expect(overview.title).toBe('第2期見本市総合戦略の改訂について（概要）')
  })

  test('修正指標数と修正内容は、変更を数えたもの。差し替えは、もとの指標の評価に', () => {
    expect(rows.find((row) => row.startsWith('A評価'))).toContain(
      '｜2｜○目標値の修正 ・・・ 2指標\n○指標名の変更 ・・・ 1指標',
    )
    expect(rows.find((row) => row.startsWith('D評価'))).toContain('｜1｜○代替指標の設定 ・・・ 1指標')
    expect(rows).toContain('代替指標の設定｜1指標')
    expect(rows).not.toContain('指標の廃止｜1指標')
  })

  test('主な変更内容は、企画課の書いた文を使い、わけだけの理由は添える', () => {
    expect(rows).toContain('(1)農業の振興｜○「スマート農業」に関する取組を追加\n○事業「担い手育成事業」の内容を更新')
    expect(rows.join('\n')).toContain('○事業「商店街活性化事業」を廃止（国の制度の終了による）')
  })
})

describe('意見募集資料', () => {
  const report = made('public-comment', {
    commentPeriod: '令和6年1月10日から2月9日まで',
    commentTo: '企画課\nkikaku@example.jp',
  })

  test('表紙・意見の出しかた・改訂概要・新旧対照表の順に綴じる', () => {
    expect(report.sections.map(({ title }) => title)).toEqual([
      null,
      '意見の募集について',
      '改訂の概要',
      '主な変更内容',
      '新旧対照表',
    ])
    expect(rowsOf(report)).toContain('募集する期間｜令和6年1月10日から2月9日まで')
    expect(rowsOf(made('public-comment'))).toContain('募集する期間｜（未記入）')
  })

  test('市長指示を載せない。庁内の資料を選んでいても', () => {
    expect(rowsOf(made('public-comment', { audience: 'office' })).join('\n')).not.toContain('市長指示')
  })
})

const longText = '地域の産業を支える人材を育てます。'.repeat(300)

describe('四つの形', () => {
  test.each(['comparison-table', 'revision-overview', 'public-comment'] as const)(
    '%s の PDF に、すべての升目の字がある',
    async (form) => {
      const report = made(form)
      const text = (await pdfTextWithoutSpaces(await fileOf(report, 'pdf'))).join('')
      expect(
        cellsOf(report)
          .map(({ text: words }) => withoutSpaces(words))
          .filter((words) => !text.includes(words)),
      ).toEqual([])
    },
  )

  test('Word では、改めたことばだけに下線が付く', async () => {
    const bytes = await fileOf(table, 'docx')
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: ['u => em.changed'] })
    const found = [...value.matchAll(/<em class="changed">(.*?)<\/em>/gs)].map(([, words = '']) =>
      words.replaceAll('<br />', '\n'),
    )
    expect(found).toEqual(cellsOf(table).flatMap(underlinedIn))
  })

  test('Excel でも、改めたことばだけに下線が付き、字は同じ', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await fileOf(table, 'xlsx')) as unknown as ExcelJS.Buffer)
    const found: string[] = []
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell
        if (cell.isMerged && cell.master !== cell) return
        if (value && typeof value === 'object' && 'richText' in value)
          found.push(...value.richText.filter(({ font }) => font?.underline).map(({ text }) => text))
      }),
    )
    expect(found).toEqual(cellsOf(table).flatMap(underlinedIn))
  })

  test('HTML では u', async () => {
    const html = Buffer.from(await fileOf(table, 'html')).toString('utf8')
    const found = [...html.matchAll(/<u>(.*?)<\/u>/gs)].map(([, words = '']) => words.replaceAll('<br>', '\n'))
    expect(found).toEqual(cellsOf(table).flatMap(underlinedIn))
  })

  test('頁をまたぐ長い本文でも、PDF の字は欠けず、どの形にもなる', async () => {
    const [goal, ...others] = baseOfRevision.content.nodes
    if (!goal) throw new Error('no goal')
    const content = { ...baseOfRevision.content, nodes: [{ ...goal, text: longText }, ...others] }
    const base = { ...baseOfRevision, content }
    const text = longText.replaceAll('人材', '若い人材')
    const revised = { ...base, content: { ...content, nodes: [{ ...goal, text }, ...others] } }
    const report = makeReport(revised, 'comparison-table', ordinaryChoices, { revised: { base, changes: [] } })
    if (!report.ok) throw new Error(problemInWords(report.problem))
    const read = (await pdfTextWithoutSpaces(await fileOf(report.value, 'pdf'))).join('')
    // 一字なら、頁の切れ目に頭書きが入っても割れない。旧と新に 300 ずつ。
    expect(read.split('材').length - 1).toBe(600)
    for (const format of ['docx', 'xlsx'] as const)
      expect((await fileOf(report.value, format)).byteLength).toBeGreaterThan(1000)
  })
})

test('データには、改めた欄一つに一行。市長指示は載らない', async () => {
  const files = await dataFiles(revisedEdition, ['revision-changes'], 'csv', alongsideRevision)
  if (!files.ok) throw new Error(files.problem.code)
  const csv = Buffer.from(files.value[0]?.bytes ?? []).toString('utf8')
  expect(files.value[0]?.fileName).toBe('052124_revision-changes.csv')
  const lines = csv.trim().split(/\r?\n/)
  expect(
    lines.some(
      (line) => line.includes('創業件数') && line.includes('令和6年度 45件') && line.includes('令和6年度 60件'),
    ),
  ).toBe(true)
  expect(csv).not.toContain('市長指示')
  expect(lines.length).toBe(1 + 16)
})
