import { say } from '#domain/language/say.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { IndicatorView } from '#operations/view-indicator.ts'
import { withUnit } from '../components/figure-words.ts'
import { rateWords } from '../components/rate-words.ts'
import { type Frame, yearInSentence } from '../frame.ts'

/** いちばん新しい値を目標に照らして一文で。「令和5年度は47件。令和6年度の目標45件に対し104.4％で、達成。」 */
export const indicatorSentence = (frame: Frame, view: Pick<IndicatorView, 'latest' | 'target'>): string => {
  const { latest } = view
  const target = latest?.target ?? view.target
  if (!latest?.actual) return frame.t('indicator.no-actual', { target: targetWords(frame, target) })
  const { achievement, standing } = latest
  const common = {
    year: yearInSentence(frame, latest.year),
    actual: withUnit(latest.actual),
    target: targetWords(frame, target),
    standing: frame.t(`standing.${standing}`),
  }
  if (achievement.kind === 'none')
    return frame.t('indicator.no-rate', { ...common, why: say(achievement.working, frame.lang) })
  if (achievement.kind === 'judged') return frame.t('indicator.judged', common)
  return frame.t('indicator.rated', { ...common, rate: rateWords(frame, achievement) })
}

const targetWords = (frame: Frame, target: Figure | undefined): string => {
  if (!target) return frame.t('indicator.target-none')
  if (target.scope === 'period') return frame.t('indicator.target-period', { target: withUnit(target) })
  return target.year === null
    ? frame.t('indicator.target', { target: withUnit(target) })
    : frame.t('indicator.target-year', { year: yearInSentence(frame, target.year), target: withUnit(target) })
}
