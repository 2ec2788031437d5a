import type { Problem } from '#domain/problem.ts'
import { problemInWords } from '#domain/problem.ts'
import type { HearingView } from '#operations/priority/hearing-view.ts'
import { HearingGive, type HearingTyped } from '../../components/hearing/hearing-give.tsx'
import { HearingGoalSheet } from '../../components/hearing/hearing-goal.tsx'
import { HearingInstructions } from '../../components/hearing/hearing-instructions.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { type Frame, yearInSentence } from '../../frame.ts'

/** 頁の外から来るもの。記したばかりの指示の番号、通らなかった指示や一歩。 */
export type HearingGiven = {
  readonly told?: number | undefined
  readonly refused?: { readonly typed: HearingTyped | null; readonly problem: Problem } | undefined
}

type Props = { frame: Frame; view: HearingView; given: HearingGiven }

export const hearingPage = (frame: Frame, view: HearingView, given: HearingGiven = {}): string =>
  String(<HearingPage frame={frame} view={view} given={given} />)

/** ヒアリングの画面。部局一つを一枚に、大きな字で。ほかには何も出さない。 */
const HearingPage = ({ frame, view, given }: Props) => {
  const { department, stage, goals, municipality } = view
  const { t } = frame
  const title = t('hearing.title', { department, stage: t(`hearing.stage-${stage}`) })
  const refused = given.refused
  const typedOn = (id: string) => (refused?.typed?.at === id ? refused : undefined)
  return (
    <Layout frame={frame} title={title} municipality={municipality} scripts={['hearing']} bare>
      <header class="hearing-head">
        <h1>
          <Own frame={frame}>{department}</Own>{' '}
          <small>
            {yearInSentence(frame, view.sheet.year)} {t(`hearing.stage-${stage}`)}
          </small>
        </h1>
        <p class="hearing-position">{t('hearing.position', { at: view.at, of: view.of })}</p>
        <Ending frame={frame} view={view} />
      </header>
      {given.told !== undefined && (
        <p class="flow-done" role="status">
          <Spoken frame={frame} words={t('instructions.given', { number: given.told, department })} />
        </p>
      )}
      {refused && refused.typed === null && (
        <p class="notice" role="alert">
          <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
        </p>
      )}
      {goals.length === 0 && <p class="empty">{t('hearing.no-goals')}</p>}
      {goals.map((each) => (
        <HearingGoalSheet frame={frame} view={view} goal={each} refused={typedOn(each.goal.id)} />
      ))}
      {(view.whole.length > 0 || view.mayInstruct) && (
        <section class="hearing-goal hearing-whole" id="g-whole" tabindex={-1} aria-labelledby="h-whole">
          <h2 id="h-whole">{t('hearing.instructions')}</h2>
          <HearingInstructions frame={frame} view={view} lines={view.whole} />
          <HearingGive frame={frame} view={view} at="whole" newId={view.wholeId} refused={typedOn('whole')} />
        </section>
      )}
      <Ways frame={frame} view={view} />
    </Layout>
  )
}

type Shown = Omit<Props, 'given'>

/** ヒアリングを終える。もう終えていれば、そのことを。 */
const Ending = ({ frame, view }: Shown) => {
  const { ending, stage, sheet, municipality } = view
  const { t, to } = frame
  if (ending === 'heard')
    return <p class="hearing-heard">{t(stage === 'final' ? 'hearing.is-closed' : `hearing.is-heard-${stage}`)}</p>
  if (ending === 'not-yet') return null
  return (
    <form class="hearing-end" method="post" action={`${to.hearing(municipality.code, sheet.id)}/heard`}>
      <input type="hidden" name="revision" value={String(sheet.revision)} />
      <input type="hidden" name="stage" value={stage} />
      <button type="submit">{t(`hearing.end-${stage}`)}</button>
    </form>
  )
}

/** 前後の部局と、戻る道。台本がなくても、accesskey で送れる。 */
const Ways = ({ frame, view }: Shown) => {
  const { previous, next, stage, sheet, municipality } = view
  const { t, to } = frame
  const hearing = (id: string) => to.hearing(municipality.code, id, { stage })
  return (
    <nav class="hearing-ways" aria-label={t('hearing.ways')}>
      {previous && (
        <a rel="prev" href={hearing(previous.sheetId)} accesskey="p">
          <Spoken frame={frame} words={t('hearing.previous', { department: previous.department })} />
        </a>
      )}
      {next && (
        <a rel="next" href={hearing(next.sheetId)} accesskey="n">
          <Spoken frame={frame} words={t('hearing.next', { department: next.department })} />
        </a>
      )}
      <a href={to.prioritySheet(municipality.code, sheet.id)}>{t('hearing.leave')}</a>
      <label class="hearing-keys" hidden>
        <input type="checkbox" id="use-keys" /> {t('hearing.keys')}
      </label>
    </nav>
  )
}
