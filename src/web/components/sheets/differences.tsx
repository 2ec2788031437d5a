import type { SheetDifferenceShown } from '#operations/collection/sheet-review.ts'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'
import { type DifferenceProps, FieldName, NowValue, pickName, Questions, SheetValue } from './difference-parts.tsx'

type Props = { frame: Frame; differences: readonly SheetDifferenceShown[]; given: Form | undefined; locked: boolean }

/** 一つずつ選んでもらうところ。はじめは、どちらも選ばれていない。 */
export const Asks = ({ frame, differences, given, locked }: Props) => {
  const asks = differences.filter(({ why }) => why !== 'change')
  return asks.length === 0 ? null : (
    <section aria-labelledby="asks">
      <h2 id="asks">{frame.t('sheets.asks', { count: asks.length })}</h2>
      <p class="hint">{frame.t('sheets.asks-hint')}</p>
      {asks.map((each) => (
        <Ask frame={frame} each={each} given={given} locked={locked} />
      ))}
    </section>
  )
}

const Ask = ({ frame, each, given, locked }: DifferenceProps & { locked: boolean }) => {
  const { t } = frame
  const name = pickName(each)
  const picked = given?.text(name)
  return (
    <fieldset class="sheets-ask">
      <legend>
        <FieldName frame={frame} each={each} />
      </legend>
      <p class="hint">{t(`sheets.why-${each.why === 'change' ? 'conflict' : each.why}`)}</p>
      <label>
        <input type="radio" name={name} value="now" required checked={picked === 'now'} disabled={locked} />
        <span>
          {t('sheets.keep-now')}
          <br />
          <NowValue frame={frame} each={each} />
        </span>
      </label>
      <label>
        <input type="radio" name={name} value="file" required checked={picked === 'file'} disabled={locked} />
        <span>
          {t('sheets.use-file')}
          <br />
          <SheetValue frame={frame} each={each} />
        </span>
      </label>
      <Questions frame={frame} each={each} given={given} />
    </fieldset>
  )
}

/** 変わるところ。だれも触れていない欄なので、はじめから印が付いている。 */
export const Changes = ({ frame, differences, given, locked }: Props) => {
  const changes = differences.filter(({ why }) => why === 'change')
  return changes.length === 0 ? null : (
    <section aria-labelledby="changes">
      <h2 id="changes">{frame.t('sheets.changes', { count: changes.length })}</h2>
      {!locked && <p class="hint">{frame.t('sheets.changes-hint')}</p>}
      <ul class="sheets-changes">
        {changes.map((each) => (
          <Change frame={frame} each={each} given={given} locked={locked} />
        ))}
      </ul>
    </section>
  )
}

const Change = ({ frame, each, given, locked }: DifferenceProps & { locked: boolean }) => {
  const { t } = frame
  const name = pickName(each)
  const label = t('sheets.take-this', { name: each.item.name, heading: each.heading })
  return (
    <li>
      <input
        type="checkbox"
        name={name}
        value="file"
        aria-label={label}
        checked={given === undefined || given.text(name) === 'file'}
        disabled={locked}
      />
      <p>
        <FieldName frame={frame} each={each} />
      </p>
      <p class="sheets-from-to">
        <NowValue frame={frame} each={each} />
        <span class="sheets-arrow" aria-hidden="true">
          →
        </span>
        <span class="unseen">{t('sheets.from-to')}</span>
        <strong>
          <SheetValue frame={frame} each={each} />
        </strong>
      </p>
      <Questions frame={frame} each={each} given={given} />
    </li>
  )
}
