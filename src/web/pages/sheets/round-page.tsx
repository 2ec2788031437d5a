import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { SheetsOfRound } from '#operations/collection/sheets-for-pages.ts'
import { Own } from '../../components/own-words.tsx'
import { SendForm } from '../../components/sheets/send-form.tsx'
import { SheetFrame } from '../../components/sheets/sheet-frame.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: SheetsOfRound; refused: readonly Problem[] }

/** 企画課の「Excel の用紙」の頁：まとめて作り、届いたものを受け取る。 */
export const RoundSheetsPage = ({ frame, view, refused }: Props) => {
  const { t, to } = frame
  const { municipality, round, departments, waiting } = view
  const { code } = municipality
  return (
    <SheetFrame frame={frame} title={t('sheets.round-title')} municipality={municipality} round={round}>
      <p class="lead">
        <Spoken frame={frame} words={t('sheets.round-lead', { round: round.title })} />
      </p>
      <p class="buttons">
        <a class="button" href={to.roundPart(code, round.id, 'sheets.zip')}>
          {t('sheets.zip', { count: departments.length })}
        </a>
      </p>
      <p class="hint">{t('sheets.zip-hint')}</p>
      <h2>{t('sheets.round-send')}</h2>
      <p>{t('sheets.round-send-hint')}</p>
      <SendForm frame={frame} action={to.roundPart(code, round.id, 'sheets')} refused={refused} several />
      <h2 id="waiting">{t('sheets.waiting')}</h2>
      {waiting.length === 0 ? (
        <p>{t('sheets.waiting-none')}</p>
      ) : (
        <ul class="sheets-list">
          {waiting.map(({ sheet, department }) => (
            <li>
              <a href={to.sheet(code, sheet.id)}>
                <Own frame={frame}>{`${department}　${sheet.fileName}`}</Own>
              </a>
              <br />
              <small>
                {momentInWords(sheet.at)} <Own frame={frame}>{sheet.by}</Own>
              </small>
            </li>
          ))}
        </ul>
      )}
      <details class="sheets-departments">
        <summary>{t('sheets.one-by-one')}</summary>
        <ul>
          {departments.map(({ response, name }) => (
            <li>
              <a href={to.responsePart(code, response.id, 'sheet.xlsx')}>
                <Own frame={frame}>{name}</Own>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </SheetFrame>
  )
}
