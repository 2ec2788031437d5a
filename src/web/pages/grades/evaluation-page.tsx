import type { Subject } from '#domain/evaluation/evaluation.ts'
import { usesPoints } from '#domain/evaluation/points.ts'
import { gradeInWords } from '#domain/evaluation/standing-grade.ts'
import { say } from '#domain/language/say.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { NotWritten } from '#operations/evaluation/evaluate.ts'
import type { EvaluationView } from '#operations/evaluation/view-evaluation.ts'
import { EvaluatedIndicators } from '../../components/grades/evaluated-indicators.tsx'
import { EvaluationStages } from '../../components/grades/evaluation-stages.tsx'
import { GradeSelect, Refused } from '../../components/grades/grade-fields.tsx'
import { fromWords, Mechanical, Standing, stageWords } from '../../components/grades/grade-word.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { YearNav } from '../../components/year-nav.tsx'
import { planCrumbs } from '../../crumb-trail.ts'
import { type Frame, yearInSentence } from '../../frame.ts'

export type EvaluationSaid = { readonly saved?: boolean; readonly refused?: NotWritten | undefined }

type Props = { frame: Frame; view: EvaluationView; said: EvaluationSaid }

export const evaluationPage = (frame: Frame, view: EvaluationView, said: EvaluationSaid = {}): string =>
  String(<EvaluationPage frame={frame} view={view} said={said} />)

/** 評価調書。一つのものの、指標・機械の判定・段ごとの評価を並べ、いまの段の評価を入れる。 */
const EvaluationPage = ({ frame, view, said }: Props) => {
  const { edition, year, name, path, subject } = view
  const { code } = edition.municipality
  const title = frame.t('grades.sheet')
  const list = frame.to.grades(code, edition.id, undefined, { year, stage: view.stage ?? undefined })
  return (
    <Layout
      frame={frame}
      title={`${name} ${title}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={[
        ...planCrumbs(frame, edition, title).slice(0, 3),
        { words: frame.t('grades.title'), href: list },
        { words: name, own: true },
      ]}
    >
      <p class="sub">
        {title}（{frame.t(`grades.kind-${subject.kind}`)}）{' '}
        <Own frame={frame}>{path.map(nodeInWords).join(' ＞ ')}</Own>
      </p>
      <h1>
        <Own frame={frame}>{name}</Own>
      </h1>
      <YearNav
        frame={frame}
        years={view.years}
        year={year}
        hrefOf={(each) => frame.to.evaluation(code, edition.id, subject.kind, subject.id, { year: each })}
      />
      {said.saved && (
        <p class="done" role="status">
          {frame.t('grades.done-saved', { count: 1 })}
        </p>
      )}
      {view.inBase && (
        <p class="grades-status">
          {frame.t('grades.in-base')}{' '}
          <a href={frame.to.evaluation(code, view.inBase, subject.kind, subject.id, { year })}>
            {frame.t('grades.to-base')}
          </a>
        </p>
      )}
      <p class="grades-large">
        <Standing frame={frame} scale={view.scale} standing={view.graded.standing} />
      </p>
      {view.graded.mechanical && (
        <p class="sub">
          {view.graded.standing?.from !== 'mechanical' && (
            <>
              {frame.t('grades.from-mechanical')}：
              <Mechanical frame={frame} scale={view.scale} answer={view.graded.mechanical} />{' '}
            </>
          )}
          <Spoken frame={frame} words={say(view.graded.mechanical.working, frame.lang)} />
        </p>
      )}
      <EvaluatedIndicators frame={frame} view={view} />
      <EvaluationStages frame={frame} view={view} />
      {view.stage && <Enter frame={frame} view={view} said={said} />}
      <History frame={frame} view={view} />
      <Neighbours frame={frame} view={view} list={list} />
    </Layout>
  )
}

type ViewProps = Pick<Props, 'frame' | 'view'>

/** いまの段の欄。方向性は □ で選ぶ。 */
const Enter = ({ frame, view, said: { refused } }: Props) => {
  const { edition, year, subject, scale, graded, mine, stage, stages, directions, name } = view
  if (stage === null) return null
  const { code } = edition.municipality
  const typed = refused?.typed ?? mine
  const now = refused ? refused.now : mine
  const to = (asked: Readonly<Record<string, string | number>>) =>
    frame.to.evaluation(code, edition.id, subject.kind, subject.id, { year, ...asked })
  return (
    <section aria-labelledby="enter" class="grades-enter screen-only" id={`i-${subject.id}`}>
      <h2 id="enter">{frame.t('grades.enter', { stage: stageWords(frame, stage) })}</h2>
      {stages.length > 1 && (
        <p class="sub">
          {frame.t('grades.entering-other')}
          {stages
            .filter((each) => each !== stage)
            .map((each) => (
              <>
                <a href={`${to({ stage: each })}#enter`}>{stageWords(frame, each)}</a>{' '}
              </>
            ))}
        </p>
      )}
      {refused && (
        <div role="alert">
          <Refused frame={frame} scale={scale} refused={refused} id={subject.id} />
        </div>
      )}
      <form method="post" action={to({})}>
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="stage" value={stage} />
        <input type="hidden" name="id" value={subject.id} />
        <input type="hidden" name={`v-${subject.id}`} value={now?.revision ?? 0} />
        {scale && usesPoints(scale) && <Points frame={frame} view={view} picks={typed?.points ?? {}} />}
        <div class="field">
          <span class="label">{frame.t('grades.col-standing')}</span>
          <GradeSelect
            frame={frame}
            scale={scale}
            graded={graded}
            name={name}
            field={`g-${subject.id}`}
            value={typed?.grade ?? null}
            describedBy={refused && `p-${subject.id}`}
          />
        </div>
        <div class="field">
          <label for="reason">{frame.t('grades.col-reason')}</label>
          <p class="hint" id="reason-hint">
            {frame.t('grades.reason-hint')}
          </p>
          <textarea id="reason" name={`r-${subject.id}`} rows={2} aria-describedby="reason-hint">
            {typed?.reason ?? ''}
          </textarea>
        </div>
        <div class="field">
          <label for="text">{frame.t('grades.col-text')}</label>
          <textarea id="text" name={`t-${subject.id}`} rows={5}>
            {typed?.text ?? ''}
          </textarea>
        </div>
        {directions.length > 0 && (
          <fieldset class="grades-directions">
            <legend>{frame.t('grades.col-direction')}</legend>
            {[{ code: '', label: frame.t('grades.no-direction-yet'), meaning: '' }, ...directions].map((each) => (
              <label title={each.meaning || undefined}>
                <input
                  type="radio"
                  name={`d-${subject.id}`}
                  value={each.code}
                  checked={each.code === (typed?.direction ?? '')}
                />
                {each.code === '' ? each.label : <Own frame={frame}>{each.label}</Own>}
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" class="primary">
          {frame.t('grades.save')}
        </button>
      </form>
    </section>
  )
}

/** 点数で決める区分の、観点ごとの選び。 */
const Points = ({ frame, view, picks }: ViewProps & { picks: Readonly<Record<string, string>> }) => (
  <fieldset class="grades-points">
    <legend>{frame.t('grades.points')}</legend>
    {(view.scale?.points ?? []).map(({ code, label, choices }) => (
      <label>
        <span>
          <Own frame={frame}>{label}</Own>
        </span>
        <select name={`k-${code}`}>
          <option value="">{frame.t('grades.not-yet')}</option>
          {choices.map((choice) => (
            <option value={choice.code} selected={picks[code] === choice.code} lang="ja">
              {`${choice.label}（${choice.points}）`}
            </option>
          ))}
        </select>
      </label>
    ))}
  </fieldset>
)

const History = ({ frame, view }: ViewProps) => {
  const { history, edition, subject, year } = view
  const others = history.filter((each) => each.year !== year)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{frame.t('grades.history')}</h2>
      <ul class="grades-history">
        {others.map(({ year: each, editionId, standing }) => (
          <li>
            <a
              href={frame.to.evaluation(edition.municipality.code, editionId, subject.kind, subject.id, { year: each })}
            >
              {yearInSentence(frame, each)}
            </a>{' '}
            <Own frame={frame}>{gradeInWords(null, standing.code)}</Own>{' '}
            {standing.label !== standing.code && <Own frame={frame}>{standing.label}</Own>}{' '}
            <small>{fromWords(frame, standing.from)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Neighbours = ({ frame, view, list }: ViewProps & { list: string }) => {
  const { edition, year, stage, before, after } = view
  const to = ({ kind, id }: Subject) =>
    frame.to.evaluation(edition.municipality.code, edition.id, kind, id, { year, stage: stage ?? undefined })
  return (
    <nav class="neighbours" aria-label={frame.t('grades.neighbours')}>
      {before && (
        <a rel="prev" href={to(before)}>
          {frame.t('grades.before')}
        </a>
      )}
      <a href={list}>{frame.t('grades.back')}</a>
      {after && (
        <a rel="next" href={to(after)}>
          {frame.t('grades.after')}
        </a>
      )}
    </nav>
  )
}
