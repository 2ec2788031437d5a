import { permits } from '#domain/people/permission.ts'
import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { SheetReview } from '#operations/collection/sheet-review.ts'
import { Own } from '../../components/own-words.tsx'
import { Asks, Changes } from '../../components/sheets/differences.tsx'
import { SheetFrame } from '../../components/sheets/sheet-frame.tsx'
import { Troubles } from '../../components/sheets/troubles.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  review: SheetReview
  /** 取り込めなかったわけ（ほかの人が変えた、選んでいない）。 */
  notice?: string | undefined
  /** 選んでいたもの。 */
  given?: Form | undefined
}

/** 届いた用紙を、取り込む前に確かめる頁。 */
export const SheetReviewPage = ({ frame, review, notice, given }: Props) => {
  const { t, to } = frame
  const { municipality, round, response, department, sheet } = review
  const { code } = municipality
  return (
    <SheetFrame
      frame={frame}
      title={t('sheets.review-title')}
      municipality={municipality}
      round={round}
      between={[{ words: department, href: to.response(code, response.id), own: true }]}
    >
      <Facts frame={frame} review={review} />
      {notice !== undefined && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      {sheet.status === 'open' ? (
        <Open frame={frame} review={review} given={given} />
      ) : (
        <Ended frame={frame} review={review} />
      )}
    </SheetFrame>
  )
}

const Facts = ({ frame, review: { municipality, round, department, sheet, madeAt } }: Props) => {
  const { t, to } = frame
  return (
    <dl class="sheets-facts">
      <dt>{t('sheets.department')}</dt>
      <dd>
        <Own frame={frame}>{department}</Own>
      </dd>
      <dt>{t('sheets.round')}</dt>
      <dd>
        <Own frame={frame}>{round.title}</Own>
      </dd>
      <dt>{t('sheets.file-name')}</dt>
      <dd>
        <a href={to.sheet(municipality.code, sheet.id, 'file')}>
          <Own frame={frame}>{sheet.fileName}</Own>
        </a>
      </dd>
      <dt>{t('sheets.arrived')}</dt>
      <dd>
        {momentInWords(sheet.at)} <Own frame={frame}>{sheet.by}</Own>
      </dd>
      {madeAt !== null && !Number.isNaN(Date.parse(madeAt)) && (
        <>
          <dt>{t('sheets.made')}</dt>
          <dd>{momentInWords(madeAt)}</dd>
        </>
      )}
    </dl>
  )
}

const Open = ({ frame, review, given }: Props) => {
  const { t, to } = frame
  const { municipality, sheet, differences, unreadable, rest, tag, takenBefore, blocked, seen } = review
  const asks = differences.filter(({ why }) => why !== 'change').length
  const act = (name: string) => to.sheet(municipality.code, sheet.id, name)
  const locked = blocked !== null
  const counts = { changes: differences.length - asks, asks, unreadable: unreadable.length, same: rest.same }
  return (
    <>
      {takenBefore?.endedAt && (
        <p class="notice" role="status">
          <Spoken
            frame={frame}
            words={t('sheets.taken-before', { at: momentInWords(takenBefore.endedAt), by: takenBefore.endedBy ?? '' })}
          />
        </p>
      )}
      <p class="lead">{t('sheets.counts', counts)}</p>
      {tag !== 'good' && differences.length > 0 && <p class="notice">{t(`sheets.tag-${tag}`)}</p>}
      {blocked && (
        <p class="notice" role="status">
          {t('sheets.blocked')} <Spoken frame={frame} words={problemInWords(blocked, frame.lang)} />
        </p>
      )}
      {differences.length === 0 ? (
        <p class="done">{t('sheets.nothing')}</p>
      ) : (
        <form method="post" action={act('take')} id="take">
          <input type="hidden" name="seen" value={seen} />
          <Asks frame={frame} differences={differences} given={given} locked={locked} />
          <Changes frame={frame} differences={differences} given={given} locked={locked} />
        </form>
      )}
      <Troubles frame={frame} review={review} />
      {!locked && (
        <form method="post" action={act('discard')} class="buttons">
          {differences.length > 0 && (
            <button type="submit" class="primary" form="take">
              {t('sheets.take')}
            </button>
          )}
          <button type="submit">{t(differences.length > 0 ? 'sheets.discard' : 'sheets.finish')}</button>
        </form>
      )}
    </>
  )
}

const Ended = ({ frame, review: { municipality, round, response, sheet } }: Props) => {
  const { t, to, person } = frame
  const taken = sheet.status === 'taken'
  return (
    <>
      <div class="done" role="status">
        <p>{t(taken ? 'sheets.done-taken' : 'sheets.done-discarded')}</p>
        {sheet.endedAt && (
          <p>
            <small>
              {momentInWords(sheet.endedAt)} <Own frame={frame}>{sheet.endedBy ?? ''}</Own>
            </small>
          </p>
        )}
      </div>
      <p class="buttons">
        <a class="button primary" href={to.response(municipality.code, response.id)}>
          {t('sheets.to-entry')}
        </a>
        {permits(person, 'round-manage') ? (
          <a class="button" href={`${to.roundPart(municipality.code, round.id, 'sheets')}#waiting`}>
            {t('sheets.to-round')}
          </a>
        ) : (
          <a class="button" href={to.responsePart(municipality.code, response.id, 'upload')}>
            {t('sheets.again')}
          </a>
        )}
      </p>
    </>
  )
}
