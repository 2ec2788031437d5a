import { expect, test } from 'vitest'
import { scalePresets } from './presets/scale-presets.ts'
import { emptyScale, givenScale, rowStep, scaleGiven } from './read-scale.ts'
import { namedRule, ruleNamed, ruleNames, takesNumber } from './rule-names.ts'

test.each(scalePresets.map(({ scale }) => [scale.id, scale] as const))(
  '%s は、欄に並べて読み直しても同じ',
  (_, scale) => {
    expect(scaleGiven(givenScale(scale))).toEqual(scale)
  },
)

test('どの条件の名も、条件にして名に戻すと同じ', () => {
  for (const name of ruleNames)
    expect(namedRule(ruleNamed(name, '80'))).toEqual({ name, edge: takesNumber(name) ? '80' : '' })
})

test('全角の数と％は数として読み、印が空なら符号の初めを印とする', () => {
  const [first] = scaleGiven({
    ...emptyScale,
    grades: [
      {
        code: 'よい',
        label: 'よい',
        meaning: '',
        symbol: '',
        colour: '',
        rule: 'rate-from',
        edge: '８０％',
        absences: '',
      },
    ],
  }).grades
  expect(first).toEqual({ code: 'よい', label: 'よい', meaning: '', symbol: 'よい', rule: { on: 'rate', from: '80' } })
})

test('行の操作は、足す・消す・上げる・下げる。知らない操作では何も変わらない', () => {
  const row = { code: '', label: '', meaning: '', symbol: '', colour: '', rule: 'human', edge: '', absences: '' }
  const given = { ...emptyScale, grades: ['A', 'B', 'C'].map((code) => ({ ...row, code })) }
  const codes = (step: string) =>
    rowStep(given, step)
      .grades.map(({ code }) => code)
      .join('')
  expect([
    codes('up-1'),
    codes('down-1'),
    codes('up-0'),
    codes('down-2'),
    codes('drop-1'),
    codes('add'),
    codes('x'),
  ]).toEqual(['BAC', 'ACB', 'ABC', 'ABC', 'AC', 'ABC', 'ABC'])
  expect(rowStep(given, 'add').grades).toHaveLength(4)
  expect(rowStep(rowStep(given, 'add-outside'), 'drop-outside-0').outside).toEqual([])
  expect(rowStep(rowStep(given, 'add-criterion'), 'drop-criterion-0').criteria).toEqual([])
})
