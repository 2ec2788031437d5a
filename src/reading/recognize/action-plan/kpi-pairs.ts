import { type Doubt, doubt } from './doubt.ts'
import { part } from './fragments.ts'
import type { Entries, Entry } from './kpi-entries.ts'
import { bare, likeness } from './likeness.ts'
import type { YearPhrases } from './year-items.ts'

/** 設定指標一つと、その実績。目標のない（実績だけの）ものは target が null。 */
export type Pair = { readonly target: Entry | null; readonly actuals: readonly Entry[] }

export type Pairs = { readonly pairs: readonly Pair[]; readonly doubts: readonly Doubt[] }

/** 目標の側と実績の側を、印（①）・名・順で組にする。 */
export const pairsOf = (entries: Entries, years: readonly YearPhrases[]): Pairs => {
  const targets = namedByMarks(
    entries.targets.flatMap((target) => splitByItems(target, years)),
    years,
  )
  const actuals = splitByCount(entries.actuals, targets.length)
  const chosen = inOrder(targets, actuals) ?? byName(targets, actuals)
  const ordered = targets.length > 1 && actuals.some(({ name, mark }) => name === null && mark === null)
  const split = actuals.length > entries.actuals.length
  const places = actuals.map(({ place }) => place.place)
  return {
    pairs: [
      ...targets.map((target, index) => ({ target, actuals: actuals.filter((_, at) => chosen[at] === index) })),
      ...actuals.filter((_, at) => chosen[at] === undefined).map((actual) => ({ target: null, actuals: [actual] })),
    ],
    doubts: ordered || split ? [doubt('warning', 'kpi-paired-by-order', {}, places)] : [],
  }
}

/** 数が同じで、印も名も食い違わなければ、順に組にする。 */
const inOrder = (targets: readonly Entry[], actuals: readonly Entry[]): readonly number[] | undefined => {
  if (targets.length !== actuals.length) return undefined
  const fit = actuals.every((actual, index) => {
    const target = targets[index]
    return (
      target !== undefined && target.mark === actual.mark && (nameless(actual, targets) || alike(target, actual) >= 0.4)
    )
  })
  return fit ? actuals.map((_, index) => index) : undefined
}

/** 名がないか、名と読んだ字がどの目標の名とも似ない（「整備完了」のような実績のことば）。 */
const nameless = ({ name, values }: Entry, targets: readonly Entry[]): boolean =>
  name === null || (values.length === 0 && targets.every((target) => alike(target, { name }) < 0.4))

const byName = (targets: readonly Entry[], actuals: readonly Entry[]): readonly (number | undefined)[] =>
  actuals.map((actual) => {
    const scores = targets.map((target) => (sameMark(target, actual) ? 1 : alike(target, actual)))
    const best = scores.indexOf(Math.max(...scores))
    if ((scores[best] ?? 0) >= 0.4) return best
    return targets.length === 1 ? 0 : undefined
  })

const sameMark = (target: Entry, actual: Entry): boolean =>
  actual.mark !== null && target.mark === actual.mark && actual.name === null

/** 名の似かた。「訪問」のように名の一部だけを書いた実績も、その名に含まれれば組になる。 */
const alike = (target: Pick<Entry, 'name'>, actual: Pick<Entry, 'name'>): number => {
  if (!target.name || !actual.name) return 0
  const [long, short] = [bare(target.name.text), bare(actual.name.text)]
  if (short.length >= 2 && (long.includes(short) || short.includes(long)))
    return 0.6 + (0.4 * Math.min(long.length, short.length)) / Math.max(long.length, short.length)
  return likeness(long, short)
}

/** 数量のない名が二つ以上並ぶとき、それぞれが年の項目の名と合えば分ける。 */
const splitByItems = (entry: Entry, years: readonly YearPhrases[]): readonly Entry[] => {
  const words = entry.values.length === 0 && entry.name ? [...entry.name.text.matchAll(/\S+/gu)] : []
  const known = words.every(({ 0: word }) =>
    years.some(({ phrases }) => phrases.some(({ name }) => name && inName(word, name.text))),
  )
  return words.length > 1 && known ? pieces(entry) : [entry]
}

const inName = (word: string, item: string): boolean =>
  bare(word).startsWith(bare(item)) || bare(item).startsWith(bare(word))

/** 一つの字面に潰れた実績のことばを、目標と同じ数に空白で分けられれば分ける。 */
const splitByCount = (actuals: readonly Entry[], count: number): readonly Entry[] => {
  const [only] = actuals
  if (!only || actuals.length > 1 || count < 2 || only.values.length > 0) return actuals
  const split = pieces(only)
  return split.length === count ? split : actuals
}

const pieces = (entry: Entry): readonly Entry[] =>
  [...(entry.name?.text ?? '').matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const piece = entry.name && part(entry.name, index, index + word.length)
    return piece ? [{ ...entry, name: piece, place: piece }] : []
  })

/** 「① 5回 ② 5回 ① 300社」のように名のない印の並びには、同じ印の並びを持つ年の項目の名を当てる。 */
const namedByMarks = (targets: readonly Entry[], years: readonly YearPhrases[]): readonly Entry[] => {
  if (targets.length === 0 || !targets.every(({ name, mark }) => name === null && mark !== null)) return targets
  const marks = targets.map(({ mark }) => mark).join('')
  const items = years
    .map(({ phrases }) => phrases.filter(({ mark, name }) => mark !== null && name !== null))
    .findLast((phrases) => phrases.map(({ mark }) => mark).join('') === marks)
  return targets.map((target, index) => ({ ...target, name: items?.[index]?.name ?? null }))
}
