import { plainText } from '../language/plain-text.ts'
import type { EditionHeading } from './edition.ts'

/**
 * 同じ計画の、期や版を改めたものか。題から「第2期」「改訂版」「概要」などを除いて、同じなら同じ計画とみる。
 * 「第2期大仙市まち・ひと・しごと創生総合戦略」と「大仙市まち・ひと・しごと創生総合戦略（改訂版）」→ true
 */
export const sameSeries = (a: Pick<EditionHeading, 'title'>, b: Pick<EditionHeading, 'title'>): boolean => {
  const [one, other] = [seriesTitle(a.title), seriesTitle(b.title)]
  return one.length >= shortest && one === other
}

/** これより短い題（「総合戦略」）が同じでも、同じ計画とは言えない。 */
const shortest = 5

const seriesTitle = (title: string): string =>
  plainText(title)
    .replace(/\([^)]*\)/g, '')
    .replace(/第[0-9一二三四五六七八九十]+[期次]/g, '')
    .replace(/(?:令和|平成)(?:\d+|元)年度?(?:版|改訂)?/g, '')
    .replace(/の?(?:改訂|改定|見直し)(?:版|案)?(?:について)?|概要版?|素案|案$/g, '')
