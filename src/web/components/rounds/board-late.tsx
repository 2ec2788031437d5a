import type { BoardView } from '#operations/collection/board.ts'
import type { Frame } from '../../frame.ts'

/** 開いたあとに担当の決まった指標（足せる）と、まだ担当のない指標。なければ何も出さない。 */
export const BoardLate = ({
  frame,
  code,
  view: { round, unasked },
}: {
  frame: Frame
  code: string
  view: BoardView
}) => {
  const { t, to } = frame
  if (unasked.owned + unasked.ownerless === 0) return null
  return (
    <section class="notice screen-only" aria-labelledby="late">
      <h2 id="late">{t('rounds.late-title')}</h2>
      {unasked.owned > 0 && (
        <form method="post" action={to.roundPart(code, round.id, 'add')}>
          <p>
            {t('rounds.late-some', { count: unasked.owned })}{' '}
            <button type="submit" class="small">
              {t('rounds.late-do')}
            </button>
          </p>
        </form>
      )}
      {unasked.ownerless > 0 && (
        <p>
          {t('rounds.ownerless-some', { count: unasked.ownerless })}{' '}
          <a href={to.owners(code)}>{t('rounds.fix-owners')}</a>
        </p>
      )}
    </section>
  )
}
