import type { UnitLine } from '#domain/people/organisation.ts'
import { type FateRow, fates, type RowProblem } from '#domain/people/reorganisation.ts'
import { problemInWords } from '#domain/problem.ts'
import type { ReorganisationView } from '#operations/people/reorganise.ts'
import { Own } from '../../components/own-words.tsx'
import { Done, Field, Refusal } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 打たれたもの。 */
export type ChangeGiven = {
  readonly rows: ReadonlyMap<string, FateRow>
  readonly added: string
  readonly note: string
  readonly problems: readonly RowProblem[]
  readonly done?: string | undefined
}

type Props = { frame: Frame; view: ReorganisationView; given: ChangeGiven }

export const changePage = (frame: Frame, view: ReorganisationView, given: ChangeGiven): string =>
  String(<ChangePage frame={frame} view={view} given={given} />)

/** 機構改革の頁。課を並べ、変わるものだけを選んで、確かめる。 */
const ChangePage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { municipality, day } = view
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="change"
      title={t('change.title')}
      crumbs={[{ words: t('change.title') }]}
    >
      <Done words={given.done} />
      {given.problems
        .filter(({ unitId }) => unitId === null)
        .map(({ problem }) => (
          <Refusal frame={frame} problem={problem} />
        ))}
      {view.lines.length === 0 ? (
        <p class="empty">
          {t('change.none')} <a href={to.organisation(municipality.code)}>{t('organisation.title')}</a>
        </p>
      ) : (
        <form method="post" action={to.organisationChange(municipality.code)}>
          <p>{t('change.lead')}</p>
          <div class="people-two">
            <Field id="day" name="day" type="date" label={t('change.day')} value={day} required />
            <Field id="note" name="note" label={t('change.note')} value={given.note} />
          </div>
          <p class="hint" id="words-hint">
            {t('change.words-hint')}
          </p>
          <datalist id="unit-names">
            {namesOf(view.lines).map((name) => (
              <option value={name} lang={frame.lang === 'ja' ? undefined : 'ja'} />
            ))}
          </datalist>
          <Scroll label={t('change.title')}>
            <table class="plain people-changes">
              <thead>
                <tr>
                  <th scope="col">{t('change.department')}</th>
                  <th scope="col">{t('change.fate')}</th>
                  <th scope="col">{t('change.words')}</th>
                </tr>
              </thead>
              <tbody>
                {view.lines.map((line) => (
                  <Row frame={frame} line={line} given={given} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <div class="field">
            <label for="added">{t('change.added')}</label>
            <textarea id="added" name="added" rows={3}>
              {given.added}
            </textarea>
          </div>
          <p class="buttons people-bar">
            <button type="submit" name="do" value="check" class="primary">
              {t('change.check')}
            </button>
          </p>
        </form>
      )}
    </PeopleFrame>
  )
}

const Row = ({ frame, line: { unit, depth }, given }: { frame: Frame; line: UnitLine; given: ChangeGiven }) => {
  const { t, lang } = frame
  const row = given.rows.get(unit.id)
  const problem = given.problems.find(({ unitId }) => unitId === unit.id)?.problem
  return (
    <tr class={row && row.fate !== 'stay' ? 'changing' : undefined}>
      <th scope="row" class={`people-depth-${Math.min(depth, 4)}`}>
        <Own frame={frame}>{unit.name}</Own>
      </th>
      <td>
        <select name={`fate-${unit.id}`} aria-label={t('change.fate-of', { name: unit.name })}>
          {fates.map((fate) => (
            <option value={fate} selected={fate === (row?.fate ?? 'stay')}>
              {t(`change.fate-${fate}`)}
            </option>
          ))}
        </select>
      </td>
      <td class="people-when-changing">
        <input
          name={`words-${unit.id}`}
          value={row?.words ?? ''}
          maxlength={200}
          list="unit-names"
          autocomplete="off"
          aria-label={t('change.words-of', { name: unit.name })}
          aria-describedby={problem ? `p-${unit.id}` : 'words-hint'}
          aria-invalid={problem ? 'true' : undefined}
        />
        {problem && (
          <p class="people-refused" role="alert" id={`p-${unit.id}`}>
            <Spoken frame={frame} words={problemInWords(problem, lang)} />
          </p>
        )}
      </td>
    </tr>
  )
}

/** 候補の名。同じ名の課は「部／課」で。 */
export const namesOf = (lines: readonly UnitLine[]): readonly string[] => {
  const counts = Map.groupBy(lines, ({ unit }) => unit.name)
  return lines.map(({ unit, path }) => ((counts.get(unit.name)?.length ?? 0) > 1 ? path : unit.name))
}
