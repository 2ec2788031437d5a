import { sumOfCounts } from '#domain/evaluation/grade-counts.ts'
import type { GradeCount } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; edition: Edition }

/** 重点目標・改訂のある計画の、ひとこと。中身はそれぞれの頁に。 */
export const PlanGlances = ({ frame, edition }: Props) => {
  const { priorityGoals, instructions, grades, revisionRules, revisionItems } = edition.content
  const code = edition.municipality.code
  const items = priorityGoals.flatMap((goal) => goal.items)
  return (
    <>
      {priorityGoals.length > 0 && (
        <p class="glance">
          <a href={frame.to.priority(code, edition.id)}>{frame.t('priority.title')}</a>
          {frame.t('priority.glance', {
            goals: priorityGoals.length,
            items: items.length,
            instructions: instructions.length,
          })}
        </p>
      )}
      {grades.length + revisionRules.length + revisionItems.length > 0 && (
        <p class="glance">
          <a href={frame.to.revision(code, edition.id)}>{frame.t('tabs.revision')}</a>
          {frame.t('revision.glance', { rules: revisionRules.length, items: revisionItems.length })}
          {grades.length > 0 && frame.t('revision.glance-grades', { counts: gradesInWords(frame, grades) })}
        </p>
      )}
    </>
  )
}

/** 「A評価20、B評価24、C評価18、D評価1」。印刷された合計の行は足さない。 */
const gradesInWords = (frame: Frame, grades: readonly GradeCount[]): string =>
  Object.entries(sumOfCounts(grades.filter(({ total }) => !total)))
    .flatMap(([grade, count]) => (count === null ? [] : [`${frame.t('revision.grade', { grade })} ${count}`]))
    .join(frame.lang === 'ja' ? '、' : ', ')
