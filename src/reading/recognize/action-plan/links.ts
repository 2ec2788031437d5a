import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator, Note, Project } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { nameScore } from './sheet-numbers.ts'

/** 同じ事業の行（取組事業一覧・重点施策一覧・個票）を結ぶ。鍵は一覧No.、なければ重点施策の No.。 */
export const linked = (
  projects: readonly Project[],
): { readonly projects: readonly Project[]; readonly notes: readonly Note[] } => {
  const groups = Map.groupBy(projects, keyOf)
  const rows = projects.map((project) => {
    const key = keyOf(project)
    const same = key === null ? [] : (groups.get(key) ?? []).filter(({ id }) => id !== project.id)
    return same.length === 0 ? project : { ...project, sameAs: same.map(({ id }) => id) }
  })
  return { projects: rows, notes: [...groups].flatMap(([key, group]) => (key === null ? [] : unlike(group))) }
}

const keyOf = ({ id, listNumber, number, shownIn }: Project): string | null => {
  if (listNumber !== null) return `一覧${listNumber}`
  return number === null || shownIn === 'matrix' ? `単独${id}` : `重点${number}`
}

/** 番号では同じ事業なのに、名が似ていない。 */
const unlike = (group: readonly Project[]): readonly Note[] => {
  const [first, ...others] = group
  if (!first) return []
  const bridged = (other: Project): boolean =>
    group.some((each) => nameScore(namesOf(each), first.name) >= 0.5 && nameScore(namesOf(each), other.name) >= 0.5)
  return others
    .filter((other) => !bridged(other))
    .filter((other) => Math.max(nameScore(namesOf(first), other.name), nameScore(namesOf(other), first.name)) < 0.5)
    .map((other) =>
      note(
        'warning',
        'linked-by-number-only',
        { first: first.name, second: other.name },
        [first.place, other.place],
        [first.id, other.id],
      ),
    )
}

const namesOf = ({ name, subName }: Project): readonly string[] => (subName ? [name, subName] : [name])

/**
 * 同じ指標がまた印刷されたものに、初めの所在を付ける。名と目標の字面が（平らにして）同じときだけ。
 * 成果目標・KPI は図書を通して、設定指標は同じ事業の個票どうしで見る。単位や値が違えば付けない。
 */
export const withRepeats = (indicators: readonly Indicator[], projects: readonly Project[]): readonly Indicator[] => {
  const keys = new Map(projects.map((project) => [project.id, keyOf(project)]))
  const firsts = new Map<string, Indicator>()
  return indicators.map((indicator) => {
    const key = indicatorKey(indicator, keys)
    const first = firsts.get(key)
    if (!first) {
      firsts.set(key, indicator)
      return indicator
    }
    const another = first.project !== indicator.project && agree(first.actuals, indicator.actuals)
    return another ? { ...indicator, repeatOf: first.id } : indicator
  })
}

const indicatorKey = (
  { class: kind, name, targets, project }: Indicator,
  keys: ReadonlyMap<string, string | null>,
): string => {
  const scope = kind === '設定指標' ? (keys.get(project ?? '') ?? project ?? '') : ''
  return [kind, scope, plainText(name), plainText(targets[0]?.raw ?? '')].join('\u0000')
}

/** どちらにも書かれた年の実績が、同じ字面か。 */
const agree = (first: readonly Figure[], second: readonly Figure[]): boolean =>
  second.every(({ year, raw }) => {
    const other = first.find((figure) => figure.year === year)
    return !other || plainText(other.raw) === plainText(raw)
  })
