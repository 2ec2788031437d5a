import type { Message } from '../language/message.ts'
import type { Accumulation, Indicator, PlanNode, Project } from '../plan/draft.ts'
import { nodeInWords } from '../plan/outline.ts'
import type { Figure } from '../quantity/figure.ts'
import { printFigure } from '../quantity/print-figure.ts'
import { fiscalYearInWords } from '../year/fiscal-year.ts'
import { type TextDifference, textDifference } from './text-difference.ts'

/**
 * 新旧で並べる一行。`field` は変更の欄の名（名の行は number・title・name をまとめて `name`）。
 * `label` は図書のことば（「施策」「KPI」）か、目録のことば（目標値・基準値…）。
 */
export type ComparedLine = {
  readonly field: string
  readonly label: string | Message
  readonly before: string | null
  readonly after: string | null
  readonly marks: TextDifference
  readonly changed: boolean
}

type Compared = PlanNode | Indicator | Project
type Field<T> = {
  readonly field: string
  readonly label: (entry: T) => string | Message
  readonly words: (entry: T) => string | null
  /** 変わっていなくても見せる（名の行）。 */
  readonly always?: boolean
}

const label = (code: string) => (): Message => ({ code, params: {} })

/** 空の字は、ないのと同じ。 */
const orNull = (text: string | null | undefined): string | null => (text == null || text.trim() === '' ? null : text)

const list = (texts: readonly string[]): string | null => orNull(texts.join('・'))

/** 値を、年度を添えて並べる。「令和8年度　45件」。年度が書かれていなければ値だけ。 */
const figuresInWords = (figures: readonly Figure[]): string | null =>
  orNull(
    figures
      .map((figure) => {
        const value = printFigure(figure, { scope: true })
        return figure.year === null || value === ''
          ? value
          : `${fiscalYearInWords({ startYear: figure.year })}　${value}`
      })
      .filter((text) => text !== '')
      .join('\n'),
  )

const accumulationWords = {
  'single-year': '年度ごと（単年度）',
  cumulative: '累計',
  level: 'ある時点の水準',
  'period-total': '計画期間の合計',
  unstated: null,
} as const satisfies Record<Accumulation['kind'], string | null>

const nodeFields: readonly Field<PlanNode>[] = [
  { field: 'name', label: ({ level }) => level, words: nodeInWords, always: true },
  { field: 'text', label: label('comparison.text'), words: ({ text }) => orNull(text) },
]

const indicatorFields: readonly Field<Indicator>[] = [
  { field: 'name', label: (entry) => entry.class, words: ({ name }) => orNull(name), always: true },
  { field: 'targets', label: label('comparison.target'), words: ({ targets }) => figuresInWords(targets) },
  {
    field: 'baseline',
    label: label('comparison.baseline'),
    words: ({ baseline }) => (baseline ? figuresInWords([baseline]) : null),
  },
  { field: 'unit', label: label('difference-field-unit'), words: ({ unit }) => orNull(unit) },
  { field: 'measured', label: label('difference-field-measured'), words: ({ measured }) => orNull(measured) },
  {
    field: 'accumulation',
    label: label('difference-field-accumulation'),
    words: ({ accumulation }) => accumulationWords[accumulation.kind],
  },
  { field: 'class', label: label('difference-field-class'), words: (entry) => orNull(entry.class) },
  { field: 'departments', label: label('difference-field-departments'), words: ({ departments }) => list(departments) },
  { field: 'remarks', label: label('difference-field-remarks'), words: ({ remarks }) => orNull(remarks) },
]

const projectFields: readonly Field<Project>[] = [
  {
    field: 'name',
    label: label('difference-field-project'),
    words: ({ number, name, subName }) => orNull([number, name, subName].filter(Boolean).join(' ')),
    always: true,
  },
  { field: 'content', label: label('difference-field-content'), words: ({ content }) => orNull(content) },
  {
    field: 'implementers',
    label: label('difference-field-implementers'),
    words: ({ implementers }) => list(implementers),
  },
  {
    field: 'period',
    label: label('difference-field-period'),
    words: ({ period }) =>
      period &&
      `${[period.from, period.to].map((year) => (year === null ? '' : fiscalYearInWords({ startYear: year }))).join('～')}`,
  },
  {
    field: 'tags',
    label: label('difference-field-tags'),
    words: ({ tags }) =>
      orNull(
        Object.entries(tags)
          .map(([kind, values]) => `${kind}：${values.join('・')}`)
          .join('\n'),
      ),
  },
]

const fieldsOf = { node: nodeFields, indicator: indicatorFields, project: projectFields }

/** 新しいもの・なくなったものに見せる欄。細かな欄は、改めたときだけでよい。 */
const outlined: ReadonlySet<string> = new Set(['name', 'text', 'targets', 'baseline', 'content'])

/**
 * 一件の、新旧で並べる行。両方にあれば名の行と改めた欄、片方だけなら名とおもな欄。`all` なら、改めていないおもな欄も。
 *
 * @example linesOf('indicator', 旧, 新, false).map(({ field }) => field) // → ['name', 'targets']
 */
export const linesOf = <K extends keyof typeof fieldsOf>(
  kind: K,
  before: Compared | undefined,
  after: Compared | undefined,
  all: boolean,
): readonly ComparedLine[] =>
  (fieldsOf[kind] as readonly Field<Compared>[]).flatMap((field) => {
    const entry = after ?? before
    if (!entry) return []
    const [old, now] = [before ? field.words(before) : null, after ? field.words(after) : null]
    const changed = old !== now
    const shown = changed
      ? isBoth(before, after) || outlined.has(field.field)
      : field.always || (all && outlined.has(field.field))
    if (!shown || (old === null && now === null)) return []
    const marks = changed ? textDifference(old ?? '', now ?? '') : { before: [], after: [] }
    return [{ field: field.field, label: field.label(entry), before: old, after: now, marks, changed }]
  })

const isBoth = (before: Compared | undefined, after: Compared | undefined): boolean =>
  before !== undefined && after !== undefined

/** 改めた欄の名。 */
export const linesChangedIn = (lines: readonly ComparedLine[]): ReadonlySet<string> =>
  new Set(lines.filter(({ changed }) => changed).map(({ field }) => field))
