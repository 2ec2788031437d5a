import { diffArrays } from 'diff'
import { halfWidth } from '../language/half-width.ts'
import { wordsOf } from './words-of.ts'

/** 同じところ（same）か、改めたところ。片方の空は、加えた・削った。 */
export type Stretch = { readonly same: boolean; readonly before: string; readonly after: string }

/**
 * 二つの文の、同じところと改めたところ。語ごとに比べ、人の読むまとまりにならす。
 * 全角・半角だけの違いは same とし、字は旧と新で違ったまま返す。
 *
 * @example wordDifference('30件とする', '45件とする') // → [{ same: false, before: '30件', after: '45件' }, { same: true, … }]
 */
export const wordDifference = (before: string, after: string): readonly Stretch[] =>
  slid(withoutIslands(merged(compared(before, after)))).map(joined)

/** 語の並びとしての、同じところと改めたところ。 */
type Run = { readonly same: boolean; readonly before: readonly string[]; readonly after: readonly string[] }

const compared = (before: string, after: string): readonly Run[] => {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let [from, to] = [0, 0]
  return diffArrays(old.map(halfWidth), now.map(halfWidth)).map(({ added, removed, count }): Run => {
    const run = {
      same: !added && !removed,
      before: added ? [] : old.slice(from, from + count),
      after: removed ? [] : now.slice(to, to + count),
    }
    from += run.before.length
    to += run.after.length
    return run
  })
}

const merged = (runs: readonly Run[]): readonly Run[] => {
  const found: Run[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last && last.same === run.same)
      found[found.length - 1] = {
        same: run.same,
        before: [...last.before, ...run.before],
        after: [...last.after, ...run.after],
      }
    else found.push(run)
  }
  return found.filter(({ before, after }) => before.length + after.length > 0)
}

/**
 * 改めたところに挟まれた、読むまとまりにならない同じところ（助詞・一字・読点）を、改めたところに入れる。
 * 入れると新しい島ができることがあるので、なくなるまで繰り返す。
 */
const withoutIslands = (runs: readonly Run[]): readonly Run[] => {
  const next = merged(runs.map((run, at) => (run.same && isIsland(runs, at) ? { ...run, same: false } : run)))
  return next.length === runs.length ? next : withoutIslands(next)
}

const isIsland = (runs: readonly Run[], at: number): boolean => {
  const [left, here, right] = [runs[at - 1], runs[at], runs[at + 1]]
  if (!left || !right || !here) return false
  const text = here.before.join('')
  const letters = [...text].length
  // 加えただけ・削っただけのところに挟まれた読点や助詞は、数え上げの切れ目なので残す（「、観光」と「、防災」を加えた）。
  const around = Math.min(weight(left), weight(right))
  if (/^[\p{P}\p{S}\s]+$/u.test(text)) return !/[。\n]/.test(text) && letters <= 2 && (isBoth(left) || isBoth(right))
  if (/^[\p{Script=Hiragana}ー、]+$/u.test(text)) return letters <= 3 && around >= letters
  return (
    letters === 1 ||
    (letters <= 2 && here.before.length === 1 && around >= 4 * letters && isBoth(left) && isBoth(right))
  )
}

/** 改めたところの長さ。長いほうの側で言う。 */
const weight = ({ before, after }: Run): number => Math.max(before.join('').length, after.join('').length)
/** 置きかえたところ（旧にも新にも字がある）。 */
const isBoth = ({ before, after }: Run): boolean => before.length > 0 && after.length > 0

/**
 * 加えた（削った）ことばの端を、読みの切れ目に合わせる。「観光の振興と観光の推進」のように同じ語が続くと、どこを加えたとも
 * 言えるので、句点・読点・かっこのところで始まり終わるものを選ぶ。
 */
const slid = (runs: readonly Run[]): readonly Run[] => {
  const found = [...runs]
  for (let at = 1; at < found.length - 1; at++) {
    const [left, here, right] = [found[at - 1], found[at], found[at + 1]]
    if (!left?.same || !here || here.same || !right?.same || isBoth(here)) continue
    const best = slides(left, here, right).toSorted((a, b) => b.score - a.score)[0]
    if (best) found.splice(at - 1, 3, ...best.runs)
  }
  return merged(found)
}

type Slide = { readonly runs: readonly [Run, Run, Run]; readonly score: number }

const slides = (left: Run, here: Run, right: Run): readonly Slide[] => {
  const side = here.before.length > 0 ? 'before' : 'after'
  const own = here[side]
  const found: Slide[] = []
  const add = (shift: number) => found.push(shifted(left, here, right, side, shift))
  add(0)
  // 左へ：前の同じところの終わりの語が、加えたことばの終わりの語と同じあいだ。
  for (let by = 1; by < left.before.length && by <= own.length; by++) {
    if (left[side].at(-by) !== own.at(-by) || left.before.at(-by) !== left.after.at(-by)) break
    add(-by)
  }
  for (let by = 1; by < right.before.length && by <= own.length; by++) {
    if (right[side][by - 1] !== own[by - 1] || right.before[by - 1] !== right.after[by - 1]) break
    add(by)
  }
  return found
}

const shifted = (left: Run, here: Run, right: Run, side: 'before' | 'after', shift: number): Slide => {
  const all = [...left[side], ...here[side], ...right[side]]
  const from = left[side].length + shift
  const to = from + here[side].length
  const both = (words: readonly string[]): Run => ({ same: true, before: words, after: words })
  const moved = {
    same: false,
    before: [] as readonly string[],
    after: [] as readonly string[],
    [side]: all.slice(from, to),
  }
  const runs: readonly [Run, Run, Run] =
    shift === 0
      ? [left, here, right]
      : [
          shift < 0 ? cut(left, shift) : joinRuns(left, both(here[side].slice(0, shift))),
          moved,
          shift < 0 ? joinRuns(both(here[side].slice(shift)), right) : cut(right, shift),
        ]
  return { runs, score: ease(all[from - 1], all[from]) + ease(all[to - 1], all[to]) - Math.abs(shift) / 1000 }
}

const cut = (run: Run, by: number): Run =>
  by < 0
    ? { same: true, before: run.before.slice(0, by), after: run.after.slice(0, by) }
    : { same: true, before: run.before.slice(by), after: run.after.slice(by) }

const joinRuns = (a: Run, b: Run): Run => ({
  same: true,
  before: [...a.before, ...b.before],
  after: [...a.after, ...b.after],
})

/** 二つの語のあいだが、どれほどよい切れ目か。 */
const ease = (left: string | undefined, right: string | undefined): number => {
  if (left === undefined || right === undefined) return 4
  if (/[。\n]$/.test(left) || /^\n/.test(right)) return 4
  if (/^[○◎●・「『（(]/.test(right) || /[」』）)、，]$/.test(left)) return 3
  if (/^[、，。」』）)]/.test(right)) return 2
  return /^[はがをにへとでも]$|から$|より$|まで$|や$|の$/.test(left) ? 1 : 0
}

const joined = ({ same, before, after }: Run): Stretch => ({ same, before: before.join(''), after: after.join('') })
