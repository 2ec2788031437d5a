import type { Note, PlanDraft, PriorityItem } from '../plan/draft.ts'
import { note } from '../plan/note.ts'

/** 目標があるのに進捗のことばがない重点取組項目と、使われていない評価の凡例。 */
export const progressFindings = (draft: PlanDraft): Note[] => [
  ...draft.priorityGoals.flatMap(({ items }) => items.flatMap(silentTargets)),
  ...unusedLegend(draft),
]

/**
 * 進捗の箇条が目標の箇条と同じだけあれば、順に答えているとみる（「・5月、6月に開催」のように名を言わないことが多い）。
 * 足りないときだけ、目標の一句ずつが進捗に出てくるかを見る。
 */
const silentTargets = (item: PriorityItem): Note[] => {
  const { targets, progress } = item
  if (targets.length > 1 && progress.length >= targets.length) return []
  const said = progress.join(' ').normalize('NFKC')
  return targets
    .flatMap(phrasesIn)
    .filter((phrase) => isSilent(phrase, said))
    .map((target) =>
      note('warning', 'target-without-progress', { item: `${item.mark}${item.title}`, target }, [item.place]),
    )
}

/** 「補助金の活用　パートナーズの獲得」「サポーター活動の充実とアカデミーの実施」の一句ずつ。 */
const phrasesIn = (target: string): string[] =>
  target
    .normalize('NFKC')
    .replace(/^[①-⑳]\s*/, '')
    .split(/\s+(?![0-9])|(?<=[充活実推強整開策作獲設検拡向増].)と(?=.{4})/)
    .filter((phrase) => phrase !== '')

/** 目標の語が、進捗のどこにも出てこないか。進捗そのものがなければ、どの目標も黙っている。 */
const isSilent = (target: string, progress: string): boolean => {
  if (progress.trim() === '') return true
  const words = contentWords(target)
  return words.length > 0 && !words.some((word) => mentions(progress, word))
}

/** どの目標にも出る語は、何の目標かを言わない。 */
const general =
  /^(実施|開催|回数|件数|以上|以下|未満|開始|活用|充実|検討|策定|設置|提供|推進|着実|実績|目標|新規|各種|年度|次年度|反映|展開|進捗|状況|検証|最終|決定|前年|増加|獲得|情報|登録|連携|参加|向上|確保|積極|参考|事業|施策|市民|要望|定期|計画|活動)$/

const contentWords = (target: string): string[] =>
  [...target.matchAll(/[一-龠々]{2,}|[ァ-ヶー]{2,}|[A-Za-z]{2,}/g)]
    .map(([word]) => word)
    .filter((word) => !general.test(word))

/** 進捗が同じ語か、語の一部（漢字は二字、かなは三字）を含むか。「推進交付金新規事業」は「推進交付金」でも通じる。 */
const mentions = (progress: string, word: string): boolean => {
  const length = /[一-龠]/.test(word) ? 2 : Math.min(3, word.length)
  const parts = Array.from({ length: Math.max(1, word.length - length + 1) }, (_, at) => word.slice(at, at + length))
  return parts.some((part) => !general.test(part) && progress.includes(part))
}

const unusedLegend = ({ legends = [], priorityGoals }: PlanDraft): Note[] => {
  const marked = priorityGoals.some(({ items }) => items.some(({ grade }) => grade !== null))
  return marked
    ? []
    : legends.map(({ marks, place }) => note('warning', 'legend-unused', { marks: marks.join('') }, [place]))
}
