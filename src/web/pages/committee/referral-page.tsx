import { countedMeasures, opinionProgress } from '#domain/committee/opinions.ts'
import type { ReferredGoal } from '#domain/committee/referred.ts'
import type { OpinionLeft } from '#operations/committee/give-opinions.ts'
import type { ReferralView } from '#operations/committee/referral-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { Manage, type StepRefused } from '../../components/committee/manage.tsx'
import { OpinionsAt, type Shown } from '../../components/committee/opinion-box.tsx'
import { Outcome } from '../../components/committee/outcome.tsx'
import { ReferralFacts } from '../../components/committee/referral-words.tsx'
import { SaveBar } from '../../components/committee/save-bar.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 頁の外から来るもの。したことと、残らなかったもの。 */
export type ReferralGivenBack = {
  readonly did?: string | undefined
  readonly left?: readonly OpinionLeft[] | undefined
  readonly refused?: StepRefused | undefined
}

type Props = { frame: Frame; view: ReferralView; given: ReferralGivenBack }

export const referralPage = (frame: Frame, view: ReferralView, given: ReferralGivenBack): string =>
  String(<ReferralPage frame={frame} view={view} given={given} />)

/** 付議の目次：案内、どこまで書いたか、目標の並び、計画の全体についての意見。 */
const ReferralPage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { referral, edition, may } = view
  const code = edition.municipality.code
  const shown: Shown = { frame, view, left: given.left ?? [] }
  return (
    <CommitteeLayout
      frame={frame}
      municipality={edition.municipality}
      title={referral.title}
      crumbs={[{ words: referral.title, own: true }]}
      scripts={may.give ? ['committee'] : []}
    >
      <ReferralFacts frame={frame} referral={referral} today={view.today} />
      <Outcome frame={frame} view={view} given={given} />
      {may.manage && <Manage frame={frame} view={view} refused={given.refused} />}
      <Guidance frame={frame} view={view} />
      <Where frame={frame} view={view} />
      <section aria-labelledby="goals">
        <h2 id="goals">{t('committee.goals')}</h2>
        <ul class="committee-list">
          {view.goals.map((goal) => (
            <GoalLine frame={frame} view={view} goal={goal} />
          ))}
          {view.loose.length > 0 && (
            <li>
              <a href={to.referral(code, referral.id, undefined, { goal: 'loose' })}>{t('committee.loose')}</a>
            </li>
          )}
        </ul>
      </section>
      <form
        class="committee-opinions"
        method="post"
        action={to.referral(code, referral.id, 'opinions')}
        data-person={frame.person.id ?? ''}
        data-saving={t('committee.saving')}
        data-unsaved={t('committee.unsaved')}
      >
        {showsWhole(view) && (
          <section aria-labelledby="whole">
            <h2 id="whole">{t('committee.whole')}</h2>
            <OpinionsAt shown={shown} subject={null} label={t('committee.whole')} quiet />
          </section>
        )}
        {may.give && <SaveBar frame={frame} goal="" next={null} />}
      </form>
      <p class="buttons screen-only">
        <a class="button" href={to.referral(code, referral.id, undefined, { goal: 'all' })}>
          {t('committee.to-sheet')}
        </a>
        {((may.manage && referral.status !== 'draft') || referral.status === 'closed') && (
          <a class="button" href={to.referral(code, referral.id, 'opinions')}>
            {t('committee.to-table')}
          </a>
        )}
        {may.answer && !may.manage && (
          <a class="button primary" href={to.referral(code, referral.id, 'answers')}>
            {t('committee.to-answers')}
          </a>
        )}
      </p>
    </CommitteeLayout>
  )
}

/** 全体についての意見の欄か、読める意見があるか。 */
const showsWhole = ({ may, referral, opinions }: ReferralView): boolean =>
  may.give || referral.status === 'draft' || opinions.some(({ subject }) => subject === null)

export const Guidance = ({ frame, view: { edition, referral } }: Omit<Props, 'given'>) => (
  <>
    <p class="sub">
      <a href={frame.to.plan(edition.municipality.code, edition.id)}>
        <Own frame={frame}>{edition.title}</Own>
      </a>
    </p>
    {referral.guidance !== '' && (
      <p class="committee-words committee-guidance">
        <Own frame={frame}>{referral.guidance}</Own>
      </p>
    )}
  </>
)

/** どこまで書いたかと、つぎに読むところ。 */
const Where = ({ frame, view }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  const { referral, edition, progress, may } = view
  const next = firstUnsaid(view)
  return (
    <div class="committee-where">
      <p class="committee-progress">
        <strong>
          <Spoken frame={frame} words={progressWords(frame, view, progress)} />
        </strong>
        <progress max={Math.max(progress.of, 1)} value={progress.count} aria-hidden="true" />
      </p>
      {may.give && <p>{t('committee.private')}</p>}
      {referral.status === 'closed' && <p>{t('committee.after-closing')}</p>}
      {may.give && next && (
        <p class="screen-only">
          <a
            class="button primary"
            href={to.referral(edition.municipality.code, referral.id, undefined, { goal: next.key })}
          >
            {t(progress.count === 0 ? 'committee.start' : 'committee.continue')}
          </a>
        </p>
      )}
    </div>
  )
}

/** 「7つの施策のうち3つに意見」。段の名は、計画のことばで。 */
export const progressWords = (
  { t, lang }: Frame,
  { goals }: Pick<ReferralView, 'goals'>,
  progress: ReferralView['progress'],
): string => {
  const levels = new Set(countedMeasures(goals).map(({ node }) => node.level))
  const [level] = levels
  return t('committee.progress', {
    of: counted(lang, progress.of),
    level: levels.size === 1 && level ? level : t('committee.measure'),
    count: counted(lang, progress.count),
  })
}

/** 数のことば。日本語では、九つまでは「7つ」、その上は「12」。 */
const counted = (lang: Frame['lang'], count: number): string =>
  lang === 'ja' && count > 0 && count < 10 ? `${count}つ` : String(count)

const firstUnsaid = ({ goals, opinions }: ReferralView): ReferredGoal | undefined =>
  goals.find((goal) => {
    const { of, count } = opinionProgress([goal], opinions)
    return count < of
  }) ?? goals[0]

const GoalLine = ({ frame, view, goal }: Omit<Props, 'given'> & { goal: ReferredGoal }) => {
  const { to } = frame
  const progress = opinionProgress([goal], view.opinions)
  return (
    <li>
      <a href={to.referral(view.edition.municipality.code, view.referral.id, undefined, { goal: goal.key })}>
        <GoalName frame={frame} goal={goal} />
      </a>{' '}
      <span class="committee-facts">
        <Spoken frame={frame} words={progressWords(frame, { goals: [goal] }, progress)} />
      </span>
    </li>
  )
}

export const GoalName = ({ frame, goal: { goal } }: { frame: Frame; goal: ReferredGoal }) =>
  goal ? <Own frame={frame}>{goal.words}</Own> : frame.t('committee.other')
