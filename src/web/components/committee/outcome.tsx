import { problemInWords } from '#domain/problem.ts'
import type { ReferralView } from '#operations/committee/referral-view.ts'
import type { Frame, WebCode } from '../../frame.ts'
import type { ReferralGivenBack } from '../../pages/committee/referral-page.tsx'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; view: ReferralView; given: ReferralGivenBack }

const didWords: Readonly<Record<string, WebCode>> = {
  release: 'committee.did-release',
  close: 'committee.did-close',
  reopen: 'committee.did-reopen',
  save: 'committee.did-save',
  withdraw: 'committee.did-withdraw',
}

/** したことの一文か、残らなかったもの。もう書けない頁では、打ったものを写せるように見せる。 */
export const Outcome = ({ frame, view, given: { did, left = [] } }: Props) => {
  const words = did === undefined ? undefined : didWords[did]
  if (left.length > 0)
    return (
      <div class="notice" role="alert">
        {view.may.give ? (
          <p>{frame.t('committee.left')}</p>
        ) : (
          <>
            {[...new Set(left.map(({ problem }) => problemInWords(problem, frame.lang)))].map((each) => (
              <p>
                <Spoken frame={frame} words={each} />
              </p>
            ))}
            <h2>{frame.t('committee.kept')}</h2>
            {left.map(({ given }) => (
              <p class="committee-words">
                <Own frame={frame}>{`${given.grade === '' ? '' : `${given.grade} `}${given.text}`}</Own>
              </p>
            ))}
          </>
        )}
        {view.may.give && <Nowhere frame={frame} view={view} given={{ left }} />}
      </div>
    )
  return words ? (
    <p class="done" role="status">
      {frame.t(words)}
    </p>
  ) : null
}

/** いまの計画か範囲にない欄に打ったもの。欄がないので、ここで見せる。 */
const Nowhere = ({ frame, given: { left = [] } }: Props) => {
  const lost = left.filter(({ problem }) => problem.kind === 'committee.subject-gone')
  return lost.length === 0
    ? null
    : lost.map(({ given, problem }) => (
        <>
          <p>
            <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
          </p>
          <p class="committee-words">
            <Own frame={frame}>{given.text}</Own>
          </p>
        </>
      ))
}
