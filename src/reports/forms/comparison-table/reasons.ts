import { type ComparedChange, reasonsOf } from '#domain/revision/comparison.ts'
import type { Ground } from '#domain/revision/revision.ts'
import type { ReportChoices } from '../../choices.ts'
import { yearWords } from '../years.ts'

type Told = Pick<ReportChoices, 'audience' | 'yearStyle'>

/**
 * 理由の欄。一件の変更の理由を一度ずつ、よりどころをかっこで添える。
 * 市民に見せる資料には、評価・外部の会議の意見・意見募集だけを載せる（市長指示と庁内の事情は、理由の文に書いたものだけ）。
 */
export const reasonsInWords = (changes: readonly ComparedChange[], told: Told): string => {
  const grounds = changes.flatMap(({ ground }) => (ground ? (groundInWords(ground, told) ?? []) : []))
  return [...new Set([...reasonsOf(changes), ...grounds.map((words) => `（${words}）`)])].join('\n')
}

const groundInWords = (ground: Ground, { audience, yearStyle }: Told): string | undefined => {
  switch (ground.kind) {
    case 'grade':
      return `${yearWords(ground.year, yearStyle)}実績の評価：${ground.grade}`
    case 'opinion':
      return '外部の会議の意見から'
    case 'public-comment':
      return '意見募集から'
    case 'instruction':
      return audience === 'public' ? undefined : '市長指示から'
    case 'other':
      return undefined
  }
}
