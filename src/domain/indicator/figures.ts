import type { Indicator } from '#domain/plan/draft.ts'
import type { Absence, Figure } from '#domain/quantity/figure.ts'

const absences = {
  'not-measured': true,
  'not-published': true,
  'not-started': true,
  ended: true,
  cancelled: true,
  'not-applicable': true,
  undecided: true,
  withheld: true,
  blank: true,
  dash: true,
  unreadable: true,
} as const satisfies Record<Absence, true>

/** 値がないことを言う升目か（「―」「調査年でない」）。ゼロとは違う。 */
export const isAbsent = (figure: Figure): figure is Figure & { status: Absence } => figure.status in absences

/** 数・ことば・内わけの、どれかが書かれているか。 */
export const saysSomething = (figure: Figure): boolean =>
  !isAbsent(figure) && (figure.value !== null || figure.text !== null || (figure.parts?.length ?? 0) > 0)

/** 式に入れられる数があるか。かっこ書きの参考値（「(1件)」）は数えない。 */
export const hasNumber = (figure: Figure): boolean =>
  !isAbsent(figure) &&
  figure.status !== 'reference' &&
  (figure.value !== null || (figure.parts ?? []).some((part) => part.value !== null))

const latest = (figures: readonly Figure[]): Figure | undefined =>
  figures.reduce<Figure | undefined>(
    (best, each) => (best && (best.year ?? 0) >= (each.year ?? 0) ? best : each),
    undefined,
  )

/**
 * 最終目標。計画期間の合計があればそれ、なければ「最終」と書かれたもの、なければいちばん後の年度の目標、
 * なければ毎年同じ目標。`finalTarget(新規創業件数)` → 令和6年度 45件
 */
export const finalTarget = (indicator: Indicator): Figure | undefined => {
  const written = indicator.targets.filter(saysSomething)
  return (
    written.find((target) => target.scope === 'period') ??
    written.find((target) => target.scope === 'final') ??
    latest(written) ??
    latest(indicator.targets)
  )
}

/** その年度の目標。年を限らない「670枚（各年度）」は、どの年度の目標でもある。 */
export const targetFor = (indicator: Indicator, year: number): Figure | undefined => {
  const own = indicator.targets.filter((target) => target.year === year && target.scope !== 'period')
  return (
    own.find(saysSomething) ??
    indicator.targets.find((target) => target.year === null && target.scope === 'each-year' && saysSomething(target)) ??
    own[0]
  )
}

/**
 * 表のその年度の欄に書く目標。「―」と印刷されていれば、毎年の目標（「1件（各年度）」）があっても「―」。
 * 毎年の目標は計画期間の年度のもので、前の調査の年（伊万里市の H29）の目標ではない。
 */
export const targetInColumn = (
  indicator: Indicator,
  year: number,
  { firstYear, lastYear }: { readonly firstYear: number | null; readonly lastYear: number | null },
): Figure | undefined => {
  const printed = indicator.targets.find((target) => target.year === year && target.scope === undefined)
  if (printed) return printed
  return year < (firstYear ?? year) || year > (lastYear ?? year) ? undefined : targetFor(indicator, year)
}

/** 年度ごとに目標を置いているか（砂川市の集計表）。 */
export const hasYearlyTargets = ({ targets }: Pick<Indicator, 'targets'>): boolean =>
  targets.some(({ scope, year }) => scope === 'each-year' && year === null) ||
  targets.filter((target) => target.year !== null && target.scope !== 'period' && saysSomething(target)).length > 1

// 同じ年度の値が二つあれば、確定 → 速報 → 見込み → ことば → 値なし の順に取る。
const trust = (figure: Figure): number => {
  if (figure.status === 'given') return 0
  if (figure.status === 'provisional') return 1
  if (figure.status === 'estimated') return 2
  return figure.status === 'text' || figure.status === 'reference' ? 3 : 4
}

/** その年度の実績。期間の合計（「5年間の合計」）は年度の実績ではない。後に書かれた値ほど新しい。 */
export const actualFor = (indicator: Indicator, year: number): Figure | undefined =>
  indicator.actuals
    .filter((actual) => actual.year === year && actual.scope !== 'period')
    .reduce<Figure | undefined>((best, each) => (best && trust(best) < trust(each) ? best : each), undefined)

/** 目標か実績の書かれた年度を、古い順に。表の列になる。 */
export const figureYears = (indicator: Indicator): readonly number[] => {
  const years = [...indicator.targets, ...indicator.actuals].flatMap(({ year }) => (year === null ? [] : [year]))
  return [...new Set(years)].sort((a, b) => a - b)
}

/** 数の実績のある、いちばん後の年度。数が一つもなければ、ことばの実績（「計画策定」）のある年度。なければ undefined。 */
export const latestYear = (indicator: Indicator): number | undefined => {
  const holds = (asked: (figure: Figure) => boolean) => (year: number) => {
    const actual = actualFor(indicator, year)
    return actual !== undefined && asked(actual)
  }
  const years = figureYears(indicator)
  return years.findLast(holds(hasNumber)) ?? years.findLast(holds(saysSomething))
}
