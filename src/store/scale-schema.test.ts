import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scalePresets } from '#domain/evaluation/presets/scale-presets.ts'
import { readScale } from './scale-schema.ts'

test.each(scalePresets.map(({ scale }) => [scale.id, scale] as const))(
  '%s は、JSON にして読み直しても同じ',
  (_, scale) => {
    expect(readScale(JSON.parse(JSON.stringify(scale)))).toEqual({ ok: true, value: scale })
  },
)

test('形の合わないものは、どこが、を添えて断る', () => {
  const [scale] = scalePresets.map((each) => each.scale)
  const broken = { ...scale, grades: [{ ...scale?.grades[0], rule: { on: 'rate', from: '８割' } }] }
  expect(readScale(broken)).toMatchObject({ ok: false, problem: { params: { where: 'grades.0.rule.from' } } })
  expect(readScale({})).toMatchObject({ ok: false, problem: { kind: 'scales.unreadable' } })
})

test('どんな値でも投げない', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(readScale(value)).toHaveProperty('ok')
    }),
  )
})
