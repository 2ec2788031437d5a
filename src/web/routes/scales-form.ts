import { daisenPolicies, directionPresets } from '#domain/evaluation/presets/policies.ts'
import { givenPolicies, type PoliciesGiven } from '#domain/evaluation/read-policies.ts'
import type { ScaleGiven } from '#domain/evaluation/read-scale.ts'
import type { Form } from '../form.ts'

/** 送る行の限り。これを超える行は、この頁からは送られない。 */
const mostRows = 20

/** 評価区分の欄。行の欄は同じ名で並んで届く。 */
export const scaleIn = (form: Form): ScaleGiven => {
  const column = (name: string) => {
    const values = form.all(name)
    return (at: number): string => values[at] ?? ''
  }
  const rows = (name: string) => form.all(name).slice(0, mostRows)
  const [label, meaning, symbol] = [column('label'), column('meaning'), column('symbol')]
  const [colour, rule, edge, absences] = [column('colour'), column('rule'), column('edge'), column('absences')]
  const outside = {
    label: column('outside-label'),
    meaning: column('outside-meaning'),
    symbol: column('outside-symbol'),
  }
  const criterion = { label: column('criterion-label'), choices: column('choices') }
  return {
    id: form.text('id'),
    name: form.text('name'),
    grades: rows('code').map((code, at) => ({
      code,
      label: label(at),
      meaning: meaning(at),
      symbol: symbol(at),
      colour: colour(at),
      rule: rule(at),
      edge: edge(at),
      absences: absences(at),
    })),
    outside: rows('outside-code').map((code, at) => ({
      code,
      label: outside.label(at),
      meaning: outside.meaning(at),
      symbol: outside.symbol(at),
      when: form.all(`when-${at}`),
    })),
    criteria: rows('criterion-code').map((code, at) => ({
      code,
      label: criterion.label(at),
      choices: criterion.choices(at),
    })),
  }
}

/** 見直しの決まりと今後の方向性の欄。 */
export const policiesIn = (form: Form): PoliciesGiven => {
  const [actions, words] = [form.all('action'), form.all('words')]
  return {
    policies: form
      .all('grade')
      .slice(0, mostRows)
      .map((grade, at) => ({ grade, action: actions[at] ?? '', words: words[at] ?? '' })),
    directions: form.text('directions'),
  }
}

/** 見本の決まりか方向性を欄に入れる（まだ保存しない）。 */
export const filledPolicies = (given: PoliciesGiven, fill: string): PoliciesGiven => {
  const preset = directionPresets.find(({ id }) => id === fill)
  if (preset) return { ...given, directions: givenPolicies([], { policies: [], ...preset }).directions }
  if (fill !== 'daisen') return given
  return {
    ...given,
    policies: given.policies.map((row) => {
      const own = daisenPolicies.find(({ grade }) => grade === row.grade)
      return own ? { grade: row.grade, action: own.action, words: own.words } : row
    }),
  }
}
