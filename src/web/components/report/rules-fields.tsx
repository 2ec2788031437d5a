import type { AchievementRules } from '#domain/indicator/achievement.ts'
import { say } from '#domain/language/say.ts'
import type { Frame } from '../../frame.ts'
import { SelectField, TextField } from './choice-fields.tsx'

type Props = {
  frame: Frame
  /** 選んだ決まり。null なら版の決まり。 */
  chosen: AchievementRules | null
  edition: AchievementRules
}

const formulas = [
  'ratio-to-final',
  'ratio-to-year',
  'progress',
  'pro-rata',
  'period-total',
  'cumulative',
] as const satisfies readonly AchievementRules['formula'][]

/** 達成率の式と丸め。式を選ばなければ、版の決まりのまま。 */
export const RulesFields = ({ frame, chosen, edition }: Props) => {
  const { t } = frame
  const { rounding, floor, cap } = chosen ?? edition
  return (
    <details class="choose-set" open={chosen !== null}>
      <summary>{t('choose.rules')}</summary>
      <p class="hint">{t('choose.rules-hint')}</p>
      <SelectField
        name="formula"
        label={t('choose.formula')}
        chosen={chosen?.formula ?? ''}
        options={[
          ['', t('choose.formula-edition', { formula: formulaInWords(frame, edition.formula) })],
          ...formulas.map((formula) => [formula, formulaInWords(frame, formula)] as const),
        ]}
      />
      <div class="pair">
        <SelectField
          name="rounding"
          label={t('choose.rounding')}
          chosen={rounding.mode}
          options={(['half-up', 'down', 'up'] as const).map((mode) => [mode, t(`choose.rounding-${mode}`)])}
        />
        <SelectField
          name="places"
          label={t('choose.places')}
          chosen={String(rounding.places)}
          options={['0', '1', '2'].map((places) => [places, places])}
        />
        <TextField name="floor" label={t('choose.floor')} value={floor ?? ''} length={9} />
        <TextField name="cap" label={t('choose.cap')} value={cap ?? ''} length={9} />
      </div>
    </details>
  )
}

export const formulaInWords = (frame: Frame, formula: AchievementRules['formula']): string =>
  say({ code: `formula-${formula}`, params: {} }, frame.lang)
