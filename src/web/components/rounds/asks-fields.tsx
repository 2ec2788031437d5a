import type { RoundGiven, TextGiven } from '#domain/collection/read-round.ts'
import { FieldError, type FieldProps, marks, Tick } from './form-fields.tsx'

type Props = FieldProps & { given: RoundGiven; isOpen: boolean }

/** 尋ねるもの：値、文の欄、境、根拠の資料。開いたあとに変えられるのは、境だけ。 */
export const AsksFields = ({ frame, troubles, given, isOpen }: Props) => {
  const { t } = frame
  return (
    <section aria-labelledby="asks-title">
      <h2 id="asks-title">{t('rounds.section-asks')}</h2>
      {!isOpen && (
        <>
          <fieldset id="asks" tabindex={-1} {...marks(troubles, 'asks')}>
            <legend>{t('rounds.field-asks')}</legend>
            <FieldError frame={frame} troubles={troubles} field="asks" />
            <Tick name="actual" checked={given.actual}>
              {t('rounds.ask-actual')}
            </Tick>
            <Tick name="money" checked={given.money}>
              {t('rounds.ask-money')} <small>{t('rounds.ask-money-hint')}</small>
            </Tick>
            <Tick name="project-items" checked={given.projectItems}>
              {t('rounds.ask-project-items')}
            </Tick>
          </fieldset>
          <Texts frame={frame} troubles={troubles} texts={given.texts} />
        </>
      )}
      <div class="field">
        <label for="reason-below">{t('rounds.field-reason-below')}</label>
        <p class="hint" id="hint-reason-below">
          {t('rounds.hint-reason-below')}
        </p>
        <FieldError frame={frame} troubles={troubles} field="reason-below" />
        <span class="rounds-percent">
          <input
            id="reason-below"
            name="reason-below"
            value={given.reasonBelow}
            inputmode="decimal"
            autocomplete="off"
            {...marks(troubles, 'reason-below', true)}
          />
          <span aria-hidden="true">{t('rounds.percent')}</span>
        </span>
      </div>
      {!isOpen && (
        <fieldset>
          <legend>{t('rounds.field-evidence')}</legend>
          {(['none', 'optional', 'required'] as const).map((each) => (
            <Tick kind="radio" name="evidence" value={each} checked={given.evidence === each}>
              {t(`rounds.evidence-${each}`)}
            </Tick>
          ))}
        </fieldset>
      )}
    </section>
  )
}

/** 文の欄。いつもの見出しと、市の見出し。一行に見出しと求めかた。 */
const Texts = ({ frame, troubles, texts }: FieldProps & { texts: readonly TextGiven[] }) => {
  const { t } = frame
  return (
    <fieldset id="texts" tabindex={-1} {...marks(troubles, 'texts')}>
      <legend>{t('rounds.field-texts')}</legend>
      <FieldError frame={frame} troubles={troubles} field="texts" />
      <ul class="rounds-texts">
        {texts.map(({ key, heading, need }, index) => (
          <li>
            <input type="hidden" name="text-key" value={key} />
            <input
              name="text-heading"
              value={heading}
              aria-label={t('rounds.text-heading-n', { n: index + 1 })}
              placeholder={t('rounds.text-heading')}
              autocomplete="off"
            />
            <select name="text-need" aria-label={t('rounds.text-need-n', { n: index + 1 })}>
              {(['', 'always', 'below', 'optional'] as const).map((each) => (
                <option value={each} selected={each === need}>
                  {t(`rounds.need-${each === '' ? 'none' : each}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
