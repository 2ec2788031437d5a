import { reportTitles } from '#operations/reports/choices.ts'
import type { Frame } from '../../frame.ts'
import type { FormView, NameGiven } from '../../pages/reports/form-page.tsx'
import { KeptChoices } from './kept-choices.tsx'
import { ProblemWords } from './problem-words.tsx'
import { WhoField } from './who-field.tsx'

type Props = { frame: Frame; view: FormView; given: NameGiven }

/** 選びに名を付けて残す。残したものは「帳票」に並び、来年もそこから作れる。 */
export const NameForm = ({ frame, view: { edition, form, choices }, given }: Props) => {
  const { t, to } = frame
  const described = ['name-hint', ...(given.refused ? ['name-refused'] : [])].join(' ')
  return (
    <section aria-labelledby="name-save">
      <h2 id="name-save">{t('report.name-save')}</h2>
      <form method="post" action={to.reportAct(edition.municipality.code, edition.id, form.name, 'name')}>
        <KeptChoices choices={choices} />
        <div class="field">
          <label for="name">{t('report.name')}</label>
          <p class="hint" id="name-hint">
            {t('report.name-hint')}
          </p>
          {given.refused && (
            <p class="error" id="name-refused" role="alert">
              <ProblemWords frame={frame} problem={given.refused} />
            </p>
          )}
          <input
            id="name"
            name="name"
            value={given.name}
            autocomplete="off"
            placeholder={reportTitles[form.name]}
            aria-describedby={described}
            aria-invalid={given.refused ? 'true' : undefined}
          />
        </div>
        <WhoField frame={frame} who={given.who} />
        <p class="buttons">
          <button type="submit">{t('report.save')}</button>
        </p>
      </form>
    </section>
  )
}
