import type { AskedField } from '#domain/collection/completeness.ts'
import { textOfLastYear } from '#domain/collection/item-row.ts'
import type { EntryRow } from '#operations/collection/entry-page.ts'
import { yearShort } from '../../frame.ts'
import { FigureText } from '../figure.tsx'
import { Own } from '../own-words.tsx'
import { EntryChecks, EntryRate } from './entry-checks.tsx'
import { ActualField, FieldRead, MoneyField, TextField } from './entry-field.tsx'
import { EntryMore } from './entry-more.tsx'
import { type EntryShown, fieldShown } from './shown.ts'

type Props = { shown: EntryShown; row: EntryRow }

/** 一行：指標・前の年度・目標・今年度の欄・達成率。下の段に、確かめることと、文・資料・書き込み。 */
export const EntryItem = ({ shown, row }: Props) => {
  const { frame, view } = shown
  const { t } = frame
  const { item, last, target, fields } = row
  const { fiscalYear } = view.round
  const main = fields.find(({ field }) => field === 'actual')
  const year = yearShort(frame, fiscalYear)
  const label = t('entry.value-of', { year, name: item.name })
  const field = main && fieldShown(shown, row, 'actual')
  return (
    <tbody class={isShort(item.name) ? 'entry-item short' : 'entry-item'} id={`i-${item.id}`} data-item={item.id}>
      <tr>
        <th scope="row" class="entry-name">
          <ItemName shown={shown} row={row} />
        </th>
        <td class="n" data-label={yearShort(frame, fiscalYear - 1)}>
          {row.indicator ? <FigureText frame={frame} figure={last?.figure} /> : null}
        </td>
        <td class="n" data-label={t('entry.col-target')}>
          {row.indicator ? <FigureText frame={frame} figure={target} /> : null}
        </td>
        <td class="entry-value" data-label={t('entry.col-actual', { year })}>
          {field &&
            (view.may.enter ? (
              <ActualField frame={frame} field={field} today={view.today} label={label} unit={item.unit} />
            ) : (
              <span class="entry-read">
                <FieldRead frame={frame} field={field} unit={item.unit} />
              </span>
            ))}
        </td>
        <td
          class="n entry-rate"
          id={`r-${item.id}`}
          data-label={t('entry.col-rate', { last: yearShort(frame, fiscalYear - 1), year })}
        >
          {row.indicator && <EntryRate frame={frame} row={row} year={fiscalYear} />}
        </td>
      </tr>
      <tr class="entry-under">
        <td colspan={5}>
          <div class="entry-checks" id={`c-${item.id}`}>
            <EntryChecks frame={frame} row={row} may={view.may.enter} />
          </div>
          <EntryMore shown={shown} row={row}>
            {fields
              .filter((each) => each !== main)
              .map((asked) => (
                <OtherField shown={shown} row={row} asked={asked} />
              ))}
          </EntryMore>
        </td>
      </tr>
    </tbody>
  )
}

/** 一行に収まる名か。全角の字を一、半角を半と数える。 */
const isShort = (name: string): boolean =>
  [...name].reduce((width, letter) => width + (/[ -~｡-ﾟ]/.test(letter) ? 0.5 : 1), 0) <= 19

const ItemName = ({ shown: { frame, view }, row: { item, indicator, project } }: Props) => {
  const { code } = view.municipality
  const name = <Own frame={frame}>{item.name}</Own>
  if (indicator) return <a href={frame.to.indicator(code, item.editionId, item.subjectId)}>{name}</a>
  return project ? <a href={frame.to.project(code, item.editionId, item.subjectId)}>{name}</a> : name
}

/** 文・事業費・箇条書きの欄。 */
const OtherField = ({ shown, row, asked }: Props & { asked: AskedField }) => {
  const { frame, view } = shown
  const { t } = frame
  const field = fieldShown(shown, row, asked.field)
  const label = labelOf(shown, asked)
  if (!view.may.enter)
    return (
      <div class="entry-text">
        <h2 class="entry-heading">{label}</h2>
        <p class="entry-read">
          <FieldRead frame={frame} field={field} />
        </p>
      </div>
    )
  const hint = t(`entry.${asked.need}`, { below: view.round.reasonBelow ?? '' })
  const given = { frame, field, today: view.today, hint }
  if (asked.field === 'money') return <MoneyField {...given} label={t('entry.money')} />
  const before = textOfLastYear(row.indicator, asked.heading, view.round.fiscalYear)
  return (
    <TextField {...given} label={label}>
      {before && (
        <details class="entry-last">
          <summary>{t('entry.last-text', { year: yearShort(frame, before.year ?? 0) })}</summary>
          <p class="entry-last-text">
            <Own frame={frame}>{before.text}</Own>
          </p>
          <button type="button" class="small" data-copy hidden>
            {t('entry.copy-last')}
          </button>
        </details>
      )}
    </TextField>
  )
}

const labelOf = ({ frame, view }: EntryShown, { field, heading }: AskedField) => {
  if (heading !== null) return <Own frame={frame}>{heading}</Own>
  return field === 'items'
    ? frame.t('entry.items', { year: yearShort(frame, view.round.fiscalYear) })
    : frame.t('entry.money')
}
