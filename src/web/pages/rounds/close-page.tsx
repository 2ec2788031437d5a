import type { BoardLine } from '#domain/collection/board.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { Problem } from '#domain/problem.ts'
import type { BoardView } from '#operations/collection/board.ts'
import { Own } from '../../components/own-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { Tick } from '../../components/rounds/form-fields.tsx'
import { RoundsLayout } from '../../components/rounds/rounds-layout.tsx'
import { StateWord } from '../../components/rounds/state-word.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; municipality: Municipality; view: BoardView; refused?: Problem | undefined }

export const closePage = (props: Props): string => String(<ClosePage {...props} />)

/** 閉じる前に確かめる頁。受理していない課を並べてから。 */
const ClosePage = ({ frame, municipality, view: { round, lines }, refused }: Props) => {
  const { t, to } = frame
  const code = municipality.code
  const left = lines.filter(({ state }) => state !== 'accepted')
  return (
    <RoundsLayout
      frame={frame}
      municipality={municipality}
      title={t('rounds.close-title')}
      crumbs={[{ words: round.title, href: to.round(code, round.id), own: true }, { words: t('rounds.close-title') }]}
    >
      <p class="lead">{t('rounds.close-lead')}</p>
      {refused && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={refused} />
        </p>
      )}
      {left.length === 0 ? <p>{t('rounds.close-all-accepted')}</p> : <Left frame={frame} code={code} left={left} />}
      <form method="post" action={to.roundPart(code, round.id, 'close')}>
        <input type="hidden" name="revision" value={String(round.revision)} />
        {left.length > 0 && (
          <Tick name="despite" checked={false}>
            {t('rounds.close-despite')}
          </Tick>
        )}
        <p class="buttons">
          <button type="submit" class="primary">
            {t('rounds.close-do')}
          </button>
          <a class="button plain" href={to.round(code, round.id)}>
            {t('rounds.back-to-board')}
          </a>
        </p>
      </form>
    </RoundsLayout>
  )
}

const Left = ({ frame, code, left }: { frame: Frame; code: string; left: readonly BoardLine[] }) => (
  <section class="notice" aria-labelledby="left">
    <h2 id="left">{frame.t('rounds.close-unaccepted', { count: left.length })}</h2>
    <ul>
      {left.map(({ id, unit, state }) => (
        <li>
          <a href={frame.to.responsePart(code, id, 'review')}>
            <Own frame={frame}>{unit.name}</Own>
          </a>{' '}
          <StateWord frame={frame} state={state} />
        </li>
      ))}
    </ul>
  </section>
)
