import { likeness, shapeOf } from '../language/likeness.ts'
import { pairSentences, type SentencePair, sentencesOf } from './sentences.ts'
import { type Stretch, wordDifference } from './word-difference.ts'

/**
 * 線を引くところ。`from`・`to` は文章の中の位置（UTF-16。組の字の途中では切らない）。
 * wording ことばを改めた、writing 全角・半角だけの違い、moved 順を入れ替えただけの文。
 */
export type TextMark = {
  readonly from: number
  readonly to: number
  readonly kind: 'wording' | 'writing' | 'moved'
}

/** 旧の文章に引く線と、新の文章に引く線。 */
export type TextDifference = { readonly before: readonly TextMark[]; readonly after: readonly TextMark[] }

/**
 * 旧と新の文章の、改めたところ（決めたこと 034）。どちらの側でも、線のないところをつなぐと同じ文になる（空白と改行は数えない。
 * 行の割りかたが変わっただけでは、線を引かない）。
 *
 * @example
 * textDifference('創業件数を30件とする。', '創業件数を45件とする。')
 * // → { before: [{ from: 5, to: 8, kind: 'wording' }], after: [{ from: 5, to: 8, kind: 'wording' }] }
 */
export const textDifference = (before: string, after: string): TextDifference => {
  if (before === after) return { before: [], after: [] }
  const pairs = pairSentences(sentencesOf(before), sentencesOf(after))
  const marks = pairs.map(marksOf)
  return {
    before: tidy(
      before,
      marks.flatMap((each) => each.before),
    ),
    after: tidy(
      after,
      marks.flatMap((each) => each.after),
    ),
  }
}

const marksOf = ({ before, after, moved }: SentencePair): TextDifference => {
  if (!before || !after) return { before: whole(before), after: whole(after) }
  if (before.text === after.text)
    return moved ? { before: whole(before, 'moved'), after: whole(after, 'moved') } : { before: [], after: [] }
  const found = { before: [] as TextMark[], after: [] as TextMark[] }
  let [from, to] = [before.from, after.from]
  for (const stretch of stretchesIn(before.text, after.text)) {
    const kind = kindOf(stretch, moved)
    if (kind && stretch.before !== '') found.before.push({ from, to: from + stretch.before.length, kind })
    if (kind && stretch.after !== '') found.after.push({ from: to, to: to + stretch.after.length, kind })
    from += stretch.before.length
    to += stretch.after.length
  }
  return found
}

const kindOf = ({ same, before, after }: Stretch, moved: boolean): TextMark['kind'] | undefined => {
  if (!same) return 'wording'
  if (moved) return 'moved'
  return before === after ? undefined : 'writing'
}

/** 全部を書き改めたとみる似かた。飛び飛びの線は、かえって読めない。 */
const unlike = 0.3

/** 全角・半角だけの違いは、その字のところだけを分けて返す。 */
const stretchesIn = (before: string, after: string): readonly Stretch[] => {
  const found = wordDifference(before, after)
  const kept = found.filter(({ same }) => same).map((each) => each.before.length)
  const share = (2 * kept.reduce((sum, each) => sum + each, 0)) / (before.length + after.length)
  const scattered = kept.length > 2 && share < unlike && likeness(shapeOf(before), shapeOf(after)) < 0.5
  return scattered ? [{ same: false, before, after }] : found.flatMap(byWriting)
}

/** 同じとみた語の並びを、字まで同じところと、幅の違うところに分ける（どちらも字の数は同じ）。 */
const byWriting = (stretch: Stretch): readonly Stretch[] => {
  const { same, before, after } = stretch
  if (!same || before === after) return [stretch]
  const found: { same: boolean; before: string; after: string }[] = []
  for (let at = 0; at < before.length; at++) {
    const [old, now] = [before[at] ?? '', after[at] ?? '']
    const last = found.at(-1)
    if (last && (last.before === last.after) === (old === now)) {
      last.before += old
      last.after += now
    } else found.push({ same: true, before: old, after: now })
  }
  return found
}

const whole = (sentence: SentencePair['before'], kind: TextMark['kind'] = 'wording'): readonly TextMark[] =>
  sentence ? [{ from: sentence.from, to: sentence.from + sentence.text.length, kind }] : []

/** 文章の順に並べ、続くものを一つにし、端の空白と改行を除く。 */
const tidy = (text: string, marks: readonly TextMark[]): readonly TextMark[] => {
  const found: TextMark[] = []
  for (const mark of marks.map((each) => withoutSpaces(text, each)).toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (mark.to <= mark.from) continue
    if (last && last.to === mark.from && last.kind === mark.kind) found[found.length - 1] = { ...last, to: mark.to }
    else found.push(mark)
  }
  return found
}

const withoutSpaces = (text: string, { from, to, kind }: TextMark): TextMark => {
  const part = text.slice(from, to)
  const lead = part.length - part.trimStart().length
  return { from: from + lead, to: from + part.trimEnd().length, kind }
}
