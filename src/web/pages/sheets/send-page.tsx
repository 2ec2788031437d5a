import type { Problem } from '#domain/problem.ts'
import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { SheetsOfResponse } from '#operations/collection/sheets-for-pages.ts'
import { Own } from '../../components/own-words.tsx'
import { SendForm } from '../../components/sheets/send-form.tsx'
import { SheetFrame } from '../../components/sheets/sheet-frame.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: SheetsOfResponse; refused?: Problem | undefined }

/** 課の「Excelで入力する」頁：用紙を受け取り、記入して、送る。 */
export const SendPage = ({ frame, view, refused }: Props) => {
  const { t, to } = frame
  const { municipality, round, response, department, items, received, blocked } = view
  const { code } = municipality
  return (
    <SheetFrame
      frame={frame}
      title={t('sheets.title')}
      municipality={municipality}
      round={round}
      between={[{ words: department, href: to.response(code, response.id), own: true }]}
    >
      <p class="lead">
        <Spoken frame={frame} words={t('sheets.lead', { round: round.title, department, items })} />
      </p>
      <h2>{t('sheets.step-1')}</h2>
      <p>{t('sheets.step-1-hint')}</p>
      <p class="buttons">
        <a class="button" href={to.responsePart(code, response.id, 'sheet.xlsx')}>
          {t('sheets.download')}
        </a>
      </p>
      <h2>{t('sheets.step-2')}</h2>
      {blocked ? (
        <p class="notice" role="status">
          <Spoken frame={frame} words={problemInWords(blocked, frame.lang)} />
        </p>
      ) : (
        <>
          <p>{t('sheets.step-2-hint')}</p>
          <SendForm
            frame={frame}
            action={to.responsePart(code, response.id, 'upload')}
            refused={refused ? [refused] : []}
          />
        </>
      )}
      {received.length > 0 && (
        <section aria-labelledby="received">
          <h2 id="received">{t('sheets.received')}</h2>
          <ul class="sheets-list">
            {received.map((sheet) => (
              <li>
                <a href={to.sheet(code, sheet.id)}>
                  <Own frame={frame}>{sheet.fileName}</Own>
                </a>{' '}
                {t(`sheets.status-${sheet.status}`)}
                <br />
                <small>
                  {momentInWords(sheet.at)} <Own frame={frame}>{sheet.by}</Own>
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </SheetFrame>
  )
}
