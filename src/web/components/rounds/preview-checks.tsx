import type { Child } from 'hono/jsx'
import { otherYearsIn, weekendDeadlines } from '#domain/collection/round-check.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { RoundPreview } from '#operations/collection/view-rounds.ts'
import { type Frame, yearInWords } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'
import { Spoken } from '../spoken.tsx'
import { listed } from './round-words.tsx'

type Props = { frame: Frame; code: string; view: RoundPreview }

/** 開く前に確かめるところ。それぞれに、直しに行く道。なければ、ないと言う。 */
export const PreviewChecks = ({ frame, code, view }: Props) => {
  const { t, to } = frame
  const { plan, round, blocked } = view
  const { ownerless, withoutPeople, withoutHead, withoutItems } = plan
  const weekend = weekendDeadlines(round.deadlines)
  const otherYears = otherYearsIn(round)
  const edit = { href: to.roundPart(code, round.id, 'edit'), words: t('rounds.fix-edit') }
  const people = { href: to.people(code), words: t('rounds.fix-people') }
  const unitNames = (those: typeof withoutPeople) => those.map(({ unit }) => unit.name)
  const checks = [
    ...(blocked ? [<Check way={edit}>{<ProblemWords frame={frame} problem={blocked} />}</Check>] : []),
    ...(otherYears.length > 0
      ? [
          <Check way={edit}>
            <Spoken
              frame={frame}
              words={t('rounds.preview-other-year', {
                named: listed(frame, otherYears),
                asked: yearInWords(frame, round.fiscalYear),
              })}
            />
          </Check>,
        ]
      : []),
    ...(ownerless.length > 0
      ? [
          <Check way={{ href: to.owners(code), words: t('rounds.fix-owners') }}>
            {t('rounds.preview-ownerless', { count: ownerless.length })}
            <Names frame={frame} names={ownerless.map(({ name }) => name)} />
          </Check>,
        ]
      : []),
    ...(withoutPeople.length > 0
      ? [
          <Check way={people}>
            {t('rounds.preview-without-people', { count: withoutPeople.length })}
            <Names frame={frame} names={unitNames(withoutPeople)} />
          </Check>,
        ]
      : []),
    ...(withoutHead.length > 0
      ? [
          <Check way={people}>
            {t('rounds.preview-without-head', { count: withoutHead.length })}
            <Names frame={frame} names={unitNames(withoutHead)} />
          </Check>,
        ]
      : []),
    ...(withoutItems.length > 0
      ? [
          <Check way={edit}>
            <Spoken
              frame={frame}
              words={t('rounds.preview-without-items', {
                names: listed(
                  frame,
                  withoutItems.map(({ name }) => name),
                ),
              })}
            />
          </Check>,
        ]
      : []),
    ...(weekend.length > 0
      ? [
          <Check way={edit}>
            {t('rounds.preview-weekend', {
              days: listed(
                frame,
                weekend.map((day) => dayInWords(day, frame.lang)),
              ),
            })}
          </Check>,
        ]
      : []),
  ]
  if (checks.length === 0) return <p class="sub">{t('rounds.preview-fine')}</p>
  return (
    <section class="notice" aria-labelledby="checks">
      <h2 id="checks">{t('rounds.preview-check')}</h2>
      <ul>{checks}</ul>
    </section>
  )
}

type CheckProps = { way: { readonly href: string; readonly words: string }; children?: Child }

const Check = ({ way, children }: CheckProps) => (
  <li>
    {children} <a href={way.href}>{way.words}</a>
  </li>
)

const fewNames = 5

/** 名を並べる。多ければ畳む。 */
const Names = ({ frame, names }: { frame: Frame; names: readonly string[] }) => {
  const shown = <Own frame={frame}>{names.join('、')}</Own>
  if (names.length <= fewNames) return <small class="rounds-names">{shown}</small>
  return (
    <details class="rounds-names">
      <summary>
        <Own frame={frame}>{names.slice(0, 2).join('、')}…</Own>
      </summary>
      {shown}
    </details>
  )
}
