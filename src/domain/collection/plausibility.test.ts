import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anIndicator, type IndicatorInWords } from '#domain/indicator/an-indicator.ts'
import { say } from '#domain/language/say.ts'
import { openQuestions, questionsOf } from './plausibility.ts'
import { readAnswer } from './read-answer.ts'

/** R5 までの実績のある指標に、R6 の値を入れたときに尋ねること（符号）。 */
const asks = (words: IndicatorInWords, raw: string, confirmed: readonly string[] = []): readonly string[] => {
  const indicator = anIndicator(words)
  const read = readAnswer('actual', { raw, confirmed }, indicator)
  if (!read.ok) throw new Error(read.problem.kind)
  const input = { indicator, fiscalYear: 2024, value: read.value }
  for (const { message } of questionsOf(input)) {
    say(message)
    say(message, 'en')
  }
  return openQuestions(input).map(({ code }) => code)
}

const people = {
  name: '来場者数',
  unit: '人',
  target: '1500人',
  actuals: { 2021: '1280人', 2022: '1310人', 2023: '1340人' },
}

describe('桁と単位', () => {
  test.each<[string, IndicatorInWords, string, readonly string[]]>([
    ['一桁多い', people, '13,900', ['ten-fold']],
    ['一桁多く、三割減', people, '9,400', ['ten-fold']],
    ['一桁少ない', people, '139', ['ten-fold']],
    ['ふつうの増え方', people, '1,390', []],
    ['五倍は事業が当たっただけかもしれないが、目標の3倍を越える', people, '6,700', ['beyond-target']],
    ['円と千円', { name: '売上額', unit: '千円', actuals: { 2023: '2,610' } }, '2700000', ['unit-slip']],
    ['千円と百万円', { name: '売上額', unit: '千円', actuals: { 2023: '2,610,000' } }, '2700', ['unit-slip']],
    ['単位を付けて円', { name: '売上額', unit: '千円', actuals: { 2023: '2,610' } }, '2,700,000円', ['unit-typed']],
    ['位の語', { name: '入込客数', unit: '人', actuals: { 2023: '1,080,000' } }, '112万', []],
    ['位の語と単位', { name: '入込客数', unit: '人', actuals: { 2023: '1,080,000' } }, '112万人', []],
    ['箇所とか所', { name: '拠点', unit: 'か所', actuals: { 2023: '3' } }, '4箇所', []],
    ['1件→10件', { unit: '件', actuals: { 2023: '1' } }, '10', []],
    ['2→19件', { unit: '件', actuals: { 2023: '2' } }, '19', []],
    ['3→40件', { unit: '件', actuals: { 2023: '3' } }, '40', ['ten-fold']],
    ['6.2％→62％', { name: '受講率', unit: '％', actuals: { 2023: '6.2' } }, '62', ['ten-fold']],
    ['初めての年', { unit: '件' }, '13,900', []],
    ['前の年が0', { unit: '件', actuals: { 2022: '0', 2023: '0' } }, '50', []],
    ['増減率は桁で比べない', { name: '人口増減率', unit: '％', actuals: { 2023: '0.3' } }, '4.1', []],
    ['前の年が―なら、その前の年と', { unit: '件', actuals: { 2022: '310', 2023: '―' } }, '3,200', ['ten-fold']],
    ['後の年は見ない', { unit: '件', actuals: { 2025: '32' } }, '3,200', []],
  ])('%s', (_, words, raw, expected) => {
    expect(asks(words, raw)).toEqual(expected)
  })
})

describe('累計', () => {
  const since = { kind: 'cumulative', since: 2020 } as const
  test('減れば尋ね、同じか増えれば尋ねない', () => {
    const words = { name: '起業件数（R2～累計）', unit: '件', accumulation: since, actuals: { 2022: '14', 2023: '20' } }
    expect(asks(words, '18')).toEqual(['falls'])
    expect(asks(words, '20')).toEqual([])
    expect(asks(words, '26')).toEqual([])
  })

  test('単年・水準・不明は、減ってもふつう', () => {
    for (const kind of ['single-year', 'level', 'unstated', 'period-total'] as const)
      expect(asks({ unit: '件', accumulation: { kind }, actuals: { 2023: '20' } }, '18')).toEqual([])
  })
})

describe('割合', () => {
  test.each<[string, IndicatorInWords, string, readonly string[]]>([
    ['受診率', { name: '特定健診受診率', unit: '％', actuals: { 2023: '62.0' } }, '162', ['over-hundred']],
    ['ちょうど100', { name: '特定健診受診率', unit: '％', actuals: { 2023: '98.2' } }, '100', []],
    ['増加率', { name: '観光消費額の増加率', unit: '％', actuals: { 2023: '62' } }, '120', []],
    ['前年比', { name: '売上の対前年度比', unit: '％', actuals: { 2023: '98' } }, '104', []],
    ['経常収支比率', { name: '経常収支比率', unit: '％', actuals: { 2023: '98' } }, '101.2', []],
    ['食料自給率', { name: '食料自給率', unit: '％', actuals: { 2023: '98' } }, '101.2', []],
    ['前にも越えた', { name: '料金の率', unit: '％', actuals: { 2022: '104', 2023: '97' } }, '101.2', []],
    ['人は割合でない', { name: '参加者', unit: '人', actuals: { 2023: '98' } }, '101', []],
  ])('%s', (_, words, raw, expected) => {
    expect(asks(words, raw)).toEqual(expected)
  })
})

describe('同じ値', () => {
  test.each<[string, IndicatorInWords, string, readonly string[]]>([
    ['四桁まで同じ', people, '1,340', ['same']],
    ['63.1％のまま', { name: '満足度', unit: '％', actuals: { 2022: '62', 2023: '63.1' } }, '63.1', ['same']],
    ['12か所のまま', { name: '拠点', unit: 'か所', actuals: { 2022: '11', 2023: '12' } }, '12', []],
    ['100％のまま', { name: '実施率', unit: '％', actuals: { 2022: '98', 2023: '100' } }, '100.0', []],
    ['ずっと動かない', { name: '延長', unit: 'm', actuals: { 2022: '1250', 2023: '1250' } }, '1250', []],
    ['二年前と同じなのは、たまたま', { unit: '件', actuals: { 2022: '310' } }, '310', []],
    ['目標ちょうど', people, '1,500', ['equals-target']],
    ['目標ちょうど・小さい数', { unit: '校', target: '12校', actuals: { 2023: '10' } }, '12', []],
    ['目標に届いたまま', { unit: '人', target: '1500人', actuals: { 2022: '1500', 2023: '1500' } }, '1500', []],
    ['目標100％', { name: '実施率', unit: '％', target: '100％', actuals: { 2023: '98' } }, '100', []],
  ])('%s', (_, words, raw, expected) => {
    expect(asks(words, raw)).toEqual(expected)
  })
})

describe('符号と0と目標', () => {
  const migration = { name: '社会増減', unit: '人', baseline: '△350人', target: '0人' }
  test.each<[string, IndicatorInWords, string, readonly string[]]>([
    ['負のない指標に負', people, '△1,390', ['sign']],
    ['負ばかりの指標に正', { ...migration, actuals: { 2022: '△310', 2023: '△290' } }, '280', ['sign']],
    ['負のまま', { ...migration, actuals: { 2022: '△310', 2023: '△290' } }, '△280', []],
    ['前にも正', { ...migration, actuals: { 2022: '20', 2023: '△290' } }, '28', []],
    ['増減率が初めて負', { name: '人口増減率', unit: '％', actuals: { 2023: '0.3' } }, '△0.2', []],
    ['続いていた値が0', { unit: '件', actuals: { 2022: '310', 2023: '322' } }, '0', ['zero']],
    ['待機児童が0', { name: '待機児童数', unit: '人', target: '0人', actuals: { 2022: '12', 2023: '8' } }, '0', []],
    ['もともと少ない', { unit: '件', actuals: { 2022: '3', 2023: '2' } }, '0', []],
    ['目標の3倍', { unit: '人', target: '120人', actuals: { 2023: '104' } }, '400', ['beyond-target']],
    ['前の年も3倍', { unit: '人', target: '120人', actuals: { 2023: '380' } }, '400', []],
    ['減らす指標', { name: '火災件数', unit: '件', target: '67件以下', actuals: { 2023: '70' } }, '210', []],
    ['小さい数の3倍', { unit: '件', target: '3件', actuals: { 2023: '2' } }, '9', []],
    ['かっこ書き', { unit: '件', target: '30件' }, '(1件)', ['in-brackets']],
    ['数でない', { unit: '件', target: '30件' }, '一部着手', ['not-number']],
    ['打ち間違い', { unit: '件', target: '30件' }, 'l0件', ['not-number']],
    ['単位のない指標のことば', { target: '計画策定' }, '計画策定', []],
    ['内わけ', { unit: '校', actuals: { 2023: '4校' } }, '4校・1300回', []],
  ])('%s', (_, words, raw, expected) => {
    expect(asks(words, raw)).toEqual(expected)
  })

  test('値のないわけには尋ねない', () => {
    expect(asks(people, '中止')).toEqual([])
  })

  test('「このままでよい」と答えたものは、もう尋ねない', () => {
    expect(asks(people, '13,900', ['ten-fold'])).toEqual([])
    expect(asks(people, '13,900', ['same'])).toEqual(['ten-fold'])
  })

  test('文は、何を比べたかを言う', () => {
    const indicator = anIndicator(people)
    const read = readAnswer('actual', { raw: '13,900' }, indicator)
    const [question] = questionsOf({ indicator, fiscalYear: 2024, value: read.ok ? read.value : null })
    expect(question && say(question.message)).toBe('令和5年度は1,340人、今回は13,900人です。桁は合っていますか')
  })
})

test('前の年から半分〜2倍のふつうの値には、桁も単位も符号も尋ねない。十倍には必ず尋ねる', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 9_000_000 }), fc.integer({ min: 50, max: 200 }), (last, percent) => {
      const words = { name: '参加者数', unit: '人', actuals: { 2022: String(last + 1), 2023: String(last) } }
      const now = Math.max(1, Math.floor((last * percent) / 100))
      expect(asks(words, String(now)).filter((code) => code !== 'same')).toEqual([])
      expect(asks(words, String(last * 10))).toEqual(['ten-fold'])
      expect(asks(words, String(last * 1000))).toEqual(['unit-slip'])
    }),
    { numRuns: 500 },
  )
})
