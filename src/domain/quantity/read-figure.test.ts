import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfWidth } from '#domain/language/half-width.ts'
import { isDecimal, sameNumber } from './decimal.ts'
import type { Figure, FigureStatus } from './figure.ts'
import { printFigure, printNumber } from './print-figure.ts'
import { readFigure } from './read-figure.ts'

const at = { year: 2023, place: { line: 1 } } as const
const read = (raw: string) => readFigure(raw, at)

describe('数として読む', () => {
  test.each([
    ['26件', '26', '件'],
    ['1,009人', '1009', '人'],
    ['年1, 209件', '1209', '件'],
    ['１０１，８００，０００千円', '101800000', '千円'],
    ['0か国', '0', 'か国'],
    ['0.0%', '0.0', '%'],
    ['36.0', '36.0', null],
    ['112万人', '112', '万人'],
    ['1,625千人', '1625', '千人'],
    ['604千㎡', '604', '千㎡'],
    ['604 千 ㎡', '604', '千㎡'],
    ['695百万円', '695', '百万円'],
    ['20.3億円', '20.3', '億円'],
    ['4億3,000万円', '430000000', '円'],
    ['2億396万円', '203960000', '円'],
    ['1万5千人', '15000', '人'],
    ['1兆2億3万円', '1000200030000', '円'],
    ['△7.77％', '-7.77', '％'],
    ['△ 28,000', '-28000', null],
    ['▲3.5％', '-3.5', '％'],
    ['−350人', '-350', '人'],
    ['－350人', '-350', '人'],
    ['▼5', '-5', null],
    ['＋5人', '5', '人'],
    ['△0', '0', null],
    ['876万t-CO₂', '876', '万t-CO₂'],
    ['5.9‰', '5.9', '‰'],
    ['0.11倍', '0.11', '倍'],
    ['2.77点', '2.77', '点'],
    ['228件／月', '228', '件／月'],
    ['2,500千円/年', '2500', '千円/年'],
    ['7割', '7', '割'],
    ['1位', '1', '位'],
    ['100※1', '100', null],
    ['100＊', '100', null],
  ])('%s', (raw, value, unit) => expect(read(raw)).toMatchObject({ value, unit, status: 'given', raw, text: null }))

  test.each([
    ['75%以上', '75', 'at-least'],
    ['3日以上', '3', 'at-least'],
    ['2か所以上', '2', 'at-least'],
    ['67人以下', '67', 'at-most'],
    ['50%未満', '50', 'below'],
    ['30分以内', '30', 'within'],
    ['10件超', '10', 'above'],
    ['約100人', '100', 'about'],
    ['100人程度', '100', 'about'],
    ['95%維持', '95', 'keep'],
    ['100％を維持', '100', 'keep'],
    ['≧80', '80', 'at-least'],
    ['おおむね100億円以下', '100', 'at-most'],
    ['単年12億円以上維持', '12', 'at-least'],
    ['18%以内の持続', '18', 'within'],
  ])('限り: %s', (raw, value, qualifier) => expect(read(raw)).toMatchObject({ value, qualifier }))

  test.each([
    ['暫定値43.1', '43.1', 'provisional'],
    ['43.1(暫定値)', '43.1', 'provisional'],
    ['1,234人（速報）', '1234', 'provisional'],
    ['120人（見込）', '120', 'estimated'],
    ['見込み120人', '120', 'estimated'],
    ['(1件)', '1', 'reference'],
    ['（80.5％）', '80.5', 'reference'],
  ])('身分: %s', (raw, value, status) => expect(read(raw)).toMatchObject({ value, status, raw }))

  test.each([
    ['670枚（各年度）', 'each-year'],
    ['毎年3名', 'each-year'],
    ['年間12人を確保', 'each-year'],
    ['15人（5年間）', 'period'],
    ['計画期間中に新規5名', 'period'],
    ['5年間で15人', 'period'],
  ])('範囲: %s', (raw, scope) =>
    expect(read(raw)).toMatchObject({ scope, status: 'given', value: /\d+(?=[枚名人])/.exec(raw)?.[0] }),
  )

  test('見出しの単位は、升目に単位がないときだけ使う', () => {
    expect(readFigure('2,588', { ...at, unit: '千円' })).toMatchObject({ value: '2588', unit: '千円' })
    expect(readFigure('5百万円', { ...at, unit: '千円' })).toMatchObject({ unit: '百万円' })
    expect(readFigure('112万', { ...at, unit: '人' })).toMatchObject({ value: '112', unit: '万人' })
  })

  test('かっこの年は、欄の年がないときに使う', () => {
    const loose = { year: null, place: at.place }
    expect(readFigure('22品（令和元年）', loose)).toMatchObject({
      value: '22',
      year: 2019,
      periodKind: 'calendar-year',
      remark: '令和元年',
    })
    expect(readFigure('115件（令和元年度）', loose)).toMatchObject({ year: 2019, periodKind: 'fiscal-year' })
    expect(readFigure('△7.04％（平成27年～令和２年）', loose)).toMatchObject({
      value: '-7.04',
      year: 2015,
      periodKind: 'span',
    })
    expect(readFigure('50件（R4）', at)).toMatchObject({ year: 2023, remark: 'R4' })
    expect(readFigure('－社（令和2年）', loose)).toMatchObject({ status: 'dash', value: null, unit: '社', year: 2020 })
  })
})

describe('いくつかの値', () => {
  const parts = (raw: string) => read(raw).parts?.map(({ label, value, unit }) => [label ?? null, value, unit])

  test.each([
    [
      '4校・13回',
      [
        [null, '4', '校'],
        [null, '13', '回'],
      ],
    ],
    [
      '1,500kW･12,000kWh',
      [
        [null, '1500', 'kW'],
        [null, '12000', 'kWh'],
      ],
    ],
    [
      '2か所 4.17ha',
      [
        [null, '2', 'か所'],
        [null, '4.17', 'ha'],
      ],
    ],
    [
      '10件\n200人',
      [
        [null, '10', '件'],
        [null, '200', '人'],
      ],
    ],
    [
      '①3件 ②5件',
      [
        ['①', '3', '件'],
        ['②', '5', '件'],
      ],
    ],
    [
      '①計画策定 ②3件',
      [
        ['①', null, null],
        ['②', '3', '件'],
      ],
    ],
    [
      '①3件、②－',
      [
        ['①', '3', '件'],
        ['②', null, null],
      ],
    ],
    [
      '小学校：3 中学校：4',
      [
        ['小学校', '3', null],
        ['中学校', '4', null],
      ],
    ],
    [
      '国語：6地区 算数：6地区',
      [
        ['国語', '6', '地区'],
        ['算数', '6', '地区'],
      ],
    ],
    [
      '男80.1 女85.2',
      [
        ['男', '80.1', null],
        ['女', '85.2', null],
      ],
    ],
  ])('%s', (raw, expected) => {
    expect(parts(raw)).toEqual(expected)
    expect(read(raw)).toMatchObject({ value: null, status: 'given', raw })
  })

  test('かっこ書きの副の値', () => {
    expect(read('81.9％[82.4％]')).toMatchObject({ value: '81.9', secondary: { value: '82.4', unit: '％' } })
    expect(read('23(8)')).toMatchObject({ value: '23', secondary: { value: '8' } })
    expect(read('43（16）')).toMatchObject({ value: '43', secondary: { value: '16' } })
    expect(read('82.7（全国６位）')).toMatchObject({
      value: '82.7',
      secondary: { value: '6', unit: '位', label: '全国' },
    })
    expect(read('35人（うち女性12人）')).toMatchObject({ value: '35', secondary: { value: '12', label: 'うち女性' } })
  })

  test('幅と、全体のうちの数', () => {
    expect(read('20～30㎢')).toMatchObject({ value: '20', upTo: '30', unit: '㎢' })
    expect(read('5～7回/年')).toMatchObject({ value: '5', upTo: '7', unit: '回/年' })
    expect(read('40％以上60％以下')).toMatchObject({ value: '40', upTo: '60', unit: '％', qualifier: null })
    expect(read('9.4/14問')).toMatchObject({ value: '9.4', outOf: '14', unit: '問' })
    expect(read('４科目中０科目')).toMatchObject({ value: '0', outOf: '4', unit: '科目' })
  })
})

describe('数ではないもの', () => {
  test.each([
    '計画策定',
    '見直し完了',
    '認定',
    '着手',
    '実施',
    '継続実施',
    'アンケート実施',
    '整備完了 運営開始',
    '事業完了',
    '増加',
    '前年度以上',
    '全国平均を上回る',
    '△',
    '▲',
    '◎',
    '○',
    '×',
    '①',
    'H25.3策定',
    '平成29年3月',
    'H27.8.25開設',
    '2023.4.1',
    'R6',
    '2023年度',
    '令和5年',
    '5月',
    '3月末',
    '第2期',
    '第5次計画策定',
    '0258-83-3507',
    '12:30',
    '08',
    '3／5',
    '30～20人',
    '1～12月',
    'H28～R3',
    '5%減',
    '3人増',
    '3回開催',
    '2校で実施',
    '各校1回以上',
    'l0件',
    'O件',
    'No.5',
    '100-200人',
    '約',
    '以上',
    '（累計）',
    '人',
    '千円',
    '2学期より運用',
    '年間10日間開院',
    '70日 夜間',
    '3回講習会',
    '①5回 ②5回 ①300社 ②40社',
  ])('%s', (raw) => expect(read(raw)).toMatchObject({ value: null, status: 'text', text: raw }))

  test.each([
    '1,2345',
    '1,23',
    '12,3456人',
    '4億3,0000万円',
    '4億12345万円',
    '427憶円',
    '1 209件',
    '1,009,人',
    '1O件',
    '1..5',
    '######',
    '#REF!',
    '#DIV/0!',
    '���',
    '3.5.',
  ])('%s はもっともらしい数に直さない', (raw) =>
    expect(read(raw)).toMatchObject({ value: null, status: 'unreadable', raw }),
  )
})

test.each([
  ['桁', '1'.repeat(50_000)],
  ['桁区切り', '1,'.repeat(50_000)],
  ['位の語', '1億'.repeat(20_000)],
  ['空白', `1${' '.repeat(50_000)}あ`],
  ['前の語', `${'約'.repeat(50_000)}1`],
  ['後の語', `1${'以上'.repeat(50_000)}`],
])('果てしない%sは、すぐに文として返す', (_, raw) => {
  const started = performance.now()
  expect(read(raw)).toMatchObject({ value: null, status: 'text' })
  expect(performance.now() - started).toBeLessThan(200)
})

const absences: readonly (readonly [string, FigureStatus])[] = [
  ['', 'blank'],
  ['　 ', 'blank'],
  ['－', 'dash'],
  ['―', 'dash'],
  ['-', 'dash'],
  ['ー', 'dash'],
  ['…', 'dash'],
  ['(－)', 'dash'],
  ['未測定', 'not-measured'],
  ['調査年でない', 'not-measured'],
  ['データなし', 'not-measured'],
  ['未公表', 'not-published'],
  ['未集計', 'not-published'],
  ['R7.12月頃に公表予定', 'not-published'],
  ['(R8.6月)', 'not-published'],
  ['令和４年度新規事業', 'not-started'],
  ['事業開始前', 'not-started'],
  ['未着手', 'not-started'],
  ['事業終了', 'ended'],
  ['H30事業終了', 'ended'],
  ['中止', 'cancelled'],
  ['新型コロナにより中止', 'cancelled'],
  ['対象外', 'not-applicable'],
  ['該当なし', 'not-applicable'],
  ['なし', 'not-applicable'],
  ['KPIの設定が困難', 'not-applicable'],
  ['未定', 'undecided'],
  ['調整中', 'undecided'],
  ['秘匿', 'withheld'],
]

describe('値のないわけは、それぞれ別のもの', () => {
  test.each(absences)('%s', (raw, status) => expect(read(raw)).toMatchObject({ value: null, status, raw }))

  test('Ｘ は数の欄でだけ秘匿とする', () => {
    expect(readFigure('Ｘ', { ...at, unit: '千円' }).status).toBe('withheld')
    expect(read('X').status).toBe('text')
  })

  test('見出しの単位があっても、値のないものが数になることはない', () => {
    for (const [raw] of absences) expect(readFigure(raw, { ...at, unit: '件' })).toMatchObject({ value: null })
  })
})

describe('性質', () => {
  const number = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.option(fc.stringMatching(/^\d{1,3}$/)), fc.boolean())
    .map(([whole, fraction, negative]) => {
      const size = fraction === null ? `${whole}` : `${whole}.${fraction}`
      return negative && /[1-9]/.test(size) ? `-${size}` : size
    })
  const units = fc.constantFrom(
    null,
    '件',
    '人',
    '％',
    '%',
    '千円',
    '万人',
    '千㎡',
    'か所',
    'ヶ所',
    't',
    '回/年',
    '件／月',
    '経営体',
    '億円',
    'ポイント',
  )
  const figures: fc.Arbitrary<Figure> = fc
    .record({
      value: number,
      unit: units,
      qualifier: fc.constantFrom(null, 'at-least', 'at-most', 'below', 'above', 'within', 'about', 'keep'),
      status: fc.constantFrom('given', 'provisional', 'estimated', 'reference'),
      scope: fc.constantFrom(undefined, 'each-year', 'period'),
    })
    .map(({ scope, ...rest }) => ({
      year: 2023,
      raw: '',
      text: null,
      ...rest,
      ...(scope ? { scope } : {}),
      place: at.place,
    }))

  test('書いて読むと元に戻る（桁区切り・単位・限り・身分・負の印）', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom('△', '▲', '－', '-'), fc.boolean(), (figure, minus, commas) => {
        const printed = printFigure(figure, { minus, commas, scope: true })
        expect(read(printed)).toEqual({ ...figure, raw: printed })
      }),
      { numRuns: 1000 },
    )
  })

  test('読んで書くと、官公庁の書き方の字面に戻る', () => {
    for (const raw of [
      '1,009人',
      '△7.77％',
      '暫定値43.1',
      '約1,625千人',
      '3日以上',
      '(1件)',
      '20～30㎢',
      '4校・13回',
      '①3件 ②5件',
      '小学校：3 中学校：4',
      '計画策定',
      '未測定',
      '23(8)',
      '36.0',
      '',
      '―',
      '5～7回/年',
    ])
      expect(printFigure(read(raw))).toBe(raw)
    expect(printNumber('-28000')).toBe('△28,000')
    expect(printNumber('0.0')).toBe('0.0')
  })

  const everyFigure = (figure: Figure): readonly Figure[] => [
    figure,
    ...(figure.parts ?? []).flatMap(everyFigure),
    ...(figure.secondary ? everyFigure(figure.secondary) : []),
  ]

  // 数になりやすい字ばかりの文字列も混ぜる。
  const japanese = fc.string({
    unit: fc.constantFrom(
      ...'0123456789０１２,，.．、・△▲－-ー―～（）()[]［］①②万億千百円人件校回％%以上未満約年度月日：:／/ 　暫定値平成令和HR×○◎#憶lO',
    ),
    maxLength: 14,
  })

  test.each([
    ['どんな文字列', fc.string({ unit: 'binary' })],
    ['日本の表に出る字', japanese],
  ])('%sでも投げず、出た数は十進で、その数字はすべて元の字面にある', (_, strings) => {
    fc.assert(
      fc.property(strings, (raw) => {
        for (const { value, upTo, outOf } of everyFigure(read(raw)))
          for (const printed of [value, upTo, outOf]) {
            if (printed === null || printed === undefined) continue
            expect(isDecimal(printed)).toBe(true)
            const digits = new Set(halfWidth(raw))
            expect([...printed.replace(/[-.0]/g, '')].every((digit) => digits.has(digit))).toBe(true)
          }
      }),
      { numRuns: 3000 },
    )
  })

  test('かっこ・断り書きを足しても、数そのものは変わらない', () => {
    fc.assert(
      fc.property(
        number,
        fc.constantFrom('（累計）', '※1', '（令和元年）', '（各年度）', '（速報）', '以上'),
        (value, aside) => {
          const figure = read(`${printNumber(value)}件${aside}`)
          expect(figure.value !== null && sameNumber(figure.value, value)).toBe(true)
        },
      ),
    )
  })
})
