import type { Municipality } from '#domain/people/municipality.ts'
import type { Frame } from '../../frame.ts'
import { Select } from './field.tsx'

type Props = {
  frame: Frame
  municipalities: readonly Municipality[]
  chosen: string
  newCode: string
  newName: string
  /** 断りの文の id。 */
  error?: string | undefined
}

/** 新しい市を選ぶときの値。 */
export const newCity = 'new'

/** 市を選ぶ。知っている市は名で、初めての市は団体コードと名で。 */
export const ChooseCity = ({ frame, municipalities, chosen, newCode, newName, error }: Props) => (
  <>
    <div class="field">
      <label for="city">{frame.t('intake.city')}</label>
      <Select
        id="city"
        name="city"
        value={chosen}
        options={[
          ['', frame.t('intake.city-choose')],
          ...municipalities.map(({ code, name }) => [code, `${name} ${code}`, 'own'] as const),
          [newCity, frame.t('intake.city-new')],
        ]}
      />
    </div>
    <details class="new-city" open={chosen === newCity || municipalities.length === 0}>
      <summary>{frame.t('intake.city-new-open')}</summary>
      <div class="field">
        <label for="new-code">{frame.t('intake.code')}</label>
        <p class="hint" id="new-code-hint">
          {frame.t('intake.code-hint')}
        </p>
        <input
          id="new-code"
          name="new-code"
          value={newCode}
          inputmode="numeric"
          maxlength={20}
          autocomplete="off"
          aria-describedby={error ? `${error} new-code-hint` : 'new-code-hint'}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <div class="field">
        <label for="new-name">{frame.t('intake.city-name')}</label>
        <p class="hint" id="new-name-hint">
          {frame.t('intake.city-name-hint')}
        </p>
        <input
          id="new-name"
          name="new-name"
          value={newName}
          maxlength={60}
          autocomplete="off"
          aria-describedby="new-name-hint"
        />
      </div>
    </details>
  </>
)
