import { dayInWords } from '#domain/year/calendar.ts'
import type { Frame } from '../../frame.ts'

/** 締切まで。「6月12日（金）まで あと3日」「今日まで」「2日過ぎています」 */
export const dueWords = (frame: Frame, due: string | null, left: number | null): string => {
  if (due === null || left === null) return ''
  const day = dayInWords(due, frame.lang)
  if (left < 0) return frame.t('flow.due-over', { day, days: -left })
  if (left === 0) return frame.t('flow.due-today', { day })
  return frame.t('flow.due-left', { day, days: left })
}

/** 締切の近さ。色と形の元になる。 */
export const nearness = (left: number | null): 'over' | 'soon' | 'later' | 'none' =>
  left === null ? 'none' : left < 0 ? 'over' : left <= 3 ? 'soon' : 'later'
