import type { Indicator } from '#domain/plan/draft.ts'
import {
  type ChosenRow,
  indicatorChoices,
  type ReviewPageView,
} from '#operations/reviews-for-pages/view-review-page.ts'
import { type Frame, yearInWords } from '../../frame.ts'
import { type Option, SelectField, TextField, type Typed } from './field.tsx'
import { yearOptions } from './figure-fields.tsx'
import { accumulationKinds, departmentsJoined } from './row-form.ts'
import { rowInWords } from './row-words.ts'

type Props = {
  frame: Frame
  page: ReviewPageView
  chosen: ChosenRow
  indicator: Indicator
  typed: Typed
  years: readonly number[]
}

/** 行の位置づけ：上の節、担当課、数え方、区分、内訳・再掲の元。 */
export const RowRelations = ({ frame, page, chosen, indicator, typed, years }: Props) => {
  const { t } = frame
  const choices = indicatorChoices(page.view.rows, (row) => rowInWords(frame, row))
  const wordsOf = (key: string | null) => [...choices].find(([, each]) => each === key)?.[0] ?? ''
  const { accumulation } = indicator
  const since = accumulation.kind === 'cumulative' ? accumulation.since : null
  return (
    <details class="relations" open={typed !== undefined}>
      <summary>{t('review.relations')}</summary>
      <SelectField
        typed={typed}
        id="f-node"
        name="node"
        label={t('review.parent')}
        current={chosen.parent ?? ''}
        options={[['', t('review.none')], ...nodeOptions(chosen)]}
      />
      <TextField
        typed={typed}
        id="f-departments"
        name="departments"
        label={t('table.department')}
        hint={t('review.departments-hint')}
        current={departmentsJoined(indicator.departments)}
      />
      <div class="pair">
        <SelectField
          typed={typed}
          id="f-accumulation"
          name="accumulation"
          label={t('facts.accumulation')}
          current={accumulation.kind}
          options={accumulationKinds.map((kind) => [kind, t(`accumulation-kind.${kind}`)] as const)}
        />
        <SelectField
          typed={typed}
          id="f-since"
          name="since"
          label={t('review.since')}
          current={since === null ? '' : String(since)}
          options={yearOptions(frame, withYear(years, since), (year) => yearInWords(frame, year))}
        />
      </div>
      <TextField typed={typed} id="f-class" name="class" label={t('review.class')} current={indicator.class} />
      <TextField
        typed={typed}
        id="f-breakdown"
        name="breakdown-of"
        label={t('review.breakdown-of')}
        hint={t('review.reference-hint')}
        current={wordsOf(chosen.breakdownOf)}
        list="rows-list"
      />
      <TextField
        typed={typed}
        id="f-repeat"
        name="repeat-of"
        label={t('review.repeat-of')}
        current={wordsOf(chosen.repeatOf)}
        list="rows-list"
      />
      <datalist id="rows-list">
        {nearby([...choices], chosen.row.key).map((words) => (
          <option value={words} lang="ja" />
        ))}
      </datalist>
    </details>
  )
}

/** 候補に出す行の数。大きな計画では近くの行だけを出す（ほかの行も、名を正しく打てば選べる）。 */
const mostSuggested = 400

const nearby = (choices: readonly (readonly [words: string, key: string])[], own: string): readonly string[] => {
  const at = choices.findIndex(([, key]) => key === own)
  const from = Math.max(0, Math.min(at - mostSuggested / 2, choices.length - mostSuggested))
  return choices
    .slice(from, from + mostSuggested)
    .filter(([, key]) => key !== own)
    .map(([words]) => words)
}

const withYear = (years: readonly number[], year: number | null): readonly number[] =>
  year === null || years.includes(year) ? years : [...years, year].toSorted((a, b) => a - b)

/** 選べる上の節。 */
export const nodeOptions = ({ nodes }: ChosenRow): readonly Option[] =>
  nodes.map(([key, words]) => [key, words, 'own'] as const)
