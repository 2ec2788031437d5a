import type { Municipality } from '#domain/people/municipality.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { RoundLine } from '#operations/collection/view-rounds.ts'
import { Own } from '../../components/own-words.tsx'
import { RoundStatus, statusWhen } from '../../components/rounds/round-words.tsx'
import { RoundsLayout } from '../../components/rounds/rounds-layout.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  municipality: Municipality
  lines: readonly RoundLine[]
  manages: boolean
  /** いま（ISO 8601）。予約の時を過ぎたかを見る。 */
  now: string
}

export const roundsPage = (props: Props): string => String(<RoundsPage {...props} />)

/** 照会の一覧。新しい順。 */
const RoundsPage = ({ frame, municipality, lines, manages, now }: Props) => {
  const { t, to } = frame
  return (
    <RoundsLayout frame={frame} municipality={municipality} title={t('rounds.title')}>
      <p class="sub">{t('rounds.lead')}</p>
      {manages && (
        <p class="buttons">
          <a class="button primary" href={to.newRound(municipality.code)}>
            {t('rounds.new')}
          </a>
          {lines[0] && (
            <a class="button" href={`${to.newRound(municipality.code)}?copy=${lines[0].round.id}`}>
              {t('rounds.copy')}
            </a>
          )}
        </p>
      )}
      {lines.length === 0 ? (
        <p class="empty">{t(manages ? 'rounds.none' : 'rounds.none-for-you')}</p>
      ) : (
        <Scroll label={t('rounds.title')}>
          <table class="plain rounds-list">
            <thead>
              <tr>
                <th scope="col">{t('rounds.column-round')}</th>
                <th scope="col">{t('rounds.column-status')}</th>
                <th scope="col">{t('rounds.column-deadline')}</th>
                <th scope="col">{t('rounds.column-progress')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line frame={frame} code={municipality.code} line={line} now={now} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </RoundsLayout>
  )
}

type LineProps = { frame: Frame; code: string; line: RoundLine; now: string }

const Line = ({ frame, code, line: { round, departments, submitted, accepted }, now }: LineProps) => {
  const { t, to } = frame
  const opened = round.openedAt !== null
  const late = round.status === 'scheduled' && round.opensAt !== null && round.opensAt <= now
  return (
    <tr>
      <th scope="row">
        <a href={opened ? to.round(code, round.id) : to.roundPart(code, round.id, 'preview')}>
          <Own frame={frame}>{round.title}</Own>
        </a>
      </th>
      <td>
        <RoundStatus frame={frame} status={round.status} />
        <small>
          {late
            ? t('rounds.not-opened-in-time', { time: momentInWords(round.opensAt ?? '') })
            : statusWhen(frame, round)}
        </small>
      </td>
      <td>{dayInWords(round.deadlines.enter, frame.lang, true)}</td>
      <td>{opened ? t('rounds.progress-line', { departments, submitted, accepted }) : ''}</td>
    </tr>
  )
}
