import type { ReferredGoal } from '#domain/committee/referred.ts'
import type { ReferralView } from '#operations/committee/referral-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { IndicatorPart, Measure } from '../../components/committee/measure.tsx'
import { OpinionsAt, type Shown } from '../../components/committee/opinion-box.tsx'
import { Outcome } from '../../components/committee/outcome.tsx'
import { Deadline, ReferralFacts, ReferralStatus } from '../../components/committee/referral-words.tsx'
import { SaveBar } from '../../components/committee/save-bar.tsx'
import { NodeText } from '../../components/node-text.tsx'
import { Own } from '../../components/own-words.tsx'
import type { Frame } from '../../frame.ts'
import { GoalName, Guidance, type ReferralGivenBack } from './referral-page.tsx'

type Props = { frame: Frame; view: ReferralView; given: ReferralGivenBack; goal: ReferredGoal | 'loose' }

export const goalPage = (frame: Frame, view: ReferralView, goal: Props['goal'], given: ReferralGivenBack): string =>
  String(<GoalPage frame={frame} view={view} goal={goal} given={given} />)

/** 目標一つを、施策の順に読んで書く頁。書いたら次の目標へ。 */
const GoalPage = ({ frame, view, goal, given }: Props) => {
  const { t, to } = frame
  const { edition, referral, goals, loose, may } = view
  const code = edition.municipality.code
  const shown: Shown = { frame, view, left: given.left ?? [] }
  const title = goal === 'loose' ? t('committee.loose') : (goal.goal?.words ?? t('committee.other'))
  const at = goal === 'loose' ? goals.length : goals.indexOf(goal)
  const after = goals[at + 1]?.key ?? (at + 1 === goals.length && loose.length > 0 ? 'loose' : null)
  const key = goal === 'loose' ? 'loose' : goal.key
  return (
    <CommitteeLayout
      frame={frame}
      municipality={edition.municipality}
      title={title}
      crumbs={[
        { words: referral.title, href: to.referral(code, referral.id), own: true },
        { words: title, own: goal !== 'loose' && goal.goal !== null },
      ]}
      scripts={may.give ? ['committee'] : []}
    >
      <p class="sub committee-facts">
        <ReferralStatus frame={frame} referral={referral} />
        <Deadline frame={frame} referral={referral} today={view.today} />
      </p>
      <Outcome frame={frame} view={view} given={given} />
      <form
        class="committee-opinions"
        method="post"
        action={to.referral(code, referral.id, 'opinions')}
        data-person={frame.person.id ?? ''}
        data-saving={t('committee.saving')}
        data-unsaved={t('committee.unsaved')}
      >
        {goal === 'loose' ? (
          loose.map((indicator) => <IndicatorPart shown={shown} indicator={indicator} />)
        ) : (
          <GoalParts shown={shown} goal={goal} />
        )}
        {may.give && <SaveBar frame={frame} goal={key} next={after} />}
      </form>
      {!may.give && (
        <p class="buttons screen-only">
          {after !== null && (
            <a class="button" href={to.referral(code, referral.id, undefined, { goal: after })}>
              {t('committee.next')}
            </a>
          )}
          <a class="button" href={to.referral(code, referral.id)}>
            {t('committee.back')}
          </a>
        </p>
      )}
    </CommitteeLayout>
  )
}

/** 目標の文、施策、目標の全体についての意見。 */
const GoalParts = ({ shown, goal }: { shown: Shown; goal: ReferredGoal }) => {
  const { frame } = shown
  const nodes = goal.goal?.nodes ?? []
  // 「全体目標」と「個別目標」に二度出る目標でも、意見の欄は一つ。
  const [node] = nodes
  return (
    <>
      {nodes.map(({ text }) => (
        <NodeText frame={frame} text={text} />
      ))}
      {goal.measures.map((measure) => (
        <Measure shown={shown} measure={measure} isGoal={nodes.includes(measure.node)} />
      ))}
      {node && (
        <section class="committee-measure" aria-labelledby={`all-${node.id}`}>
          <h2 id={`all-${node.id}`}>{frame.t('committee.on-goal')}</h2>
          <OpinionsAt
            shown={shown}
            subject={{ kind: 'node', id: node.id }}
            label={frame.t('committee.on-goal')}
            quiet
          />
        </section>
      )}
    </>
  )
}

/** 意見シート：すべての目標を一枚に続けて、手で書く欄とともに（印刷して渡す）。 */
export const sheetPage = (frame: Frame, view: ReferralView): string => String(<SheetPage frame={frame} view={view} />)

const SheetPage = ({ frame, view }: Pick<Props, 'frame' | 'view'>) => {
  const { t, to } = frame
  const { edition, referral } = view
  // 紙は手で書くところ。打ってある意見は載せない（だれの紙か分からなくなる）。
  const shown: Shown = {
    frame,
    view: { ...view, opinions: [], may: { ...view.may, give: false } },
    left: [],
    blank: true,
  }
  return (
    <CommitteeLayout
      frame={frame}
      municipality={edition.municipality}
      title={`${t('committee.sheet')} ${referral.title}`}
      crumbs={[
        { words: referral.title, href: to.referral(edition.municipality.code, referral.id), own: true },
        { words: t('committee.sheet') },
      ]}
    >
      <div class="committee-sheet">
        <ReferralFacts frame={frame} referral={referral} today={view.today} />
        <Guidance frame={frame} view={view} />
        <p class="committee-sign">{t('committee.sheet-name')}</p>
        {view.goals.map((goal) => (
          <section class="committee-sheet-goal">
            <p class="committee-sheet-title">
              <GoalName frame={frame} goal={goal} />
            </p>
            <GoalParts shown={shown} goal={goal} />
          </section>
        ))}
        {view.loose.map((indicator) => (
          <IndicatorPart shown={shown} indicator={indicator} />
        ))}
        <section aria-labelledby="whole">
          <h2 id="whole">{t('committee.whole')}</h2>
          <OpinionsAt shown={shown} subject={null} label={t('committee.whole')} quiet />
        </section>
      </div>
      <p class="empty screen-only">
        <Own frame={frame}>{edition.title}</Own>
      </p>
    </CommitteeLayout>
  )
}
