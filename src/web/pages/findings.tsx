import { webFindingWords } from '#domain/language/catalogue/web-findings.ts'
import { say } from '#domain/language/say.ts'
import {
  type FindingFilter,
  type FindingLine,
  type FindingsView,
  findingLevels,
  findingStates,
} from '#operations/view-findings.ts'
import { AnswerForm, type Given } from '../components/answer-form.tsx'
import { Choice } from '../components/choice.tsx'
import { FindingStateMark, LevelMark } from '../components/finding-marks.tsx'
import { FindingPlaces, FindingRows } from '../components/finding-places.tsx'
import { Own } from '../components/own-words.tsx'
import { PageSteps } from '../components/page-steps.tsx'
import { PlanFrame } from '../components/plan-frame.tsx'
import { CorrectButton } from '../components/review/correct-button.tsx'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: FindingsView; given: Given }

export const findingsPage = (frame: Frame, view: FindingsView, given: Given): string =>
  String(<FindingsPage frame={frame} view={view} given={given} />)

/** 突合結果。重いものから、一文と、書かれているところの字。一件ずつ答える。 */
const FindingsPage = ({ frame, view, given }: Props) => {
  const { edition } = view
  const title = frame.t('findings.title')
  return (
    <PlanFrame frame={frame} edition={edition} here="findings" title={title} wide={false}>
      {view.total === 0 ? (
        <p class="empty">{frame.t('findings.none')}</p>
      ) : (
        <>
          <p class="sub">{frame.t('findings.lead')}</p>
          <Counts frame={frame} view={view} />
          <Filter frame={frame} view={view} />
          {isFiltered(view) && view.keys.length > 0 && (
            <p class="summary">{frame.t('findings.shown', { count: view.keys.length })}</p>
          )}
          {view.keys.length === 0 && <p class="empty">{frame.t('findings.no-match')}</p>}
          {view.lines.map((line) => (
            <Article frame={frame} view={view} line={line} given={given} />
          ))}
          <PageSteps
            frame={frame}
            number={view.page.number}
            of={view.page.of}
            hrefOf={(page) => hrefTo(frame, view, { ...view.filter, page })}
          />
        </>
      )}
    </PlanFrame>
  )
}

const hrefTo = (frame: Frame, { edition }: FindingsView, { page, ...filter }: FindingFilter): string =>
  frame.to.findings(edition.municipality.code, edition.id, { ...filter, page: page?.toString() })

const isFiltered = ({ filter }: FindingsView): boolean => Boolean(filter.level || filter.state || filter.code)

/** 答えごとの数。数は、その答えに絞る道になる。 */
const Counts = ({ frame, view }: Omit<Props, 'given'>) => (
  <>
    <p class="summary">
      <strong>{frame.t('findings.counts', { total: view.total, open: view.counts.state.open })}</strong>{' '}
      {view.resolved > 0 && frame.t('findings.resolved', { count: view.resolved })}
    </p>
    <ul class="finding-counts">
      {findingStates.map((state) => (
        <li>
          <a
            href={hrefTo(frame, view, { ...view.filter, state })}
            aria-current={view.filter.state === state ? 'true' : undefined}
          >
            <FindingStateMark frame={frame} state={state} /> {view.counts.state[state]}
          </a>
        </li>
      ))}
    </ul>
  </>
)

/** 何についての気づきか。読み手の気づきのように題のない符号は、ひとまとめの題で。 */
const subjectWords = (frame: Frame, code: string): string => {
  const word = `finding-of.${code}`
  return frame.t(isTitle(word) ? word : 'finding-of.reading')
}

const isTitle = (word: string): word is keyof typeof webFindingWords => word in webFindingWords

const Filter = ({ frame, view }: Omit<Props, 'given'>) => {
  const { filter, codes, counts } = view
  const all = frame.t('filter.all')
  return (
    <form class="filter" method="get" action={hrefTo(frame, view, {})}>
      <Choice
        label={frame.t('findings.level')}
        name="level"
        chosen={filter.level}
        all={all}
        options={findingLevels.map((level) => [level, `${frame.t(`note.${level}`)} ${counts.level[level]}`])}
      />
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      {codes.length > 1 && (
        <Choice
          label={frame.t('findings.subject')}
          name="code"
          chosen={filter.code}
          all={all}
          options={codes.map((code) => [code, subjectWords(frame, code)])}
        />
      )}
      <button type="submit">{frame.t('filter.apply')}</button>
      {isFiltered(view) && (
        <a class="clear" href={hrefTo(frame, view, {})}>
          {frame.t('filter.clear')}
        </a>
      )}
    </form>
  )
}

const Article = ({ frame, view, line, given }: Props & { line: FindingLine }) => {
  const { note, key, origin, answer } = line
  return (
    <article class={`finding ${line.state}`} id={`f-${key}`} aria-labelledby={`t-${key}`}>
      <h2 id={`t-${key}`}>
        <LevelMark frame={frame} level={note.level} />{' '}
        {subjectWords(frame, origin === 'reading' ? 'reading' : note.code)}
        <FindingStateMark frame={frame} state={line.state} />
      </h2>
      <p class="sentence">{say({ code: note.code, params: note.params }, frame.lang)}</p>
      <FindingPlaces frame={frame} edition={view.edition} line={line} />
      <FindingRows frame={frame} edition={view.edition} line={line} />
      {answer && (
        <p class="answered">
          {frame.t('findings.answer-line')} <strong>{frame.t(`finding-state.${answer.answer}`)}</strong>{' '}
          <Own frame={frame}>{answer.reason}</Own>{' '}
          <small>{frame.t('finding-state.by', { date: answer.at.slice(0, 10), by: answer.by })}</small>{' '}
          {answer.answer === 'corrected' && frame.t('finding-state.still')}
        </p>
      )}
      {!answer && <p class="on-paper">{frame.t('findings.blank-answer')}</p>}
      <div class="acts">
        <AnswerForm frame={frame} view={view} line={line} given={given} />
        <CorrectButton frame={frame} edition={view.edition} place={note.places[0]} />
      </div>
    </article>
  )
}
