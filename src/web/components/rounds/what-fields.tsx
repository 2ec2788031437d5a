import type { RoundGiven } from '#domain/collection/read-round.ts'
import type { RoundForm } from '#operations/collection/view-rounds.ts'
import { yearInWords } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { FieldError, type FieldProps, marks, Tick } from './form-fields.tsx'

type Props = FieldProps & { form: RoundForm; given: RoundGiven; isOpen: boolean }

/** 何について：題、年度、計画。 */
export const WhatFields = ({ frame, troubles, form, given, isOpen }: Props) => {
  const { t } = frame
  return (
    <section aria-labelledby="what">
      <h2 id="what">{t('rounds.section-what')}</h2>
      <div class="field">
        <label for="title">{t('rounds.field-title')}</label>
        <FieldError frame={frame} troubles={troubles} field="title" />
        <input id="title" name="title" value={given.title} autocomplete="off" required {...marks(troubles, 'title')} />
      </div>
      {!isOpen && (
        <>
          <div class="field">
            <label for="fiscal-year">{t('rounds.field-fiscal-year')}</label>
            <FieldError frame={frame} troubles={troubles} field="fiscal-year" />
            <select id="fiscal-year" name="fiscal-year" {...marks(troubles, 'fiscal-year')}>
              {yearsAround(form.today, given.fiscalYear).map((year) => (
                <option value={String(year)} selected={String(year) === given.fiscalYear}>
                  {yearInWords(frame, year)}
                </option>
              ))}
            </select>
          </div>
          <fieldset id="editions" tabindex={-1} {...marks(troubles, 'editions', true)}>
            <legend>{t('rounds.field-editions')}</legend>
            <p class="hint" id="hint-editions">
              {t('rounds.hint-editions')}
            </p>
            <FieldError frame={frame} troubles={troubles} field="editions" />
            {form.editions.map(({ id, title }) => (
              <Tick name="edition" value={id} checked={given.editionIds.includes(id)}>
                <Own frame={frame}>{title}</Own>
              </Tick>
            ))}
          </fieldset>
        </>
      )}
    </section>
  )
}

/** 選べる年度：今年度から五年前まで（と、いま選ばれている年度）。 */
const yearsAround = (today: string, chosen: string): readonly number[] => {
  const now = Number(today.slice(0, 4))
  const years = Array.from({ length: 7 }, (_, n) => now + 1 - n)
  const other = Number(chosen)
  return years.includes(other) || !Number.isInteger(other) || other < 1990
    ? years
    : [...years, other].sort((a, b) => b - a)
}
