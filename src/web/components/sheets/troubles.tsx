import { say } from '#domain/language/say.ts'
import type { SheetReview } from '#operations/collection/sheet-review.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; review: SheetReview }

/** 取り込まないところ：読めなかった欄、変えられていた変えられない欄、行と列。 */
export const Troubles = ({ frame, review }: Props) => (
  <>
    <Unreadable frame={frame} review={review} />
    <RowsAndColumns frame={frame} review={review} />
    <Altered frame={frame} review={review} />
  </>
)

const Unreadable = ({ frame, review: { unreadable } }: Props) =>
  unreadable.length === 0 ? null : (
    <section aria-labelledby="unreadable">
      <h2 id="unreadable">{frame.t('sheets.unreadable', { count: unreadable.length })}</h2>
      <p class="hint">{frame.t('sheets.unreadable-hint')}</p>
      <ul class="sheets-list">
        {unreadable.map((each) => (
          <li>
            <b>{each.cell}</b> <Own frame={frame}>{`${each.item.name}　${each.heading}`}</Own>
            <br />
            <Spoken frame={frame} words={say(each.message, frame.lang)} />
          </li>
        ))}
      </ul>
    </section>
  )

const Altered = ({ frame, review: { altered } }: Props) =>
  altered.length === 0 ? null : (
    <section aria-labelledby="altered">
      <h2 id="altered">{frame.t('sheets.altered', { count: altered.length })}</h2>
      <p class="hint">{frame.t('sheets.altered-hint')}</p>
      <ul class="sheets-list">
        {altered.map((each) => (
          <li>
            <b>{each.cell}</b> <Own frame={frame}>{`${each.item.name}　${each.heading}`}</Own>
            {frame.lang === 'ja' ? '：' : ': '}
            <Spoken frame={frame} words={frame.t('sheets.altered-one', { was: each.was, is: each.is })} />
          </li>
        ))}
      </ul>
    </section>
  )

const RowsAndColumns = ({ frame, review: { missing, repeated, rest } }: Props) => {
  const { t } = frame
  const { unknownLines, missingColumns } = rest
  if (missing.length + repeated.length + unknownLines.length + missingColumns.length === 0) return null
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('sheets.rows')}</h2>
      <ul class="sheets-list">
        {missing.length > 0 && (
          <li>
            {t('sheets.missing-rows', { count: missing.length })}{' '}
            <Own frame={frame}>{missing.map(({ name }) => name).join('、')}</Own>
          </li>
        )}
        {repeated.map(({ item, lines }) => (
          <li>
            {t('sheets.repeated-row', { lines: lines.join('・') })} <Own frame={frame}>{item.name}</Own>
          </li>
        ))}
        {unknownLines.length > 0 && <li>{t('sheets.unknown-rows', { lines: listed(unknownLines) })}</li>}
        {missingColumns.map((heading) => (
          <li>
            {t('sheets.missing-column')} <Own frame={frame}>{heading}</Own>
          </li>
        ))}
      </ul>
    </section>
  )
}

const listed = (lines: readonly number[]): string => lines.slice(0, 30).join('・') + (lines.length > 30 ? '…' : '')
