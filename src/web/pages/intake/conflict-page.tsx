import type { Municipality } from '#domain/people/municipality.ts'
import type { ReviewView } from '#domain/review/review.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { Conflicts } from '#operations/reviews-for-pages/conflicts.ts'
import { Own } from '../../components/own-words.tsx'
import { correctionInWords } from '../../components/review/correction-words.ts'
import { ReviewFrame } from '../../components/review/review-frame.tsx'
import { fieldList, plainFields, type Sent, wasName } from '../../components/review/row-form.ts'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'

export type ConflictProps = {
  frame: Frame
  municipality: Municipality
  view: ReviewView
  conflicts: Conflicts
  /** 送られた訂正と、その欄。 */
  sent: readonly Sent[]
  form: Form
}

/** ほかの人が同じところを変えていたときの頁。両方の値を並べ、一つずつ選んでもらう。打ったものは失わない。 */
export const ConflictPage = ({ frame, municipality, view, conflicts, sent, form }: ConflictProps) => {
  const { t, to } = frame
  const { review, rows } = view
  const row = rows.find(({ key }) => key === form.text('row'))
  return (
    <ReviewFrame frame={frame} municipality={municipality} review={review} here="review">
      <h2>{t('conflict.title')}</h2>
      <p class="lead">{t('conflict.lead')}</p>
      {row && (
        <p>
          <Own frame={frame}>{row.name}</Own>
        </p>
      )}
      <form method="post" action={to.reviewAct(municipality.code, review.id, 'edit')}>
        <input type="hidden" name="seen" value={String(conflicts.revision)} />
        <Kept form={form} />
        {conflicts.conflicts.map(({ mine, theirs, undone }) => {
          const source = sent.find(({ correction }) => correction === mine)?.source ?? ''
          const [ours, other] = [mine, theirs.correction].map((each) => correctionInWords(frame, each, row, rows))
          return (
            <fieldset class="conflict">
              <legend>{ours?.subject}</legend>
              <label>
                <input type="radio" name={`keep ${source}`} value="theirs" checked />
                <span>
                  <Own frame={frame}>{theirs.by}</Own> {momentInWords(theirs.at)}
                  <br />
                  <b>{undone ? t('conflict.undone') : `${other?.subject} ${other?.to}`}</b>
                </span>
              </label>
              <label>
                <input type="radio" name={`keep ${source}`} value="mine" />
                <span>
                  {t('conflict.mine')}
                  <br />
                  <b>{ours?.to}</b>
                </span>
              </label>
              <input type="hidden" name="conflict" value={source} />
            </fieldset>
          )
        })}
        <p class="buttons">
          <button type="submit" name="do" value={form.text('do')} class="primary">
            {t('conflict.save')}
          </button>
        </p>
      </form>
    </ReviewFrame>
  )
}

/** 送られた欄のすべてを、隠して持ち回る。 */
const Kept = ({ form }: { form: Form }) => (
  <>
    {['row', 'in-order', 'in-state', ...plainFields].map((name) => (
      <input type="hidden" name={name} value={form.text(name)} />
    ))}
    {[...new Set(form.all(fieldList))].map((name) => (
      <>
        <input type="hidden" name={fieldList} value={name} />
        <input type="hidden" name={name} value={form.text(name)} />
        <input type="hidden" name={wasName(name)} value={form.text(wasName(name))} />
      </>
    ))}
  </>
)
