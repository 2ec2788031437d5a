import type { Message } from '#domain/language/message.ts'
import type { FutureDirection, RevisionPolicy } from './evaluation.ts'

/** 評価ごとの見直しの決まりの、すること。 */
export const policyActions = ['raise-target', 'as-needed', 'change-indicator', 'replace-indicator', 'keep'] as const

/** 見直しの決まりと今後の方向性の欄。打ったままの字。 */
export type PoliciesGiven = {
  readonly policies: readonly { readonly grade: string; readonly action: string; readonly words: string }[]
  /** 一行に一つ、「名｜意味」。 */
  readonly directions: string
}

type PoliciesRead = {
  readonly policies: readonly RevisionPolicy[]
  readonly directions: readonly FutureDirection[]
  readonly troubles: readonly Message[]
}

/**
 * 欄から読む。決まりを置かない区分（することが空）は持たない。方向性の名は重ねられず、12字まで。
 *
 * @example readPolicies({ policies: [], directions: '拡充｜広げて続ける' }).directions // → [{ code: '拡充', … }]
 */
export const readPolicies = ({ policies, directions }: PoliciesGiven): PoliciesRead => {
  const read = policies.flatMap(({ grade, action, words }): readonly RevisionPolicy[] => {
    const known = policyActions.find((each) => each === action)
    return known && grade.trim() !== ''
      ? [{ grade: grade.trim(), action: known, words: words.trim().slice(0, 400) }]
      : []
  })
  const lines = directions
    .split('\n')
    .map((line) => line.split(/[|｜\t]/).map((each) => each.trim()))
    .flatMap(([label = '', meaning = '']) => (label === '' ? [] : [{ code: label, label, meaning }]))
  return { policies: read, directions: lines, troubles: troublesOf(lines.map(({ label }) => label)) }
}

const troublesOf = (labels: readonly string[]): readonly Message[] => {
  const twice = [...new Set(labels.filter((label, index) => labels.indexOf(label) !== index))]
  return [
    ...twice.map((label) => ({ code: 'scales.direction-twice', params: { label } })),
    ...labels
      .filter((label) => label.length > 12)
      .map((label) => ({ code: 'scales.direction-long', params: { label } })),
  ]
}

/** 置いてある決まりを、欄に並べる。区分は、いま働いている区分の順。 */
export const givenPolicies = (
  grades: readonly { readonly code: string }[],
  {
    policies,
    directions,
  }: { readonly policies: readonly RevisionPolicy[]; readonly directions: readonly FutureDirection[] },
): PoliciesGiven => {
  const codes = [...new Set([...grades.map(({ code }) => code), ...policies.map(({ grade }) => grade)])]
  return {
    policies: codes.map((grade) => {
      const placed = policies.find((each) => each.grade === grade)
      return { grade, action: placed?.action ?? '', words: placed?.words ?? '' }
    }),
    directions: directions.map(({ label, meaning }) => (meaning === '' ? label : `${label}｜${meaning}`)).join('\n'),
  }
}
