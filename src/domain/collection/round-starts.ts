import { dayInWords } from '../year/calendar.ts'
import { fiscalYearInWords, fiscalYearOf } from '../year/fiscal-year.ts'
import { usualDeadlines } from './due.ts'
import type { RoundContent } from './read-round.ts'
import { usualTexts } from './read-round.ts'

/** 照会の題のはじめの字。`roundTitle(2025)` → '令和7年度実績の照会' */
export const roundTitle = (fiscalYear: number): string => `${fiscalYearInWords({ startYear: fiscalYear })}実績の照会`

/** 日本の今日から見た、前の年度。照会で尋ねるのは、たいてい前年度の実績。 */
export const lastFiscalYear = (today: string): number => fiscalYearOf(today).startYear - 1

/** 新しい照会のはじめの中身。増減理由は達成率が80％を下回るとき、今後の取組は書いてもよい。 */
export const newRound = (today: string, editionIds: readonly string[]): RoundContent => {
  const fiscalYear = lastFiscalYear(today)
  return {
    title: roundTitle(fiscalYear),
    fiscalYear,
    editionIds,
    asks: {
      actual: true,
      texts: usualTexts.slice(0, 2).map((each, n) => ({ ...each, need: n === 0 ? 'below' : 'optional' })),
      money: false,
      projectItems: false,
      evidence: 'optional',
    },
    guidance: usualGuidance(fiscalYear),
    reasonBelow: '80',
    approval: true,
    deadlines: usualDeadlines(today, true),
    departmentIds: null,
  }
}

/** 締切の日は書かない（締切を直したとき、案内文だけが古い日を言い続けるので。日は頁が言う）。 */
const usualGuidance = (fiscalYear: number): string =>
  `総合戦略の${fiscalYearInWords({ startYear: fiscalYear })}の実績について照会します。締切までに入力し、提出してください。\n` +
  'まだ公表されていない値は「未公表」を選び、公表の見込みを入れてください。'

/** 前の照会を写した中身。年度と題を一つ進め、締切は今日から数え直す。もうない版と課は外す。 */
export const copiedRound = (
  from: RoundContent,
  today: string,
  there: { readonly editionIds: readonly string[]; readonly departmentIds: readonly string[] },
): RoundContent => {
  const fiscalYear = from.fiscalYear + 1
  const editionIds = from.editionIds.filter((id) => there.editionIds.includes(id))
  const moved = (text: string) =>
    text.replaceAll(fiscalYearInWords({ startYear: from.fiscalYear }), fiscalYearInWords({ startYear: fiscalYear }))
  const deadlines = usualDeadlines(today, from.approval)
  const departmentIds = from.departmentIds?.filter((id) => there.departmentIds.includes(id))
  return {
    ...from,
    title: moved(from.title),
    guidance: moved(from.guidance).replaceAll(dayInWords(from.deadlines.enter), dayInWords(deadlines.enter)),
    fiscalYear,
    editionIds: editionIds.length > 0 ? editionIds : there.editionIds,
    deadlines,
    departmentIds: departmentIds && departmentIds.length > 0 ? departmentIds : null,
  }
}
