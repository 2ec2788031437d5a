import type { ReportChoices } from '#operations/reports/choices.ts'
import type { ReportChoiceLists } from '#operations/view-report-choices.ts'
import { type Frame, yearInWords } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'
import { FlagField, RadioField, SelectField, SetField, TextAreaField, TextField } from './choice-fields.tsx'
import { RulesFields } from './rules-fields.tsx'

type Props = {
  frame: Frame
  /** 様式の頁の番地。選びは `?` に付く。 */
  action: string
  asks: readonly (keyof ReportChoices)[]
  choices: ReportChoices
  lists: ReportChoiceLists
}

/** 選びの欄。その様式で意味のあるものだけを尋ね、選んだものはこの頁の番地になる。 */
export const ChoicesForm = ({ frame, action, asks, choices, lists }: Props) => (
  <form class="report-choices" method="get" action={action} aria-labelledby="choices">
    <h2 id="choices">{frame.t('choose.title')}</h2>
    <ChoiceFields frame={frame} asks={asks} choices={choices} lists={lists} />
    <p class="buttons">
      <button type="submit" class="primary">
        {frame.t('choose.apply')}
      </button>
      <a class="button plain" href={action}>
        {frame.t('choose.reset')}
      </a>
    </p>
    <p class="hint">{frame.t('choose.address')}</p>
  </form>
)

/** 選びの欄だけ（市の様式に値を入れる頁でも使う）。 */
export const ChoiceFields = ({ frame, asks, choices, lists }: Omit<Props, 'action'>) => {
  const { t } = frame
  const asked = new Set(asks)
  const flags = flagNames.filter((name) => asked.has(name))
  return (
    <>
      {asked.has('documentNumber') && (
        <TextField
          name="documentNumber"
          label={t('choose.documentNumber')}
          hint={<Spoken frame={frame} words={t('choose.documentNumber-hint')} />}
          value={choices.documentNumber ?? ''}
        />
      )}
      {asked.has('asOf') && (
        <TextField
          name="asOf"
          label={t('choose.asOf')}
          hint={<Spoken frame={frame} words={t('choose.asOf-hint')} />}
          value={choices.asOf ?? ''}
        />
      )}
      {asked.has('commentPeriod') && (
        <TextField
          name="commentPeriod"
          label={t('choose.commentPeriod')}
          hint={<Spoken frame={frame} words={t('choose.commentPeriod-hint')} />}
          value={choices.commentPeriod ?? ''}
        />
      )}
      {asked.has('commentTo') && (
        <TextAreaField
          name="commentTo"
          label={t('choose.commentTo')}
          hint={<Spoken frame={frame} words={t('choose.commentTo-hint')} />}
          value={choices.commentTo ?? ''}
        />
      )}
      {asked.has('extent') && (
        <RadioField
          name="extent"
          label={t('choose.extent')}
          chosen={choices.extent}
          options={(['changed', 'all'] as const).map((each) => [each, t(`choose.extent-${each}`)] as const)}
        />
      )}
      {asked.has('audience') && (
        <RadioField
          name="audience"
          label={t('choose.audience')}
          chosen={choices.audience}
          options={(['office', 'public'] as const).map((each) => [each, t(`choose.audience-${each}`)] as const)}
        />
      )}
      {asked.has('stage') && (
        <RadioField
          name="stage"
          label={t('choose.stage')}
          chosen={choices.stage}
          options={(['goals', 'interim', 'final'] as const).map((each) => [each, t(`choose.stage-${each}`)] as const)}
        />
      )}
      {asked.has('year') && lists.figured.length > 0 && (
        <SelectField
          name="year"
          label={t('choose.year')}
          chosen={choices.year === null ? '' : String(choices.year)}
          options={[['', t('choose.year-newest')], ...yearOptions(frame, withChosen(lists.figured, choices.year))]}
        />
      )}
      {asked.has('years') && (lists.years.length > 0 || choices.years) && (
        <SetField
          frame={frame}
          name="years"
          label={t('choose.years')}
          chosen={(choices.years ?? []).map(String)}
          options={yearOptions(frame, lists.years)}
        />
      )}
      {asked.has('goals') && (lists.goals.length > 1 || choices.goals) && (
        <SetField
          frame={frame}
          name="goals"
          label={t('choose.goals')}
          chosen={choices.goals ?? []}
          options={lists.goals.map(({ key, words }) => [key, words])}
          own
        />
      )}
      {asked.has('departments') && (lists.departments.length > 1 || choices.departments) && (
        <SetField
          frame={frame}
          name="departments"
          label={t('choose.departments')}
          chosen={choices.departments ?? []}
          options={lists.departments.map((name) => [name, name])}
          own
        />
      )}
      {asked.has('rows') && (
        <RadioField
          name="rows"
          label={t('choose.rows')}
          chosen={String(choices.rows)}
          options={(['1', '2', '4'] as const).map((each) => [each, t(`choose.rows-${each}`)] as const)}
        />
      )}
      {asked.has('pair') && (
        <RadioField
          name="pair"
          label={t('choose.pair')}
          chosen={choices.pair}
          options={(['actual-rate', 'target-actual'] as const).map((each) => [each, t(`choose.pair-${each}`)] as const)}
        />
      )}
      {asked.has('yearStyle') && (
        <RadioField
          name="yearStyle"
          label={t('choose.yearStyle')}
          chosen={choices.yearStyle}
          options={(['era', 'both', 'western'] as const).map((each) => [each, t(`choose.yearStyle-${each}`)] as const)}
        />
      )}
      {flags.length > 0 && (
        <fieldset class="choose-one">
          <legend>{t('choose.shown')}</legend>
          {flags.map((name) => (
            <FlagField name={name} label={t(`choose.${name}`)} checked={choices[name]} />
          ))}
        </fieldset>
      )}
      {asked.has('rules') && <RulesFields frame={frame} chosen={choices.rules} edition={lists.rules} />}
      {asked.has('paper') && (
        <SelectField
          name="paper"
          label={t('choose.paper')}
          chosen={paperValue(choices.paper)}
          options={[['', t('choose.paper-form')], ...papers.map((each) => [each, t(`choose.paper-${each}`)] as const)]}
        />
      )}
    </>
  )
}

const flagNames = ['money', 'grades', 'comments', 'findings', 'names'] as const
const papers = ['A3-landscape', 'A3-portrait', 'A4-landscape', 'A4-portrait'] as const

export const paperValue = (paper: ReportChoices['paper']): (typeof papers)[number] | '' =>
  paper === null ? '' : `${paper.size}-${paper.orientation}`

const yearOptions = (frame: Frame, years: readonly number[]) =>
  years.map((year) => [String(year), yearInWords(frame, year)] as const)

/** 値のない年度が番地にあっても、選ばれたとおりに見せる。 */
const withChosen = (years: readonly number[], chosen: number | null): readonly number[] =>
  chosen === null || years.includes(chosen) ? years : [...years, chosen].toSorted((a, b) => a - b)
