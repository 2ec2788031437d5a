import type { Note, PlanDraft, PriorityItem } from '../plan/draft.ts'
import { note } from '../plan/note.ts'

/** 目標があるのに進捗のことばがない重点取組項目と、使われていない評価の凡例。 */
export const progressFindings = (draft: PlanDraft): Note[] => [
  ...draft.priorityGoals.flatMap(({ items }) => items.flatMap(silentTargets)),
  ...unusedLegend(draft),
]

const silentTargets = (item: PriorityItem): Note[] => {
  const said = item.progress.join(' ').normalize('NFKC')
  return item.targets
    .filter((target) => isSilent(target.normalize('NFKC'), said))
    .map((target) =>
      note('warning', 'target-without-progress', { item: `${item.mark}${item.title}`, target }, [item.place]),
    )
}

/** 目標の語が、進捗のどこにも出てこないか。進捗そのものがなければ、どの目標も黙っている。 */
const isSilent = (target: string, progress: string): boolean => {
  if (progress.trim() === '') return true
  const words = contentWords(target)
  return words.length > 0 && !words.some((word) => mentions(progress, word))
}

/** どの目標にも出る語は、何の目標かを言わない。 */
const general =
  /^(実施|開催|回数|件数|以上|以下|未満|開始|活用|充実|検討|策定|設置|提供|推進|着実|実績|目標|新規|各種|年度|次年度|反映|展開|進捗|状況|検証|最終|決定|前年度比|増加|獲得|情報|登録|連携|参加|向上|確保|積極的|参考|事業|施策|市民|要望|定期|計画)$/

const contentWords = (target: string): string[] =>
  [...target.matchAll(/[一-龠々ァ-ヶー]{2,}|[A-Za-z]{2,}/g)].map(([word]) => word).filter((word) => !general.test(word))

/** 進捗が同じ語か、その語の初めか終わりの二字を含むか（「職員研修」は「研修」でも通じる）。 */
const mentions = (progress: string, word: string): boolean =>
  progress.includes(word) ||
  (word.length >= 3 &&
    [word.slice(0, 2), word.slice(-2)].some((part) => !general.test(part) && progress.includes(part)))

const unusedLegend = ({ legends = [], priorityGoals }: PlanDraft): Note[] => {
  const marked = priorityGoals.some(({ items }) => items.some(({ grade }) => grade !== null))
  return marked
    ? []
    : legends.map(({ marks, place }) => note('warning', 'legend-unused', { marks: marks.join('') }, [place]))
}
