import type { AchievementRules, Formula } from '#domain/indicator/achievement.ts'
import { isDecimal, type Rounding } from '#domain/quantity/decimal.ts'
import { ordinaryChoices, type ReportChoices } from './choices.ts'
import type { Paper } from './report.ts'

/**
 * 帳票の選びと、番地（`?years=2020&years=2021&rows=4`）・残した JSON・命令の引数とのあいだ。
 * 番地も JSON も外から来るので、読めないものは普通の選びに戻し、投げない。
 */

/** 同じ名のいくつもの値。URLSearchParams もこの形。 */
export type Asked = { readonly getAll: (name: string) => readonly string[] }

const [firstYear, lastYear] = [1868, 2999]
const mostYears = 300
const mostNames = 500
const longestText = 60
/** 意見の提出先（宛先・電子メール・ファクシミリ）は、いくつもの行になる。 */
const longestAddress = 400

const one = (asked: Asked, name: string): string | undefined => asked.getAll(name).at(-1)?.trim()

const among = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((each) => each === text)

const yearFrom = (text: string | undefined): number | null => {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : 0
  return year >= firstYear && year <= lastYear ? year : null
}

const namesFrom = (texts: readonly string[]): readonly string[] | null => {
  const names = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]
  return names.length > 0 ? names.slice(0, mostNames) : null
}

const textFrom = (text: string | undefined, longest = longestText): string | null =>
  text ? text.slice(0, longest) : null

/** 欄のない（送られてこない）印は、初めの値。`no` と送られた印だけを外す。 */
const flagFrom = (text: string | undefined, ordinary: boolean): boolean =>
  text === undefined ? ordinary : text === 'yes'

const formulas = ['ratio-to-final', 'ratio-to-year', 'progress', 'pro-rata', 'period-total', 'cumulative'] as const
const roundings = ['half-up', 'down', 'up'] as const
const places = ['0', '1', '2'] as const

const paperFrom = (text: string | undefined): Paper | null => {
  const [, size, orientation] = /^(A3|A4)-(landscape|portrait)$/.exec(text ?? '') ?? []
  if (size === undefined || orientation === undefined) return null
  return { size: size as Paper['size'], orientation: orientation as Paper['orientation'] }
}

const decimalFrom = (text: string | undefined): string | null =>
  text !== undefined && text.length <= 9 && isDecimal(text) ? text : null

const rulesFrom = (asked: Asked): AchievementRules | null => {
  const formula: Formula | undefined = among(formulas, one(asked, 'formula'))
  if (!formula) return null
  return {
    formula,
    rounding: {
      mode: among(roundings, one(asked, 'rounding')) ?? 'half-up',
      places: Number(among(places, one(asked, 'places')) ?? '1') as Rounding['places'],
    },
    floor: decimalFrom(one(asked, 'floor')),
    cap: decimalFrom(one(asked, 'cap')),
  }
}

/** 番地や欄から選びを読む。`readChoices(new URLSearchParams('rows=4&years=2023'))` */
export const readChoices = (asked: Asked): ReportChoices => {
  const years = asked.getAll('years').flatMap((text) => yearFrom(text) ?? [])
  return {
    years: years.length > 0 ? [...new Set(years)].toSorted((a, b) => a - b).slice(0, mostYears) : null,
    year: yearFrom(one(asked, 'year')),
    goals: namesFrom(asked.getAll('goals')),
    departments: namesFrom(asked.getAll('departments')),
    rules: rulesFrom(asked),
    rows: ({ '1': 1, '2': 2, '4': 4 } as const)[among(['1', '2', '4'], one(asked, 'rows')) ?? '2'],
    pair: among(['actual-rate', 'target-actual'], one(asked, 'pair')) ?? ordinaryChoices.pair,
    yearStyle: among(['era', 'both', 'western'], one(asked, 'yearStyle')) ?? ordinaryChoices.yearStyle,
    money: flagFrom(one(asked, 'money'), ordinaryChoices.money),
    grades: flagFrom(one(asked, 'grades'), ordinaryChoices.grades),
    comments: flagFrom(one(asked, 'comments'), ordinaryChoices.comments),
    findings: flagFrom(one(asked, 'findings'), ordinaryChoices.findings),
    names: flagFrom(one(asked, 'names'), ordinaryChoices.names),
    stage: among(['goals', 'interim', 'final'], one(asked, 'stage')) ?? ordinaryChoices.stage,
    extent: among(['changed', 'all'], one(asked, 'extent')) ?? ordinaryChoices.extent,
    audience: among(['office', 'public'], one(asked, 'audience')) ?? ordinaryChoices.audience,
    commentPeriod: textFrom(one(asked, 'commentPeriod')),
    commentTo: textFrom(one(asked, 'commentTo'), longestAddress),
    documentNumber: textFrom(one(asked, 'documentNumber')),
    asOf: textFrom(one(asked, 'asOf')),
    paper: paperFrom(one(asked, 'paper')),
  }
}

/** 選びを番地に書く。普通の選びと同じものは書かない。`readChoices` で元に戻る。 */
export const writeChoices = (choices: ReportChoices): URLSearchParams => {
  const written = new URLSearchParams()
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) written.append(name, String(value))
  }
  for (const year of choices.years ?? []) put('years', year)
  put('year', choices.year)
  for (const goal of choices.goals ?? []) put('goals', goal)
  for (const department of choices.departments ?? []) put('departments', department)
  const { rules, paper } = choices
  put('formula', rules?.formula)
  put('rounding', rules?.rounding.mode)
  put('places', rules?.rounding.places)
  put('floor', rules?.floor)
  put('cap', rules?.cap)
  for (const name of ['rows', 'pair', 'yearStyle', 'stage', 'extent', 'audience'] as const)
    if (choices[name] !== ordinaryChoices[name]) put(name, choices[name])
  for (const name of ['money', 'grades', 'comments', 'findings', 'names'] as const)
    if (choices[name] !== ordinaryChoices[name]) put(name, choices[name] ? 'yes' : 'no')
  put('commentPeriod', choices.commentPeriod)
  put('commentTo', choices.commentTo)
  put('documentNumber', choices.documentNumber)
  put('asOf', choices.asOf)
  put('paper', paper && `${paper.size}-${paper.orientation}`)
  return written
}

/** 残した JSON から選びを戻す。欄が増える前に残したものも、増えた欄は普通の選びになる。 */
export const keptChoices = (kept: unknown): ReportChoices =>
  readChoices(new URLSearchParams(typeof kept === 'string' ? kept : ''))
