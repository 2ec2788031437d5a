import { describe, expect, test } from 'vitest'
import { say } from '#domain/language/say.ts'
import { type AchievementRules, achievementIn, achievementInWords } from './achievement.ts'
import { anIndicator, type IndicatorInWords } from './an-indicator.ts'
import { defaultRules } from './rules.ts'

const plan = { firstYear: 2020, lastYear: 2024 }
const ratio = defaultRules
const progress: AchievementRules = { ...defaultRules, formula: 'progress' }

const answer = (words: IndicatorInWords, rules = ratio, year = 2023) =>
  achievementIn(anIndicator(words), year, rules, plan)

/** 「75.0 未達成」「達成」「no-actual」。 */
const short = (words: IndicatorInWords, rules = ratio, year = 2023): string => {
  const found = answer(words, rules, year)
  if (found.kind === 'none') return found.why
  if (found.kind === 'manual') return found.shown
  const met = found.met ? '達成' : '未達成'
  return found.kind === 'rate' ? `${found.shown} ${met}` : met
}

const working = (words: IndicatorInWords, rules = ratio, year = 2023) => say(answer(words, rules, year).working)

describe('実績÷目標 と 基準比', () => {
  test.each<[string, IndicatorInWords, string, string]>([
    ['増やす', { baseline: '100件', target: '200件', actual: '150件' }, '75.0 未達成', '50.0 未達成'],
    ['減らす', { baseline: '100件', target: '50件', actual: '80件' }, '62.5 未達成', '40.0 未達成'],
    ['社会増減', { name: '社会増減', baseline: '△350人', target: '0人', actual: '△200人' }, '未達成', '42.9 未達成'],
    ['始まりより悪い', { baseline: '100件', target: '200件', actual: '90件' }, '45.0 未達成', '-10.0 未達成'],
    ['維持', { baseline: '95件', target: '95件', actual: '96件' }, '101.1 達成', '101.1 達成'],
    ['超過達成', { baseline: '100件', target: '120件', actual: '130件' }, '108.3 達成', '150.0 達成'],
    [
      '待機児童を1人からなくした',
      { name: '待機児童数', baseline: '1人', target: '0人', actual: '0人' },
      '達成',
      '100.0 達成',
    ],
    ['待機児童0人のまま', { name: '待機児童数', baseline: '0人', target: '0人', actual: '0人' }, '達成', '達成'],
    ['待機児童が出た', { name: '待機児童数', baseline: '0人', target: '0人', actual: '3人' }, '未達成', '未達成'],
    [
      '交通事故死者数（岐阜県）',
      { name: '交通事故死者数', baseline: '75人', target: '60人', actual: '50人' },
      '120.0 達成',
      '166.7 達成',
    ],
    [
      '交通事故死者数・途中',
      { name: '交通事故死者数', baseline: '75人', target: '60人', actual: '70人' },
      '85.7 未達成',
      '33.3 未達成',
    ],
    [
      '下げ止まりの目標（県内就職率）',
      { name: '県内就職率', baseline: '62.8%', target: '60.0%', actual: '66.0%' },
      '110.0 達成',
      '110.0 達成',
    ],
    [
      '成り行きで下がる目標（転入者数）',
      { name: '転入者数', baseline: '437人', target: '380人', actual: '400人' },
      '105.3 達成',
      '105.3 達成',
    ],
    [
      '負の目標',
      { name: '人口増減率', baseline: '△7.04％', target: '△5.13％', actual: '△7.77％' },
      '未達成',
      '-38.2 未達成',
    ],
    [
      '転入超過に転じた',
      { name: '転出超過数', baseline: '200人', target: '180人未満', actual: '△20人' },
      '達成',
      '1100.0 達成',
    ],
  ])('%s', (_, words, byRatio, byProgress) => {
    expect([short(words, ratio), short(words, progress)]).toEqual([byRatio, byProgress])
  })

  test('下限と上限は見せる率だけを変え、丸めない率と達成の判定は変えない', () => {
    const limits = { ...progress, floor: '0', cap: '100' }
    expect(answer({ baseline: '100件', target: '200件', actual: '90件' }, limits)).toMatchObject({
      shown: '0.0',
      percent: '-10',
      met: false,
    })
    expect(answer({ baseline: '100件', target: '120件', actual: '130件' }, limits)).toMatchObject({
      shown: '100.0',
      percent: '150',
      met: true,
    })
    expect(short({ baseline: '100件', target: '200件', actual: '150件' }, limits)).toBe('50.0 未達成')
  })
})

describe('印刷された率のとおりに出る', () => {
  test.each<[string, IndicatorInWords, string]>([
    ['643/800 は割り切れて .x5 になる', { target: '800百万円', actual: '643百万円' }, '80.4 未達成'],
    ['3日以上に3日', { baseline: '3日', target: '3日以上', actual: '3日' }, '100.0 達成'],
    ['0日', { baseline: '3日', target: '3日以上', actual: '0日' }, '0.0 未達成'],
    ['桁区切り', { target: '675人', actual: '1,069人' }, '158.4 達成'],
    ['位の付いた単位', { target: '120万人', actual: '98万人' }, '81.7 未達成'],
    ['単位の落ちた実績', { unit: 'か所', target: '500か所', actual: '469' }, '93.8 未達成'],
    ['単位の書き方の違い', { target: '2か所', actual: '1箇所' }, '50.0 未達成'],
    ['75%以上/80%以上', { target: '80%以上', actual: '75%以上' }, '93.8 未達成'],
    ['67人以下に70人', { target: '67人以下', actual: '70人' }, '95.7 未達成'],
    ['50%未満に50%', { baseline: '60.5%', target: '50%未満', actual: '50%' }, '100.0 未達成'],
    ['50%未満に49.9%', { baseline: '60.5%', target: '50%未満', actual: '49.9%' }, '100.2 達成'],
    ['100円と0.1千円', { target: '0.2千円', actual: '100円' }, '50.0 未達成'],
  ])('%s', (_, words, expected) => {
    expect(short(words)).toBe(expected)
  })

  test('79.96％は80.0と印刷されても、丸めない値は80に届かない', () => {
    expect(answer({ target: '10000件', actual: '7996件' })).toMatchObject({ shown: '80.0', percent: '79.96' })
  })

  test('99.96％は100.0と印刷されても達成ではない', () => {
    expect(short({ target: '10000件', actual: '9996件' })).toBe('100.0 未達成')
  })

  test.each([
    ['half-up', 0, '80'],
    ['half-up', 1, '80.4'],
    ['down', 1, '80.3'],
    ['up', 1, '80.4'],
    ['down', 2, '80.37'],
    ['up', 0, '81'],
  ] as const)('端数 %s %i桁 → %s', (mode, places, expected) => {
    expect(answer({ target: '800', actual: '643' }, { ...ratio, rounding: { mode, places } })).toMatchObject({
      shown: expected,
    })
  })
})

describe('率のないわけ', () => {
  test.each<[string, IndicatorInWords, string]>([
    ['計画策定（達成した年も）', { target: '計画策定', actual: '計画策定' }, 'qualitative'],
    ['見直し完了', { target: '見直し完了', actual: '-' }, 'qualitative'],
    ['認定', { target: '認定', actual: '-' }, 'qualitative'],
    ['事業実施に(1件)', { target: '事業実施', actual: '(1件)' }, 'qualitative'],
    ['数の目標に「着手」', { target: '3件', actual: '着手' }, 'qualitative'],
    ['かっこ書きの参考値だけ', { target: '3件', actual: '(1件)' }, 'no-actual'],
    ['前年度以上', { target: '前年度以上', actual: '12人' }, 'relative-target'],
    ['全国平均以上', { target: '全国平均以上', actual: '65%' }, 'relative-target'],
    ['可能な限りゼロ', { target: '可能な限りゼロに近づける', actual: '3人' }, 'relative-target'],
    ['増加', { target: '増加', actual: '3人' }, 'relative-target'],
    ['各校1回以上', { target: '各校1回以上', actual: '4校・12回' }, 'several-series'],
    ['各校1回以上に2回', { target: '各校1回以上', actual: '2回' }, 'several-series'],
    ['件と千人', { target: '1,638件', actual: '902.9千人' }, 'units-differ'],
    ['目標なし', { actual: '3件' }, 'no-target'],
    ['目標が―', { target: '―', actual: '3件' }, 'no-target'],
    ['実績が空', { target: '3件', actual: '' }, 'no-actual'],
    ['実績が―', { target: '3件', actual: '―' }, 'no-actual'],
    ['実績の欄がない', { target: '3件' }, 'no-actual'],
    ['新規事業', { target: '3件', actual: '令和６年度新規事業' }, 'no-actual'],
    ['桁あふれ', { target: '3件', actual: '######' }, 'no-actual'],
  ])('%s', (_, words, expected) => {
    expect(short(words)).toBe(expected)
  })

  test('基準値がなければ基準比は出ない', () => {
    expect(short({ baseline: '-', target: '3件', actual: '2件' }, progress)).toBe('no-baseline')
  })

  test('基準値の単位が目標と合わなければ基準比は出ない', () => {
    expect(short({ baseline: '1,625千人', target: '1,638件', actual: '1,630件' }, progress)).toBe('units-differ')
  })

  test('読みの疑わしい行は計算しない', () => {
    const indicator = {
      ...anIndicator({ target: '3件', actual: '2件' }),
      certainty: { level: 'doubtful' as const, evidence: ['順序だけから'] },
    }
    expect(achievementIn(indicator, 2023, ratio, plan)).toMatchObject({ kind: 'none', why: 'doubtful' })
  })

  test('手で入れた率は式より先', () => {
    const indicator = {
      ...anIndicator({ target: '各校1回以上', actual: '4校・12回' }),
      manualRates: [{ year: 2023, shown: '28.6', reason: '4校／全14校' }],
    }
    const found = achievementIn(indicator, 2023, ratio, plan)
    expect(found).toMatchObject({ kind: 'manual', shown: '28.6', reason: '4校／全14校' })
    expect(say(found.working)).toBe('28.6％（手入力。4校／全14校）')
  })
})

describe('幅・内わけ', () => {
  test.each([
    ['25㎢', '達成'],
    ['20㎢', '達成'],
    ['30㎢', '達成'],
    ['13㎢', '未達成'],
    ['31㎢', '未達成'],
  ])('20～30㎢ に %s は%s', (actual, expected) => {
    expect(short({ target: '20～30㎢', actual })).toBe(expected)
  })

  test('内わけの中に目標と同じ単位が一つあれば、それを使うと言う', () => {
    const words = { target: '2か所以上', actual: '1か所・4.17ha' }
    expect(short(words)).toBe('50.0 未達成')
    expect(working(words)).toContain('（「1か所・4.17ha」のうち1か所を使った）')
  })
})

describe('年度の目標・期間の合計・年度按分・累計', () => {
  const toYear: AchievementRules = { ...defaultRules, formula: 'ratio-to-year' }
  const perYear = { targets: { 2021: '41', 2022: '51', 2023: '59' }, actuals: { 2021: '40', 2023: '60' } }

  test('その年度の目標で割る', () => {
    expect(short(perYear, toYear, 2021)).toBe('97.6 未達成')
    expect(short(perYear, toYear, 2023)).toBe('101.7 達成')
  })

  test('その年度の実績がない・目標がない', () => {
    expect(short(perYear, toYear, 2022)).toBe('no-actual')
    expect(short({ targets: { 2023: '―', 2024: '108' }, actual: '72' }, toYear)).toBe('no-target')
    expect(working({ target: '108人', actual: '72人' }, toYear)).toBe('R5年度の目標は置かれていないので率はない')
  })

  test('毎年同じ目標（各年度）は、どの年度でもその数で割る', () => {
    expect(short({ eachYear: '670枚（各年度）', actual: '577枚' }, toYear)).toBe('86.1 未達成')
    expect(short({ eachYear: '670枚（各年度）', actual: '577枚' }, { ...ratio, formula: 'period-total' })).toBe(
      '86.1 未達成',
    )
  })

  test('期間の合計は、値のある年度だけを足し、足せなかった年を言う。基準値は使わない', () => {
    const words: IndicatorInWords = {
      baseline: '692件',
      total: '15件',
      actuals: { 2020: '3件', 2021: '4件', 2022: '―', 2023: '2件' },
    }
    expect(short(words)).toBe('60.0 未達成')
    expect(short(words, progress)).toBe('60.0 未達成')
    expect(working(words)).toBe(
      '（3＋4＋2）件 ÷ 15件 ＝ 60.0％（R2・R3・R5の実績の合計）（R4は値がないので合計に入れていない）',
    )
    expect(short(words, ratio, 2022)).toBe('no-actual')
  })

  test('累計・水準の指標は足さない', () => {
    const actuals = { 2022: '43件', 2023: '47件' }
    const totals = { ...ratio, formula: 'period-total' } as const
    expect(short({ accumulation: { kind: 'cumulative', since: 2015 }, target: '45件', actuals }, totals)).toBe(
      '104.4 達成',
    )
    expect(short({ accumulation: { kind: 'level' }, target: '50件', actuals }, totals)).toBe('94.0 未達成')
    expect(short({ accumulation: { kind: 'single-year' }, target: '100件', actuals }, totals)).toBe('90.0 未達成')
  })

  test('年度按分は n 年目の目標を n/5 とする', () => {
    const proRata: AchievementRules = { ...defaultRules, formula: 'pro-rata' }
    expect(short({ target: '50件', actual: '30件' }, proRata)).toBe('75.0 未達成')
    expect(working({ target: '50件', actual: '30件' }, proRata)).toBe('30件 ÷（50件×4年÷5年）＝ 75.0％')
    expect(short({ target: '50件', actuals: { 2020: '10件' } }, proRata, 2020)).toBe('100.0 達成')
    expect(short({ baseline: '100件', target: '50件', actual: '60件' }, proRata)).toBe('100.0 達成')
    expect(short({ target: '50件以下', actual: '60件' }, proRata)).toBe('no-baseline')
    expect(short({ target: '50件', actuals: { 2019: '10件' } }, proRata, 2019)).toBe('no-period')
  })

  test('起点つき累計はそのまま最終目標で割る', () => {
    const since = { kind: 'cumulative', since: 2015 } as const
    expect(short({ accumulation: since, target: '45件', actual: '47件' }, { ...ratio, formula: 'cumulative' })).toBe(
      '104.4 達成',
    )
  })
})

describe('式のことば', () => {
  test.each<[IndicatorInWords, AchievementRules, string]>([
    [{ target: '45件', actual: '47件' }, ratio, '47件 ÷ 45件 ＝ 104.4％'],
    [{ target: '675人', actual: '1,069人' }, ratio, '1,069人 ÷ 675人 ＝ 158.4％'],
    [{ baseline: '100件', target: '200件', actual: '150件' }, progress, '（150件−100件）÷（200件−100件）＝ 50.0％'],
    [{ baseline: '100件', target: '50件', actual: '80件' }, progress, '（100件−80件）÷（100件−50件）＝ 40.0％'],
    [
      { name: '社会増減', baseline: '△350人', target: '0人', actual: '△200人' },
      progress,
      '（(−200人)−(−350人)）÷（0人−(−350人)）＝ 42.9％',
    ],
    [
      { name: '社会増減', baseline: '△350人', target: '0人', actual: '△200人' },
      ratio,
      '実績−200人、目標0人：未達成（目標が0なので割合にならない）',
    ],
    [
      { name: '交通事故死者数', target: '60人', actual: '80人' },
      ratio,
      '60人 ÷ 80人 ＝ 75.0％（少ないほどよい指標なので目標÷実績）',
    ],
    [{ target: '60.0％', actual: '暫定値43.1％' }, ratio, '43.1％ ÷ 60.0％ ＝ 71.8％（暫定値による）'],
    [
      { name: '転入者数', baseline: '437人', target: '380人', actual: '400人' },
      ratio,
      '400人 ÷ 380人 ＝ 105.3％（目標380人は基準値437人より小さいが、名前の「転入」から多いほどよいと読んだ）',
    ],
    [
      { baseline: '100件', target: '200件', actual: '90件' },
      { ...progress, floor: '0' },
      '（90件−100件）÷（200件−100件）＝ −10.0％（下限により0.0％とする）',
    ],
    [{ target: '0.2千円', actual: '100円' }, ratio, '100円 ÷ 0.2千円 ＝ 50.0％（円と千円は換算した）'],
    [{ target: '計画策定', actual: '計画策定' }, ratio, '目標「計画策定」は数ではないので率はない（実績：計画策定）'],
    [{ target: '3件', actual: '―' }, ratio, 'R5年度の実績は「―」で、値がない（理由は書かれていない）'],
  ])('%#', (words, rules, expected) => {
    expect(working(words, rules)).toBe(expected)
  })

  test('達成・未達成まで言う', () => {
    const found = answer({ target: '45件', actual: '47件' })
    expect(achievementInWords(found)).toBe('47件 ÷ 45件 ＝ 104.4％、達成')
    expect(achievementInWords(found, 'en')).toBe('47件 ÷ 45件 = 104.4%, met')
  })
})
