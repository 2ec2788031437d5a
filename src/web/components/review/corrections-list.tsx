import type { ReviewEdit, ReviewRow } from '#domain/review/review.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { correctionInWords } from './correction-words.ts'

type Props = {
  frame: Frame
  edits: readonly ReviewEdit[]
  row: (edit: ReviewEdit) => ReviewRow | undefined
  rows: readonly ReviewRow[]
  /** 取り消しを送る番地。 */
  action: string
  /** 取り消したあとに見せる行。 */
  back?: string | undefined
}

/** 加えた訂正。図書の字 → 直した字、誰がいつ、取り消しのボタン。 */
export const CorrectionsList = ({ frame, edits, row, rows, action, back = '' }: Props) => (
  <ul class="corrections">
    {edits.toReversed().map((edit) => {
      const { subject, from, to, own } = correctionInWords(frame, edit.correction, row(edit), rows)
      const words = (text: string) => (own ? <Own frame={frame}>{text}</Own> : text)
      return (
        <li>
          <span class="what">{subject}</span>{' '}
          {from !== null && (
            <>
              <del>{words(from)}</del> <span aria-hidden="true">→</span>
              <span class="unseen">{frame.t('review.to')}</span>{' '}
            </>
          )}
          <ins>{words(to)}</ins>{' '}
          <small>
            <Own frame={frame}>{edit.by}</Own> <time datetime={edit.at}>{momentInWords(edit.at)}</time>
          </small>
          <form method="post" action={action}>
            <input type="hidden" name="number" value={String(edit.number)} />
            <input type="hidden" name="row" value={back} />
            <button type="submit" class="plain">
              {frame.t('review.undo')}
              <span class="unseen"> {subject}</span>
            </button>
          </form>
        </li>
      )
    })}
  </ul>
)
