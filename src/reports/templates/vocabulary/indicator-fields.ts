import type { Achievement } from '#domain/indicator/achievement.ts'
import { achievementIn } from '#domain/indicator/achievement.ts'
import { actualFor, finalTarget, targetFor } from '#domain/indicator/figures.ts'
import { type PeriodTotals, periodTotals, type TotalCell } from '#domain/indicator/period-totals.ts'
import { say } from '#domain/language/say.ts'
import type { Cost, Indicator } from '#domain/plan/draft.ts'
import { printNumber } from '#domain/quantity/print-figure.ts'
import { type Field, fieldAnywhere, fieldOf } from './field.ts'
import type { Frames } from './scope.ts'
import type { TemplateData } from './template-data.ts'
import {
  amountValue,
  figureValue,
  isDash,
  listValue,
  markValue,
  none,
  rateValue,
  textValue,
  type Value,
  yearValue,
} from './value.ts'
import { yearNow } from './which-year.ts'

const field = fieldOf('indicator')

const inYear = { argument: 'year' } as const

const naming: readonly Field[] = [
  field('指標名', { aliases: ['indicator'], words: '指標の名', example: '新規創業件数' }, ({ name }) =>
    textValue(name),
  ),
  field('指標の種類', { aliases: ['class'], words: '数値目標・KPI・成果目標など', example: 'KPI' }, (indicator) =>
    textValue(indicator.class),
  ),
  field('単位', { aliases: ['unit'], words: '指標の単位', example: '件' }, ({ unit }) => textValue(unit)),
  field(
    '担当課',
    { aliases: ['departments'], kind: 'list', words: '担当課・担当部局', example: '商工振興課' },
    ({ departments }) => listValue(departments),
  ),
  field('シート番号', { aliases: ['sheet-no'], words: '個票・シートの番号', example: '08' }, ({ sheetNo }) =>
    textValue(sheetNo),
  ),
  field('備考', { aliases: ['remarks'], words: '備考の文', example: '(前年10～9月)' }, ({ remarks }) =>
    textValue(remarks),
  ),
  field('測り方', { aliases: ['measured'], words: '測り方の断り', example: '県人口移動調査' }, ({ measured }) =>
    textValue(measured),
  ),
  field(
    '再掲',
    { aliases: ['repeated'], kind: 'mark', words: 'ほかの所に載せた指標の再掲なら「○」', example: '○' },
    ({ repeatOf }) => markValue(repeatOf !== null),
  ),
  field(
    '内訳',
    { aliases: ['breakdown'], kind: 'mark', words: 'ほかの指標の内訳なら「○」', example: '○' },
    ({ breakdownOf }) => markValue(breakdownOf !== null),
  ),
]

const figures: readonly Field[] = [
  field('基準値', { aliases: ['baseline'], kind: 'figure', words: '基準値', example: '34件' }, ({ baseline }) =>
    figureValue(baseline),
  ),
  field(
    '基準年度',
    { aliases: ['baseline-year'], kind: 'year', words: '基準値の年度', example: '平成30年度' },
    ({ baseline }) => yearValue(baseline?.year),
  ),
  field('目標値', { aliases: ['final-target'], kind: 'figure', words: '最終の目標値', example: '45件' }, (indicator) =>
    figureValue(finalTarget(indicator)),
  ),
  field(
    '目標年度',
    { aliases: ['target-year'], kind: 'year', words: '最終の目標値の年度', example: '令和6年度' },
    (indicator) => yearValue(finalTarget(indicator)?.year),
  ),
  field(
    '目標',
    { aliases: ['target'], kind: 'figure', ...inYear, words: 'その年度の目標', example: '40件' },
    (indicator, data, argument, frames) =>
      withYear(yearNow(argument, frames, data), (year) => figureValue(targetFor(indicator, year))),
  ),
  field(
    '実績',
    { aliases: ['actual'], kind: 'figure', ...inYear, words: 'その年度の実績', example: '47件' },
    (indicator, data, argument, frames) =>
      withYear(yearNow(argument, frames, data), (year) => figureValue(actualFor(indicator, year))),
  ),
  field(
    '達成率',
    {
      aliases: ['rate'],
      kind: 'count',
      ...inYear,
      words: 'その年度の達成率。図書に印刷されていればその率、なければ（または式を選び直したら）計算した率',
      example: '104.4％',
    },
    (indicator, data, argument, frames) =>
      withYear(yearNow(argument, frames, data), (year) => rateIn(indicator, year, data)),
  ),
  field(
    '達成率の計算',
    {
      aliases: ['working'],
      ...inYear,
      words: '達成率の計算か、率のないわけ（計算し直したもの）',
      example: '47件 ÷ 45件 ＝ 104.4％',
    },
    (indicator, data, argument, frames) =>
      withYear(yearNow(argument, frames, data), (year) => textValue(say(achievement(indicator, year, data).working))),
  ),
  field(
    '評価',
    { aliases: ['grade'], ...inYear, words: 'その年度の、図書に書かれた評価・判定', example: 'A' },
    (indicator, data, argument, frames) =>
      withYear(yearNow(argument, frames, data), (year) => gradeIn(indicator, year)),
  ),
]

const withYear = (year: number | undefined, read: (year: number) => Value): Value =>
  year === undefined ? none : read(year)

const achievement = (indicator: Indicator, year: number, { edition }: TemplateData): Achievement =>
  achievementIn(indicator, year, edition.rules, edition)

/** いくつもの評価（一次・二次）があれば、欄の見出しを添えて並べる。 */
const gradeIn = ({ printedGrades = [] }: Indicator, year: number): Value => {
  const own = printedGrades.filter((grade) => grade.year === year)
  const grades = own.length > 0 ? own : printedGrades.filter((grade) => grade.year === null)
  const [only, ...others] = grades
  if (others.length === 0) return textValue(only?.printed)
  return textValue(grades.map(({ heading, printed }) => `${heading}：${printed}`).join('　'))
}

/**
 * 印刷された率を先に見る。市が「-」と印刷した年度は、計算できても値なしのまま。
 * 式を選び直した帳票では、選ばれた式で計算したものだけ。
 */
const rateIn = (indicator: Indicator, year: number, data: TemplateData): Value => {
  if (data.choices.rules === null) {
    const printed = [...indicator.rates, ...(indicator.rateMarks ?? [])].find((rate) => rate.year === year)
    if (printed) return rateValue(printed.printed)
  }
  return achievementValue(achievement(indicator, year, data))
}

const achievementValue = (found: Achievement | undefined): Value => {
  if (!found || found.kind === 'none') return none
  if (found.kind === 'judged') return textValue(found.met ? '達成' : '未達成')
  return amountValue(found.shown, '％')
}

const totals: readonly Field[] = [
  ['期間の目標', 'period-target', '計画期間の目標の合計', '35人', ({ target }: PeriodTotals) => target] as const,
  ['期間の実績', 'period-actual', '計画期間の実績の合計', '7人', ({ actual }: PeriodTotals) => actual] as const,
].map(([name, alias, words, example, of]) =>
  field(
    name,
    {
      aliases: [alias],
      kind: 'figure',
      words: `${words}（印刷されたもの。なければ、足せる指標だけ足したもの）`,
      example,
    },
    (indicator, { edition }) => totalValue(of(periodTotals(indicator, edition)), indicator),
  ),
)

const totalValue = ({ printed, added }: TotalCell, { unit }: Indicator): Value =>
  printed ? figureValue(printed) : amountValue(added, unit ?? '')

const rest: readonly Field[] = [
  field(
    '期間の達成率',
    { aliases: ['period-rate'], kind: 'count', words: '期間の目標に対する、これまでの実績の率', example: '20.0％' },
    (indicator, { edition }) => achievementValue(periodTotals(indicator, edition).achievement),
  ),
  field(
    '事業費',
    {
      aliases: ['cost'],
      kind: 'count',
      ...inYear,
      words: '事業費。年度を添えればその年度のもの',
      example: '2,588千円',
    },
    ({ costs }, data, argument, frames) => costsValue(costsFor(costs, argument, frames, data)),
  ),
  field(
    '所見',
    {
      aliases: ['comments'],
      kind: 'list',
      argument: 'heading',
      words: '増減理由・所見・今後の方針などの文。見出しを添えれば、その見出しのものだけ',
      example: '新規創業が…',
    },
    ({ comments = [] }, _data, heading) =>
      listValue(
        comments
          .filter((comment) => heading === null || comment.heading.normalize('NFKC') === heading)
          .map(({ text }) => text),
      ),
  ),
  fieldAnywhere(
    '事業名',
    { aliases: ['project'], words: '事業の名。指標の中では、その指標の付いた事業', example: '創業支援事業' },
    ({ project, indicator }, { edition }) =>
      textValue(project?.project.name ?? edition.content.projects.find(({ id }) => indicator?.project === id)?.name),
    ['project', 'indicator'],
  ),
]

/** 年度を添えればその年度のもの。添えなければ、年度の繰り返しの中ではその年度のもの、なければ期間を通したもの。 */
const costsFor = (
  costs: readonly Cost[],
  argument: string | null,
  frames: Frames,
  data: TemplateData,
): readonly Cost[] => {
  const inYearNow = costs.filter(({ year }) => year !== null && year === yearNow(argument, frames, data))
  if (argument !== null || (frames.year !== undefined && inYearNow.length > 0)) return inYearNow
  return costs.filter(({ year }) => year === null)
}

/** 金額は書かれた単位のまま。いくつもあれば並べ、数として読めないものは書かれた字のまま。 */
const costsValue = (costs: readonly Cost[]): Value => {
  const [only, ...others] = costs
  if (!only) return none
  if (others.length === 0 && only.value !== null) return amountValue(only.value, only.unit ?? '')
  const texts = costs.map(({ raw, value, unit }) =>
    value === null ? raw.trim() : `${printNumber(value)}${unit ?? ''}`,
  )
  return texts.every(isDash) ? none : textValue(texts.join('\n'))
}

export const indicatorFields: readonly Field[] = [...naming, ...figures, ...totals, ...rest]
