import { type Due, daysLeft } from '../collection/due.ts'

/** 締切の知らせ。`mark` は、どの節目のものか（同じ節目では一度だけ知らせる）。 */
export type DueNotice = {
  readonly kind: 'due-soon' | 'overdue'
  readonly mark: number
  /** あと何日か。過ぎていれば、何日過ぎたか。 */
  readonly days: number
}

/** 締切の前に知らせる日（あと何日か）。 */
const before = [1, 3, 7] as const
/** 過ぎてから知らせる日。そのあとは七日ごと。 */
const after = [1, 3, 7] as const

/**
 * 今日までに知らせてあるはずの節目のうち、いちばん新しいもの。なければ null。
 * 日そのものではなく節目で決めるので、止まっていた日があっても、時計が飛んでも、次の日に知らせる。
 *
 * @example dueNotice({ stage: 'enter', day: '2026-06-12' }, '2026-06-07') // → { kind: 'due-soon', mark: 7, days: 5 }
 */
export const dueNotice = (due: Due, today: string): DueNotice | null => {
  const left = daysLeft(due, today)
  if (left < 0) return { kind: 'overdue', mark: lateMark(-left), days: -left }
  const mark = before.find((day) => left <= day)
  return mark === undefined ? null : { kind: 'due-soon', mark, days: left }
}

const lateMark = (late: number): number => after.findLast((day) => day <= late && late < 7) ?? Math.floor(late / 7) * 7

/** 一度だけ知らせるための鍵。締切が延びれば、鍵も新しくなる。 */
export const dueKey = (subject: string, { stage, day }: Due, { kind, mark }: DueNotice): string =>
  `${kind}/${subject}/${stage}/${day}/${mark}`
