import { plainText } from '#domain/language/plain-text.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { isSdgKind, type SdgGoal, sdgGoal, sdgGoals } from '#domain/plan/sdg.ts'
import { type CityProject, cityProjects } from './city-projects.ts'
import { type Counts, countOf, type IndicatorLine } from './view-plan.ts'
import { latestLine } from './view-projects-sheet.ts'

/** 印一つ（SDGs の 4、シティプロモーションの視点の 1）と、その付いた事業と指標の数。 */
export type TagCount = {
  /** 印刷されたとおり。計画によって字間や全半角が違えば、新しい計画のもの。 */
  readonly value: string
  readonly goal: SdgGoal | undefined
  readonly projects: number
  readonly indicators: number
  /** 指標の状態。値のあるいちばん新しい年度のもの。 */
  readonly counts: Counts
}

/** 印の種類（SDGs、新たな視点…）。 */
export type TagKind = {
  readonly kind: string
  readonly values: readonly TagCount[]
  /** どれかの印のある事業の数と、印の種類のある計画の事業の数。 */
  readonly projects: number
  readonly of: number
  /** 一つの事業にも付いていない SDGs のゴール。 */
  readonly unused: readonly SdgGoal[]
  /** 印が番号だけで、題が分からないか（「新たな視点」の 1・2）。 */
  readonly bare: boolean
}

export type TagsView = { readonly municipality: Municipality; readonly kinds: readonly TagKind[] }
export type TagKindView = { readonly municipality: Municipality; readonly kind: TagKind }

/** 印一つの頁。 */
export type TagView = TagKindView & {
  readonly tag: TagCount
  readonly before: TagCount | undefined
  readonly after: TagCount | undefined
  readonly plans: readonly TagPlan[]
}

export type TagPlan = {
  readonly edition: Edition
  /** この計画での書き方。 */
  readonly written: { readonly kind: string; readonly value: string }
  readonly projects: readonly CityProject[]
  readonly lines: readonly IndicatorLine[]
}

/** 市のすべての計画の印。種類は印刷された順、値は番号の順。 */
export const tagsView = (municipality: Municipality, editions: readonly Edition[]): TagsView => ({
  municipality,
  kinds: kindsIn(marksIn(editions)),
})

/** 印の種類一つ。市にない種類なら undefined。 */
export const tagKindView = (
  municipality: Municipality,
  editions: readonly Edition[],
  kind: string,
): TagKindView | undefined => {
  const found = kindsIn(marksIn(editions)).find((each) => plainText(each.kind) === plainText(kind))
  return found && { municipality, kind: found }
}

/** 印一つ。市にない印なら undefined。 */
export const tagView = (
  municipality: Municipality,
  editions: readonly Edition[],
  kind: string,
  value: string,
): TagView | undefined => {
  const [kindKey, valueKey] = [plainText(kind), plainText(value)]
  const its = marksIn(editions).filter((mark) => mark.kindKey === kindKey)
  const [found] = kindsIn(its)
  const at = found?.values.findIndex((each) => plainText(each.value) === valueKey) ?? -1
  const tag = found?.values[at]
  if (!found || !tag) return undefined
  return {
    municipality,
    kind: found,
    tag,
    before: found.values[at - 1],
    after: found.values[at + 1],
    plans: plansOf(its.filter((mark) => mark.valueKey === valueKey)),
  }
}

/** 事業に付いた印一つ。鍵は、字間や全半角の違いを消した字面。 */
type Mark = {
  readonly kind: string
  readonly value: string
  readonly kindKey: string
  readonly valueKey: string
  readonly project: CityProject
}

/** 新しい計画から。 */
const marksIn = (editions: readonly Edition[]): readonly Mark[] =>
  editions
    .toSorted((a, b) => (b.lastYear ?? 0) - (a.lastYear ?? 0))
    .flatMap(cityProjects)
    .flatMap((project) =>
      Object.entries(project.row.tags).flatMap(([kind, values]) =>
        values.map((value) => ({
          kind,
          value,
          kindKey: plainText(kind),
          valueKey: plainText(value),
          project,
        })),
      ),
    )

const kindsIn = (marks: readonly Mark[]): readonly TagKind[] =>
  [...Map.groupBy(marks, ({ kindKey }) => kindKey).values()].flatMap((its) => {
    const [first] = its
    return first ? [kindOf(first.kind, its)] : []
  })

const kindOf = (kind: string, marks: readonly Mark[]): TagKind => {
  const values = [...Map.groupBy(marks, ({ valueKey }) => valueKey).values()]
    .flatMap((its) => (its[0] ? [countedTag(its[0], its)] : []))
    .toSorted((a, b) => byLeadingNumbers(a.value, b.value))
  const editions = new Set(marks.map(({ project }) => project.edition))
  const goals = new Set(values.map(({ goal }) => goal))
  return {
    kind,
    values,
    projects: new Set(marks.map(({ project }) => project)).size,
    of: [...editions].reduce((sum, edition) => sum + cityProjects(edition).length, 0),
    unused: isSdgKind(kind) ? sdgGoals.filter((goal) => !goals.has(goal)) : [],
    bare: values.every(({ value, goal }) => goal === undefined && /^\d+$/.test(plainText(value))),
  }
}

/** 初めの番号の順に。番号のないものは字の順で後ろに。「4. 子育て支援」「4-1 両立支援」「13. 農林水産業」 */
const byLeadingNumbers = (a: string, b: string): number => {
  const [one, other] = [leadingNumbers(a), leadingNumbers(b)]
  if (one.length === 0 || other.length === 0) return other.length - one.length || a.localeCompare(b, 'ja')
  const at = one.findIndex((number, index) => number !== other[index])
  return at === -1 ? one.length - other.length || a.localeCompare(b, 'ja') : (one[at] ?? 0) - (other[at] ?? -1)
}

const leadingNumbers = (value: string): readonly number[] =>
  (/^\d+(?:[-.]\d+)*/.exec(plainText(value))?.[0] ?? '').split(/[-.]/).flatMap((each) => (each ? [Number(each)] : []))

const countedTag = ({ kind, value }: Mark, marks: readonly Mark[]): TagCount => {
  const plans = plansOf(marks)
  const lines = plans.flatMap((plan) => plan.lines)
  return {
    value,
    goal: sdgGoal(kind, value),
    projects: plans.reduce((sum, { projects }) => sum + projects.length, 0),
    indicators: lines.length,
    counts: countOf(lines),
  }
}

const plansOf = (marks: readonly Mark[]): readonly TagPlan[] =>
  [...Map.groupBy(marks, ({ project }) => project.edition)].map(([edition, its]) => {
    const [first] = its
    const projects = [...new Set(its.map(({ project }) => project))]
    const indicators = new Set(projects.flatMap((project) => project.indicators))
    return {
      edition,
      written: { kind: first?.kind ?? '', value: first?.value ?? '' },
      projects,
      lines: [...indicators].map(latestLine(edition)),
    }
  })
