import type { PlanDraft } from '#domain/plan/draft.ts'
import { isUnreadable } from '#domain/quantity/absence.ts'
import type { FigureKey } from '#domain/review/correction.ts'
import type { KeyedFigure } from '#domain/review/keys.ts'
import { type Frame, yearInWords, yearShort } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import { fieldValues, Select, type Typed, Was } from './field.tsx'
import { PlaceWords } from './place-words.tsx'
import { roles, valueField, yearField } from './row-form.ts'

type Props = {
  frame: Frame
  figures: readonly KeyedFigure[]
  at: FigureKey | undefined
  typed: Typed
  years: readonly number[]
  hrefOf: (figure: FigureKey) => string
}

/** 選べる年度。計画期間と、値のある年度の前後。 */
export const yearsFor = (draft: PlanDraft | undefined, figures: readonly KeyedFigure[]): readonly number[] => {
  const known = [draft?.plan.firstYear, draft?.plan.lastYear, ...figures.map(({ figure }) => figure.year)]
  const years = known.filter((year) => year != null)
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years) - 2, Math.max(...years) + 2]
  return last - first > 60 ? [...new Set(years)].toSorted((a, b) => a - b) : range(first, last)
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** 値の欄。役・年度・値・図書に印刷された字と所在。選んだ値を強くする。 */
export const FigureFields = (props: Props) => {
  const { frame, figures } = props
  if (figures.length === 0) return <p class="empty small">{frame.t('review.no-figures')}</p>
  return (
    <Scroll label={frame.t('review.figures')}>
      <table class="plain figures">
        <thead>
          <tr>
            <th scope="col">{frame.t('review.role')}</th>
            <th scope="col">{frame.t('workings.year')}</th>
            <th scope="col">{frame.t('review.value')}</th>
            <th scope="col">{frame.t('review.printed')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((keyed) => (
            <FigureRow {...props} keyed={keyed} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const FigureRow = ({ frame, keyed, at, typed, years, hrefOf }: Props & { keyed: KeyedFigure }) => {
  const { key, role, figure } = keyed
  const label = `${frame.t(`citation.${role}`)} ${figure.year === null ? '' : yearShort(frame, figure.year)}`.trim()
  const value = fieldValues(typed, valueField(key), figure.raw)
  const isAdded = figure.printed === null
  const isBroken = figure.status === 'unreadable' || isUnreadable(figure.raw)
  return (
    <tr class={key === at ? 'here' : undefined} id={`v-${key}`}>
      <th scope="row">
        {frame.t(`citation.${role}`)}
        {figure.scope && figure.scope !== 'each-year' && <small> {frame.t(`review.scope-${figure.scope}`)}</small>}
        {figure.label && (
          <small>
            {' '}
            <Own frame={frame}>{figure.label}</Own>
          </small>
        )}
      </th>
      <td>
        {isAdded ? (
          yearCell(frame, figure.year)
        ) : (
          <YearSelect frame={frame} keyed={keyed} typed={typed} years={years} label={label} />
        )}
      </td>
      <td>
        <span class="with-unit">
          <input
            name={valueField(key)}
            value={value.value}
            aria-label={frame.t('review.value-of', { figure: label })}
            aria-invalid={isBroken ? 'true' : undefined}
            maxlength={1000}
            autocomplete="off"
            lang="ja"
          />
          {figure.unit !== null && !figure.raw.includes(figure.unit) && (
            <small>
              <Own frame={frame}>{figure.unit}</Own>
            </small>
          )}
        </span>
        <Was name={valueField(key)} was={value.was} />
      </td>
      <td class="printed">
        {isAdded ? (
          <small>{frame.t('review.not-printed')}</small>
        ) : (
          <a class="cite" href={hrefOf(key)}>
            {figure.printed !== undefined && figure.printed !== null ? (
              <Own frame={frame}>{figure.printed.trim() === '' ? frame.t('review.blank') : figure.printed}</Own>
            ) : (
              <span class="unseen">{label}</span>
            )}{' '}
            <small>
              <PlaceWords frame={frame} place={figure.place} />
            </small>
          </a>
        )}
      </td>
    </tr>
  )
}

const yearCell = (frame: Frame, year: number | null): string =>
  year === null ? frame.t('review.no-year') : yearShort(frame, year)

type YearProps = Pick<Props, 'frame' | 'typed' | 'years'> & { keyed: KeyedFigure; label: string }

const YearSelect = ({ frame, keyed: { key, figure }, typed, years, label }: YearProps) => {
  const { value, was } = fieldValues(typed, yearField(key), figure.year === null ? '' : String(figure.year))
  return (
    <>
      <Select
        name={yearField(key)}
        value={value}
        label={frame.t('review.year-of', { figure: label })}
        options={yearOptions(frame, years, (year) => yearShort(frame, year))}
      />
      <Was name={yearField(key)} was={was} />
    </>
  )
}

/** 年度の選び。初めは「年度なし」。 */
export const yearOptions = (
  frame: Frame,
  years: readonly number[],
  words: (year: number) => string,
): readonly (readonly [string, string])[] => [
  ['', frame.t('review.no-year')],
  ...years.map((year) => [String(year), words(year)] as const),
]

type AddProps = Pick<Props, 'frame' | 'typed' | 'years'> & { hasBaseline: boolean }

/** 図書にない値を書き足す。 */
export const AddFigure = ({ frame, typed, years, hasBaseline }: AddProps) => {
  const raw = typed?.text('add-raw') ?? ''
  return (
    <details open={raw !== ''}>
      <summary>{frame.t('review.add')}</summary>
      <p class="hint">{frame.t('review.add-hint')}</p>
      <p class="inline-fields">
        <Select
          name="add-role"
          value={typed?.text('add-role') ?? 'actual'}
          label={frame.t('review.role')}
          options={roles
            .filter((role) => role !== 'baseline' || !hasBaseline)
            .map((role) => [role, frame.t(`citation.${role}`)] as const)}
        />
        <Select
          name="add-year"
          value={typed?.text('add-year') ?? ''}
          label={frame.t('workings.year')}
          options={yearOptions(frame, years, (year) => yearInWords(frame, year))}
        />
        <input
          name="add-raw"
          value={raw}
          aria-label={frame.t('review.value')}
          placeholder={frame.t('review.value')}
          maxlength={1000}
          autocomplete="off"
        />
      </p>
    </details>
  )
}
