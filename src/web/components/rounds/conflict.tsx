import { type RoundGiven, readRound } from '#domain/collection/read-round.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { RoundForm } from '#operations/collection/view-rounds.ts'
import type { Frame } from '../../frame.ts'
import { Scroll } from '../scroll.tsx'
import { Spoken } from '../spoken.tsx'
import { roundFacts } from './round-words.tsx'

type Props = { frame: Frame; code: string; form: RoundForm; given: RoundGiven; now: CollectionRound }

/** ほかの人が先に直していたとき。いまの内容と、打ったものの違うところを並べる。打ったものは下の欄に残っている。 */
export const Conflict = ({ frame, code, form: { editions, units, today }, given, now }: Props) => {
  const { t, to } = frame
  const facts = (content: Parameters<typeof roundFacts>[1]) => roundFacts(frame, content, editions, units)
  const yours = new Map(facts(readRound(given, today, now.deadlines).content).map(({ label, words }) => [label, words]))
  const theirs = new Map(facts(now).map(({ label, words }) => [label, words]))
  const labels = [...new Set([...theirs.keys(), ...yours.keys()])]
  const different = labels.filter((label) => theirs.get(label) !== yours.get(label))
  return (
    <section class="notice" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t('rounds.conflict')}</h2>
      <p>{t(different.length === 0 ? 'rounds.conflict-same' : 'rounds.conflict-lead')}</p>
      {different.length > 0 && (
        <Scroll labelledby="conflict">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{t('rounds.conflict-field')}</th>
                <th scope="col">{t('rounds.conflict-now')}</th>
                <th scope="col">{t('rounds.conflict-yours')}</th>
              </tr>
            </thead>
            <tbody>
              {different.map((label) => (
                <tr>
                  <th scope="row">{t(label)}</th>
                  <td class="rounds-lines">
                    <Spoken frame={frame} words={theirs.get(label) ?? '―'} />
                  </td>
                  <td class="rounds-lines">
                    <Spoken frame={frame} words={yours.get(label) ?? '―'} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p>
        <a href={to.roundPart(code, now.id, 'edit')}>{t('rounds.conflict-discard')}</a>
      </p>
    </section>
  )
}
