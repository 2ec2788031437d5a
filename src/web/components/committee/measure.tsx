import type { ReferredMeasure } from '#domain/committee/referred.ts'
import type { Evaluation, SubjectKind } from '#domain/evaluation/evaluation.ts'
import { gradedOf } from '#domain/evaluation/graded-plan.ts'
import { finalTarget } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { nodeId } from '../../crumb-trail.ts'
import { yearShort } from '../../frame.ts'
import { indicatorSentence } from '../../pages/indicator-sentence.ts'
import { withUnit } from '../figure-words.ts'
import { NodeText } from '../node-text.tsx'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { State } from '../state.tsx'
import { Standing } from './grade-mark.tsx'
import { hasOwn, OpinionsAt, type Shown } from './opinion-box.tsx'

/** 施策一つ：名、方針、指標、評価の文、意見の欄。`isGoal` は目標に直に付いた指標（意見の欄は目標のところにある）。 */
export const Measure = ({ shown, measure, isGoal }: { shown: Shown; measure: ReferredMeasure; isGoal: boolean }) => {
  const { frame } = shown
  const { node, path, indicators } = measure
  const title = nodeInWords(node)
  return (
    <section class="committee-measure" id={nodeId(node)} aria-labelledby={`h-${node.id}`}>
      {!isGoal && path.length > 1 && (
        <p class="committee-path">
          <Own frame={frame}>{path.slice(0, -1).map(nodeInWords).join('／')}</Own>
        </p>
      )}
      <h2 id={`h-${node.id}`}>{isGoal ? frame.t('committee.goal-indicators') : <Own frame={frame}>{title}</Own>}</h2>
      {!isGoal && <NodeText frame={frame} text={node.text} />}
      <Evaluated shown={shown} kind="node" id={node.id} />
      {indicators.length === 0 ? (
        <p class="empty small">{frame.t('committee.no-indicators')}</p>
      ) : (
        indicators.map((indicator) => <IndicatorPart shown={shown} indicator={indicator} />)
      )}
      {!isGoal && (
        <OpinionsAt
          shown={shown}
          subject={{ kind: 'node', id: node.id }}
          label={frame.t('committee.on-measure', { title: node.title })}
        />
      )}
    </section>
  )
}

/** 指標一つ：名、いまの値を一文で、これまで、評価、意見の欄（たたんである）。 */
export const IndicatorPart = ({ shown, indicator }: { shown: Shown; indicator: Indicator }) => {
  const { frame, view, blank } = shown
  const { t, to } = frame
  const { edition, referral, graded } = view
  const reckoned = reckon(edition).byId.get(indicator.id)?.years
  const latest = reckoned?.get(referral.year)
  const past = [...(reckoned?.values() ?? [])].filter(({ year, actual }) => year <= referral.year && actual)
  const subject = { kind: 'indicator', id: indicator.id } as const
  const writes = view.may.give || referral.status === 'draft'
  return (
    <article class="committee-indicator">
      <h3>
        <a href={to.indicator(edition.municipality.code, edition.id, indicator.id)}>
          <Own frame={frame}>{indicator.name}</Own>
        </a>
      </h3>
      <p class="committee-sentence">
        <Spoken frame={frame} words={indicatorSentence(frame, { latest, target: finalTarget(indicator) })} />
      </p>
      <p class="committee-marks">
        <State frame={frame} standing={latest?.standing ?? 'not-judged'} />
        <Standing frame={frame} scale={graded.scales.indicator} standing={gradedOf(graded, indicator)?.standing} />
      </p>
      {past.length > 1 && !blank && (
        <p class="committee-years">
          <span>{t('committee.years')}</span>
          {past.map(({ year, actual }) => (
            <span>
              <small>{yearShort(frame, year)}</small> <Own frame={frame}>{actual ? withUnit(actual) : '―'}</Own>
            </span>
          ))}
        </p>
      )}
      <Evaluated shown={shown} kind="indicator" id={indicator.id} />
      {blank ? null : writes ? (
        <details class="committee-fold" open={hasOwn(shown, subject)}>
          <summary>{t('committee.about-indicator')}</summary>
          <OpinionsAt shown={shown} subject={subject} label={t('committee.on-indicator', { title: indicator.name })} />
        </details>
      ) : (
        <OpinionsAt shown={shown} subject={subject} label="" />
      )}
    </article>
  )
}

/** 担当課・企画課の書いた評価の文。 */
export const Evaluated = ({ shown: { frame, view }, kind, id }: { shown: Shown; kind: SubjectKind; id: string }) => {
  const graded = view.graded.subjects.get(id)
  const said = (graded?.evaluations ?? []).filter(({ text }) => text.trim() !== '')
  return (
    <>
      {kind === 'node' && graded?.standing && (
        <p class="committee-marks">
          <Standing frame={frame} scale={view.graded.scales.node} standing={graded.standing} />
        </p>
      )}
      {said.map((evaluation) => (
        <div class="committee-said">
          <p class="committee-who">{frame.t('committee.text-of', { stage: stageWords(frame, evaluation) })}</p>
          <p class="committee-words">
            <Own frame={frame}>{evaluation.text}</Own>
          </p>
        </div>
      ))}
    </>
  )
}

const stageWords = ({ t }: Shown['frame'], { stage }: Evaluation): string => t(`committee.stage-${stage}`)
