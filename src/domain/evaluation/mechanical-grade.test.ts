import { describe, expect, test } from 'vitest'
import { anIndicator, type IndicatorInWords } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import { say } from '#domain/language/say.ts'
import { mechanicalGrade } from './mechanical-grade.ts'
import type { Grade, GradeRule, Scale } from './scale.ts'

const edition = { firstYear: 2020, lastYear: 2024, rules: defaultRules }

const grade = (code: string, label: string, rule: GradeRule, symbol = code): Grade => ({
  code,
  label,
  meaning: label,
  symbol,
  rule,
})

/** 率による四段階（100・90・80）。率がなければ「－」。 */
const byRate: Scale = {
  id: 'abcd',
  name: 'A～D',
  grades: [
    grade('A', '達成', { on: 'rate', from: '100' }),
    grade('B', '概ね順調', { on: 'rate', from: '90' }),
    grade('C', 'やや遅れ', { on: 'rate', from: '80' }),
    grade('D', '遅れ', { on: 'rate' }),
  ],
  outside: [
    { code: '－', label: '評価困難', meaning: '値が確認できない', symbol: '－', for: ['no-actual', 'qualitative'] },
  ],
}

/** 長与町の機械判定：目標を超える S、基準値を超える A、同水準（△10％以内）B、下落 C。 */
const nagayo: Scale = {
  id: 'sabc',
  name: 'S/A/B/C',
  grades: [
    grade('S', '目標値を超える', { on: 'comparison', when: 'beyond-target' }),
    grade('A', '基準値を超える', { on: 'comparison', when: 'above-baseline' }),
    grade('B', '基準値と同水準', { on: 'comparison', when: 'around-baseline', tolerance: { percent: '10' } }),
    grade('C', '基準値より下落', { on: 'comparison', when: 'otherwise' }),
  ],
  outside: [{ code: '－', label: '把握できない', meaning: '把握できない', symbol: '－', for: ['no-actual'] }],
}

/** 上田市の ◎○△× は、人が選ぶ。 */
const ueda: Scale = {
  id: 'marks',
  name: '◎○△×',
  grades: [
    grade('double', '目標を上回る', { on: 'human' }, '◎'),
    grade('single', '目標どおり', { on: 'human' }, '○'),
    grade('triangle', '一部未進捗', { on: 'human' }, '△'),
    grade('cross', '未進捗', { on: 'human' }, '×'),
  ],
  outside: [],
}

const graded = (words: IndicatorInWords, scale: Scale, year = 2023) =>
  mechanicalGrade(anIndicator(words), year, edition, scale)

const code = (words: IndicatorInWords, scale: Scale): string => {
  const answer = graded(words, scale)
  return answer.kind === 'ask' ? answer.working.code : answer.grade.code
}

describe('率による区分', () => {
  test.each<[IndicatorInWords, string]>([
    [{ target: '45件', actual: '47件' }, 'A'],
    [{ target: '100件', actual: '100件' }, 'A'],
    [{ target: '10000件', actual: '9999件' }, 'B'],
    [{ target: '10000件', actual: '8000件' }, 'C'],
    [{ target: '10000件', actual: '7996件' }, 'D'],
    [{ target: '10件', actual: '0件' }, 'D'],
    [{ name: '待機児童数', target: '0人', actual: '0人' }, 'A'],
    [{ name: '待機児童数', target: '0人', actual: '2人' }, 'grade-not-met-no-rate'],
    [{ target: '計画策定', actual: '計画策定' }, '－'],
    [{ target: '3件', actual: '―' }, '－'],
    [{ target: '前年度以上', actual: '3件' }, 'grade-no-rate'],
    [{ name: '転入者数', baseline: '437人', target: '380人', actual: '400人' }, 'grade-direction-conflict'],
    [{ name: '空き家数', baseline: '100戸', target: '120戸', actual: '110戸' }, 'grade-direction-conflict'],
    [{ name: '空き家数', baseline: '100戸', target: '80戸', actual: '80戸' }, 'A'],
  ])('%j → %s', (words, expected) => {
    expect(code(words, byRate)).toBe(expected)
  })

  test('79.96％は80.0と印刷されても80未満', () => {
    expect(say(graded({ target: '10000件', actual: '7996件' }, byRate).working)).toBe(
      '79.96％は80％未満なので D（遅れ）。表には80.0％と出るが、丸める前の率で判じた',
    )
  })

  test('どの条件にも当てはまらなければ、区分の定義を見直すよう言う', () => {
    const holed = { ...byRate, grades: byRate.grades.slice(0, 2) }
    expect(code({ target: '10件', actual: '1件' }, holed)).toBe('grade-fits-none')
  })
})

describe('目標・基準値との比べによる区分', () => {
  test.each<[IndicatorInWords, string]>([
    [{ baseline: '100人', target: '200人', actual: '201人' }, 'S'],
    [{ baseline: '100人', target: '200人', actual: '200人' }, 'A'],
    [{ baseline: '100人', target: '200人', actual: '101人' }, 'A'],
    [{ baseline: '100人', target: '200人', actual: '100人' }, 'B'],
    [{ baseline: '100人', target: '200人', actual: '90人' }, 'B'],
    [{ baseline: '100人', target: '200人', actual: '89人' }, 'C'],
    [{ baseline: '75人', target: '60人', actual: '59人' }, 'S'],
    [{ baseline: '75人', target: '60人', actual: '70人' }, 'A'],
    [{ baseline: '75人', target: '60人', actual: '90人' }, 'C'],
    [{ baseline: '-', target: '60人', actual: '70人' }, 'S'],
    [{ baseline: '-', target: '60人', actual: '50人' }, 'grade-no-figures'],
    [{ baseline: '100人', target: '200人', actual: '―' }, '－'],
  ])('%j → %s', (words, expected) => {
    expect(code(words, nagayo)).toBe(expected)
  })

  test('意識の指標は ±3 ポイント未満を維持とする（福岡市）', () => {
    const fukuoka: Scale = {
      ...nagayo,
      grades: [
        grade('a', '順調', { on: 'comparison', when: 'above-baseline', tolerance: { points: '3' } }),
        grade('b', '維持', { on: 'comparison', when: 'around-baseline', tolerance: { points: '3' } }),
        grade('c', '悪化', { on: 'comparison', when: 'otherwise' }),
      ],
    }
    const at = (actual: string) => code({ baseline: '50.0%', target: '70.0%', actual }, fukuoka)
    expect([at('53.0%'), at('52.9%'), at('47.1%'), at('47.0%')]).toEqual(['a', 'b', 'b', 'c'])
  })
})

test('人が選ぶ区分は機械では決めない', () => {
  expect(graded({ target: '45件', actual: '47件' }, ueda)).toMatchObject({ kind: 'ask' })
})

/** 基準値から目標へ毎年同じだけ進む線に届けば B。 */
const byLine: Scale = {
  id: 'line',
  name: '線',
  grades: [
    grade('B', '順調', { on: 'expected', by: 'line', reaches: true }),
    grade('C', '遅れ', { on: 'expected', by: 'line', reaches: false }),
  ],
  outside: [],
}

describe('線の判定は、進むはずの分に対する割合を言う', () => {
  const of = (actual: string) => say(graded({ baseline: '100件', target: '160件', actual }, byLine).working, 'ja')

  test.each([
    // 平成30年度から 6 年で 60 件なので、5 年目の令和5年度までに 50 件進むはず。
    ['150件', '最終目標へ毎年同じだけ進む線に届いている（この年度までに進むはずの分の100.0％）ので B（順調）'],
    // 99.98％を、四捨五入して 100.0％とは言わない。
    ['149.99件', '最終目標へ毎年同じだけ進む線に届いていない（この年度までに進むはずの分の99.9％）ので C（遅れ）'],
    ['97.5件', '最終目標へ毎年同じだけ進む線に届いていない（この年度までに進むはずの分の-5.0％）ので C（遅れ）'],
  ])('%s', (actual, words) => expect(of(actual)).toBe(words))
})
