import { ungradedCode } from '#domain/evaluation/counted-grades.ts'
import { gradeInWords } from '#domain/evaluation/standing-grade.ts'
import { permits } from '#domain/people/permission.ts'
import type { Problem } from '#domain/problem.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { Evaluated } from '#operations/evaluation/evaluate.ts'
import type { GradesAsked, GradesView } from '#operations/evaluation/view-grades.ts'
import { Choice } from '../../components/choice.tsx'
import { ByNode, CrossTable } from '../../components/grades/cross-table.tsx'
import { GradeList, RefusedList } from '../../components/grades/grade-list.tsx'
import { Standing, stageWords } from '../../components/grades/grade-word.tsx'
import { Own } from '../../components/own-words.tsx'
import { PlanFrame } from '../../components/plan-frame.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { YearNav } from '../../components/year-nav.tsx'
import { type Frame, yearInSentence } from '../../frame.ts'

/** し終えたこと、断り。`outcome` は、保存して断られた行があったとき。 */
export type GradesSaid = {
  readonly done?: 'opened' | 'closed' | 'reopened' | 'saved' | 'accepted' | undefined
  readonly count?: number | undefined
  readonly problem?: Problem
  readonly outcome?: Evaluated
  /** 開け直すときに打った理由。 */
  readonly reason?: string
}

type Props = { frame: Frame; view: GradesView; said: GradesSaid }

export const gradesPage = (frame: Frame, view: GradesView, said: GradesSaid = {}): string =>
  String(<GradesPage frame={frame} view={view} said={said} />)

/** 評価。まず基本目標ごとの数、つぎに指標ごとの評価。書ける段なら、その場で入れる。 */
const GradesPage = ({ frame, view, said }: Props) => {
  const { edition, year } = view
  const title = frame.t('grades.title')
  return (
    <PlanFrame
      frame={frame}
      edition={edition}
      here="grades"
      title={title}
      heading={frame.t('grades.heading', { year: yearInSentence(frame, year) })}
    >
      <YearNav
        frame={frame}
        years={view.years}
        year={year}
        hrefOf={(each) => frame.to.grades(edition.municipality.code, edition.id, undefined, { year: each })}
      />
      <Said frame={frame} view={view} said={said} />
      <Status frame={frame} view={view} />
      <Manage frame={frame} view={view} said={said} />
      <section aria-labelledby="cross">
        <h2 id="cross">{frame.t('grades.cross')}</h2>
        <CrossTable frame={frame} view={view} />
        <p class="sub">
          {frame.t('grades.cross-note')}{' '}
          <a href={frame.to.scales(edition.municipality.code, edition.id)}>{frame.t('scales.link')}</a>
        </p>
        <Averages frame={frame} view={view} />
        <ByNode frame={frame} view={view} />
      </section>
      <section aria-labelledby="list">
        <h2 id="list">{frame.t('grades.list')}</h2>
        <Stage frame={frame} view={view} />
        <Filter frame={frame} view={view} />
        {view.groups.length === 0 ? (
          <p class="empty">{frame.t(view.filter.department === 'own' ? 'grades.none-own' : 'grades.none')}</p>
        ) : (
          <GradeList frame={frame} view={view} refusals={refusalsOf(said)} />
        )}
      </section>
      <Human frame={frame} view={view} />
    </PlanFrame>
  )
}

const refusalsOf = ({ outcome }: GradesSaid) =>
  new Map((outcome?.refused ?? []).map((each) => [each.typed.subject.id, each]))

const Said = ({ frame, view, said: { done, count = 0, problem, outcome } }: Props) => {
  if (problem)
    return (
      <div class="notice" role="alert">
        <p>
          <ProblemWords frame={frame} problem={problem} />
        </p>
      </div>
    )
  if (outcome && outcome.refused.length > 0) {
    const names = new Map(view.edition.content.indicators.map(({ id, name }) => [id, name]))
    return (
      <RefusedList
        frame={frame}
        refused={outcome.refused}
        written={outcome.written}
        nameOf={(id) => names.get(id) ?? '―'}
      />
    )
  }
  if (!done) return null
  return (
    <p class="done" role="status">
      {frame.t(done === 'saved' && count === 0 ? 'grades.done-saved-none' : `grades.done-${done}`, { count })}
    </p>
  )
}

/** 評価中か、確定か。始めていなければ、始め方。 */
const Status = ({ frame, view }: Pick<Props, 'frame' | 'view'>) => {
  const { edition, year, evaluationYear, inBase, graded, manages } = view
  const { code } = edition.municipality
  const { t } = frame
  if (evaluationYear?.status === 'open')
    return (
      <p class="grades-status grades-progress">
        <strong>{t('grades.status-open')}</strong>{' '}
        {view.progress.map(({ stage, graded: count, of }) => (
          <span>{t('grades.progress', { stage: stageWords(frame, stage), count, of })}</span>
        ))}
      </p>
    )
  if (evaluationYear)
    return (
      <p class="grades-status">
        <strong>
          {t('grades.status-closed', {
            day: dayInWords(dayInJapan(new Date(evaluationYear.closedAt ?? evaluationYear.openedAt)), frame.lang, true),
          })}
        </strong>{' '}
        {t('grades.settled-note')}{' '}
        {permits(frame.person, 'revision-edit') && !edition.history?.supersededBy && (
          <a href={frame.to.startRevision(code, edition.id)}>{t('grades.to-revision')}</a>
        )}
      </p>
    )
  return (
    <div class="grades-status">
      <p>
        <strong>{t('grades.status-not-opened')}</strong>{' '}
        {inBase ? t('grades.in-base') : t(graded.scales.indicator ? 'grades.as-computed-yet' : 'grades.no-scale-yet')}{' '}
        {inBase && <a href={frame.to.grades(code, inBase, undefined, { year })}>{t('grades.to-base')}</a>}
        {!inBase && !graded.scales.indicator && manages && (
          <a href={frame.to.scales(code, edition.id)}>{t('grades.to-scales')}</a>
        )}
      </p>
      {!inBase && graded.scales.indicator && manages && (
        <form method="post" action={frame.to.grades(code, edition.id, 'open')}>
          <input type="hidden" name="year" value={year} />
          <button type="submit" class="primary">
            {t('grades.open-year', { year: yearInSentence(frame, year) })}
          </button>
        </form>
      )}
    </div>
  )
}

const Averages = ({ frame, view: { averages } }: Pick<Props, 'frame' | 'view'>) => {
  const { mean, capped, median, of, without } = averages
  if (mean === null || capped === null || median === null) return null
  return <p class="sub">{frame.t('grades.averages', { mean, capped, median, of, without })}</p>
}

/** どの段として入れているか。 */
const Stage = ({ frame, view }: Pick<Props, 'frame' | 'view'>) => {
  const { edition, year, stage, stages, filter, evaluationYear } = view
  if (!evaluationYear || evaluationYear.status === 'closed') return null
  if (stage === null) return <p class="sub">{frame.t('grades.only-reading')}</p>
  const to = (asked: GradesAsked) =>
    `${frame.to.grades(edition.municipality.code, edition.id, undefined, { ...filter, year, ...asked })}#list`
  const others = stages.filter((each) => each !== stage)
  return (
    <div class="grades-stage">
      <p>
        <strong>{frame.t('grades.entering', { stage: stageWords(frame, stage) })}</strong>{' '}
        {others.length > 0 && (
          <span class="screen-only">
            {frame.t('grades.entering-other')}
            {others.map((each) => (
              <a href={to({ stage: each })}>{stageWords(frame, each)}</a>
            ))}
          </span>
        )}
      </p>
      {view.acceptable > 0 && (
        <form method="post" action={frame.to.grades(edition.municipality.code, edition.id, 'accept')}>
          <input type="hidden" name="year" value={year} />
          <button type="submit">{frame.t('grades.accept', { count: view.acceptable })}</button>{' '}
          <span class="sub">{frame.t('grades.accept-note')}</span>
        </form>
      )}
    </div>
  )
}

const Filter = ({ frame, view }: Pick<Props, 'frame' | 'view'>) => {
  const { edition, year, filter, choices, codes, graded, shown } = view
  const all = frame.t('filter.all')
  const own = choices.own ? [['own', frame.t('grades.filter-own')] as const] : []
  return (
    <form
      class="filter"
      method="get"
      action={`${frame.to.grades(edition.municipality.code, edition.id)}#list`}
      aria-label={frame.t('grades.filter-only')}
    >
      <input type="hidden" name="year" value={year} />
      {view.stage && view.stages.length > 1 && <input type="hidden" name="stage" value={view.stage} />}
      {choices.goals.length > 1 && (
        <Choice
          label={frame.t('filter.goal')}
          name="goal"
          chosen={filter.goal}
          all={all}
          options={choices.goals.map(({ key, words }) => [key, words])}
        />
      )}
      <Choice
        label={frame.t('grades.filter-grade')}
        name="grade"
        chosen={filter.grade}
        all={all}
        options={codes.map((code) => [
          code,
          code === ungradedCode ? frame.t('grades.ungraded') : gradeInWords(graded.scales.indicator, code),
        ])}
      />
      {(choices.departments.length > 1 || choices.own) && (
        <label>
          <span>{frame.t('filter.department')}</span>
          <select name="department">
            <option value="all">{all}</option>
            {[...own, ...choices.departments.map(({ id, name }) => [id, name] as const)].map(([value, words]) => (
              <option value={value} selected={value === filter.department}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
      <Choice
        label={frame.t('grades.filter-only')}
        name="only"
        chosen={filter.only}
        all={all}
        options={[['differs', frame.t('grades.filter-differs')]]}
      />
      <button type="submit">{frame.t('filter.apply')}</button>
      <span class="sub">{frame.t('grades.shown', shown)}</span>
    </form>
  )
}

/** 目標・施策・事業の評価。一件ずつ評価調書で。 */
const Human = ({ frame, view }: Pick<Props, 'frame' | 'view'>) =>
  view.human.length === 0 ? null : (
    <section aria-labelledby="human">
      <h2 id="human">{frame.t('grades.human')}</h2>
      <Scroll labelledby="human">
        <table class="plain grades-human">
          <thead>
            <tr>
              <th scope="col">{frame.t('grades.class')}</th>
              <th scope="col">{frame.t('grades.col-name')}</th>
              <th scope="col">{frame.t('grades.col-standing')}</th>
            </tr>
          </thead>
          <tbody>
            {view.human.map(({ kind, id, of, graded }) => (
              <tr>
                <td>{'level' in of ? <Own frame={frame}>{of.level}</Own> : frame.t('grades.kind-project')}</td>
                <th scope="row">
                  <a
                    href={frame.to.evaluation(view.edition.municipality.code, view.edition.id, kind, id, {
                      year: view.year,
                    })}
                  >
                    <Own frame={frame}>{'level' in of ? of.title : of.name}</Own>
                  </a>
                </th>
                <td>
                  <Standing frame={frame} scale={view.graded.scales[kind]} standing={graded?.standing ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )

/** 確定する・開け直す。 */
const Manage = ({ frame, view, said }: Props) => {
  const { edition, year, evaluationYear, manages, whole } = view
  if (!evaluationYear || !manages) return null
  const action = (name: string) => frame.to.grades(edition.municipality.code, edition.id, name)
  const ungraded = whole.counts[ungradedCode] ?? 0
  const hidden = (
    <>
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="revision" value={evaluationYear.revision} />
    </>
  )
  if (evaluationYear.status === 'open')
    return (
      <details class="grades-manage screen-only">
        <summary>{frame.t('grades.close')}</summary>
        <form method="post" action={action('close')}>
          {hidden}
          <p>{frame.t('grades.close-lead', { graded: whole.total - ungraded, ungraded })}</p>
          <button type="submit" class="primary">
            {frame.t('grades.close-do')}
          </button>
        </form>
      </details>
    )
  return (
    <details class="grades-manage screen-only" open={said.reason !== undefined}>
      <summary>{frame.t('grades.reopen')}</summary>
      <form method="post" action={action('reopen')}>
        {hidden}
        <p>{frame.t('grades.reopen-lead')}</p>
        <div class="field">
          <label for="reopen-reason">{frame.t('grades.reopen-reason')}</label>
          <textarea id="reopen-reason" name="reason" rows={2} required>
            {said.reason ?? ''}
          </textarea>
        </div>
        <button type="submit">
          <Spoken frame={frame} words={frame.t('grades.reopen-do')} />
        </button>
      </form>
    </details>
  )
}
