import { ungradedCode } from '#domain/evaluation/counted-grades.ts'
import { gradeInWords } from '#domain/evaluation/standing-grade.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { GradeGlance, StandingInYear } from '#operations/evaluation/grade-glance.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { fromWords } from './grade-word.tsx'

type LineProps = {
  frame: Frame
  edition: Edition
  indicator: Indicator
  grades: readonly StandingInYear[]
}

/** 指標の頁の一行：年度ごとの区分。評価調書へつながる。 */
export const GradeLine = ({ frame, edition, indicator, grades }: LineProps) =>
  grades.length === 0 ? null : (
    <p class="grades-line">
      <strong>{frame.t('grades.title')}</strong>{' '}
      {grades.map(({ year, editionId, standing: { code, label, from } }) => (
        <>
          <a
            href={frame.to.evaluation(
              edition.municipality.code,
              editionId,
              'indicator',
              indicator.repeatOf ?? indicator.id,
              { year },
            )}
          >
            {yearInSentence(frame, year)} <Own frame={frame}>{code === label ? code : `${code} ${label}`}</Own>
          </a>{' '}
          <small>
            {fromWords(frame, from)}
            {editionId !== edition.id && frame.t('grades.against-former')}
          </small>{' '}
        </>
      ))}
    </p>
  )

/** 計画の頁・市の頁の一行：いちばん新しい評価の年の、区分ごとの数。 */
export const GradeGlanceLine = ({
  frame,
  code,
  glance,
}: {
  frame: Frame
  code: string
  glance: GradeGlance | undefined
}) => {
  if (!glance) return null
  const counts = glance.counts
    .map((each) =>
      frame.t('grades.glance-count', {
        grade: each.code === ungradedCode ? frame.t('grades.ungraded') : gradeInWords(glance.scale, each.code),
        count: each.count,
      }),
    )
    .join(frame.lang === 'ja' ? '、' : ', ')
  return (
    <p class="grades-line">
      <a href={frame.to.grades(code, glance.editionId, undefined, { year: glance.year })}>
        <Spoken frame={frame} words={frame.t('grades.glance', { year: yearInSentence(frame, glance.year), counts })} />
      </a>
      {glance.former && <small>{frame.t('grades.of-former')}</small>}
    </p>
  )
}
