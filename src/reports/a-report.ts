import type { Cell, Chart, Report, RowGroup, Section, Table } from './report.ts'

// 試験のための帳票。書き手が受けとるものを一とおり持つ。市町村も施策も、実在しない。

/**
 * 升目のいろいろを持つ帳票：表紙・目次・文・箇条・二段の見出し・帯・二行の一件・小計・合計・注・図・縦書き・下線。
 * `aReport({ title: '進捗状況一覧表' })`
 */
export const aReport = (given: Partial<Report> = {}): Report => ({
  form: 'progress-table',
  title: '総合戦略 進捗状況一覧表',
  documentNumber: '資料１',
  municipality: '見本市',
  plan: '第２期見本市まち・ひと・しごと創生総合戦略',
  asOf: '令和6年3月末現在',
  sections: [aCover(), aContents(), aText(), aTableSection(), aSheet(), aChartSection()],
  ...given,
})

/** 章一つ。`aSection({ key: 'a', blocks: [...] })` */
export const aSection = (given: Partial<Section> = {}): Section => ({
  key: 'section',
  name: '一覧表',
  paper: { size: 'A3', orientation: 'landscape' },
  title: '進捗状況一覧表',
  lead: [],
  outline: 1,
  blocks: [],
  notes: [],
  ...given,
})

const aCover = (): Section =>
  aSection({
    key: 'cover',
    name: '表紙',
    paper: { size: 'A4', orientation: 'portrait' },
    title: null,
    outline: 0,
    blocks: [
      {
        kind: 'cover',
        lines: [
          { text: '第２期見本市\nまち・ひと・しごと創生総合戦略', size: 'large' },
          { text: '進捗状況報告書（令和５年度）', size: 'middle' },
          { text: '令和６年８月　見本市', size: 'small' },
        ],
      },
    ],
  })

const aContents = (): Section =>
  aSection({
    key: 'contents',
    name: '目次',
    paper: { size: 'A4', orientation: 'portrait' },
    title: null,
    outline: 0,
    blocks: [{ kind: 'contents', title: '目次' }],
  })

const aText = (): Section =>
  aSection({
    key: 'overview',
    name: '概要',
    paper: { size: 'A4', orientation: 'portrait' },
    title: '概要',
    lead: ['対象：基本目標１・２'],
    blocks: [
      { kind: 'heading', level: 2, text: '進捗の状況' },
      {
        kind: 'paragraphs',
        paragraphs: [
          '見本市は、令和２年度から令和６年度までを期間とする総合戦略を定め、人口の減少を和らげる取組を進めています。',
          '「住み続けたい」と答えた市民の割合は、調査のない年度を除き、上向いています（髙橋・𠮷田両委員の指摘により、①㎡あたりの単価、㈱・№などの書き方をそろえました）。',
        ],
      },
      { kind: 'heading', level: 3, text: '評価の区分' },
      { kind: 'list', items: ['◎ 目標を上回る', '○ 目標どおり', '△ 目標を下回る', '― 実績がまだない'] },
    ],
  })

const aTableSection = (): Section =>
  aSection({
    key: 'table',
    lead: ['（単位：千円）'],
    blocks: [{ kind: 'table', table: aTable() }],
    notes: [
      { mark: '※1', text: '暫定値。確定の後に改める。' },
      { mark: null, text: '「―」は、値のないこと（０ではない）。わけは備考に記す。' },
    ],
  })

/** 二段の見出しと帯を持つ一覧表。`entries` は一つの帯の下の件数。 */
export const aTable = (entries = 3): Table => ({
  caption: '進捗状況一覧表',
  showCaption: false,
  columns: [
    { key: 'number', width: 2, align: 'center' },
    { key: 'project', width: 11, align: 'start' },
    { key: 'indicator', width: 13, align: 'start' },
    { key: 'row', width: 4, align: 'center' },
    { key: 'baseline', width: 6, align: 'end' },
    { key: 'y2022', width: 6, align: 'end' },
    { key: 'y2023', width: 6, align: 'end' },
    { key: 'target', width: 6, align: 'end' },
    { key: 'grade', width: 2, align: 'center' },
    { key: 'department', width: 6, align: 'start' },
    { key: 'remarks', width: 16, align: 'start' },
  ],
  header: [
    {
      cells: [
        head('番号', { rows: 2, vertical: true }),
        head('事業', { rows: 2 }),
        head('重要業績評価指標\n（KPI）', { rows: 2 }),
        head('区分', { rows: 2 }),
        head('基準値\n（R1）', { rows: 2 }),
        head('実績', { columns: 2 }),
        head('目標値\n（R6）', { rows: 2 }),
        head('評価（Ａ～Ｃ）', { rows: 2, vertical: true }),
        head('担当課', { rows: 2 }),
        head('備考', { rows: 2 }),
      ],
    },
    { cells: [head('R4年度'), head('R5年度')] },
  ],
  groups: [1, 2].flatMap((goal) => aGoal(goal, entries)).concat(total(entries * 2)),
})

const head = (text: string, rest: Omit<Cell, 'text'> = {}): Cell => ({ text, align: 'center', ...rest })

const aGoal = (goal: number, entries: number): readonly RowGroup[] => [
  band(1, `基本目標${goal}　しごとをつくり、安心して働けるまち`),
  band(2, `施策${goal}－１　地域の産業の振興`),
  ...Array.from({ length: entries }, (_, index) => entry(goal, index + 1)),
  {
    kind: 'subtotal',
    rows: [{ cells: [{ text: `小計（事業数：${entries}、ＫＰＩ数：${entries}）`, columns: 11 }] }],
  },
]

const band = (level: 1 | 2, text: string): RowGroup => ({
  kind: 'band',
  level,
  rows: [{ cells: [{ text, columns: 11, heading: true }] }],
})

const total = (count: number): RowGroup => ({
  kind: 'total',
  rows: [{ cells: [{ text: `合計（事業数：${count}、ＫＰＩ数：${count}）`, columns: 11, tone: 'strong' }] }],
})

/** 実績と達成率の二行。 */
const entry = (goal: number, number: number): RowGroup => ({
  kind: 'entry',
  rows: [
    {
      cells: [
        { text: `${number}`, rows: 2, heading: true },
        { text: `${goal}-${number} 見本の里づくり事業（再掲）`, rows: 2 },
        { text: '新たに店を開いた事業者の数（累計）', rows: 2 },
        { text: '実績' },
        { text: '1,120件', rows: 2 },
        count(1180 + number),
        { ...count(1240 + number), marks: ['※1'] },
        { ...count(1300), rows: 2 },
        { text: number % 2 ? 'Ａ' : 'Ｃ', rows: 2, tone: number % 2 ? 'strong' : 'alert' },
        { text: '商工観光課\n企画政策課', rows: 2 },
        {
          text: '開店の相談が増えている。',
          rows: 2,
          underlined: [{ from: 3, to: 5 }],
        },
      ],
    },
    { cells: [{ text: '達成率' }, { text: '―', tone: 'quiet' }, { text: '95.5％', tone: 'quiet' }] },
  ],
})

const count = (value: number): Cell => ({
  text: `${value.toLocaleString('en-US')}件`,
  number: { value: String(value), places: 0, commas: true, before: '', after: '件', minus: '-' },
})

/** 個票。章の題は表の中にあり、しおりは章の名から作る。 */
const aSheet = (): Section =>
  aSection({
    key: 'sheet-1',
    name: '個票 1-1',
    paper: { size: 'A4', orientation: 'portrait' },
    title: null,
    outline: 2,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: '個票 1-1 見本の里づくり事業',
          showCaption: true,
          columns: [
            { key: 'label', width: 8, align: 'start' },
            { key: 'value', width: 30, align: 'start' },
          ],
          header: [],
          groups: [
            sheetRow('事業名', '見本の里づくり事業'),
            sheetRow('担当課', '商工観光課'),
            sheetRow(
              '所見',
              '開店の相談は前の年度を上回った。空き店舗の持ち主への聞きとりを続け、貸し手を増やす。'.repeat(6),
            ),
            sheetRow('今後の方針', '☑ 継続　□ 見直し　□ 廃止'),
          ],
        },
      },
    ],
  })

const sheetRow = (label: string, value: string): RowGroup => ({
  kind: 'entry',
  rows: [{ cells: [{ text: label, heading: true }, { text: value }] }],
})

/** 図。`aChart({ kind: 'line' })` */
export const aChart = (given: Partial<Chart> = {}): Chart => ({
  title: '店を開いた事業者の数',
  summary: '店を開いた事業者の数は、令和元年度の1,120件から令和5年度の1,241件に増えた。令和3年度は調査がない。',
  kind: 'bar',
  unit: '件',
  labels: ['R1', 'R2', 'R3', 'R4', 'R5'],
  series: [{ name: '実績', values: [1120, 1135, null, 1181, 1241] }],
  lines: [{ name: '目標（R6）1,300件', value: 1300 }],
  ...given,
})

const aChartSection = (): Section =>
  aSection({
    key: 'charts',
    name: '図',
    paper: { size: 'A4', orientation: 'landscape' },
    title: '推移',
    blocks: [
      { kind: 'chart', chart: aChart() },
      { kind: 'chart', chart: aChart({ kind: 'line', title: '店を開いた事業者の数の推移' }) },
    ],
  })
