import type { RoundGiven } from '#domain/collection/read-round.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { RoundForm } from '#operations/collection/view-rounds.ts'
import { Own } from '../own-words.tsx'
import { FieldError, type FieldProps, marks, Tick } from './form-fields.tsx'

type Props = FieldProps & { form: RoundForm; given: RoundGiven; code: string }

/** どの課に：担当する課すべてか、選んだ課。課がまだなければ、作る頁へ。 */
export const WhomFields = ({ frame, troubles, form: { units }, given, code }: Props) => {
  const { t, to } = frame
  return (
    <section aria-labelledby="whom-title">
      <h2 id="whom-title">{t('rounds.section-whom')}</h2>
      {units.length === 0 ? (
        <p class="notice">
          {t('rounds.whom-none-yet')} <a href={to.organisation(code)}>{t('rounds.to-organisation')}</a>
        </p>
      ) : (
        <fieldset id="departments" tabindex={-1} {...marks(troubles, 'departments')}>
          <legend class="unseen">{t('rounds.field-departments')}</legend>
          <FieldError frame={frame} troubles={troubles} field="departments" />
          <Tick kind="radio" name="whom" value="all" checked={!given.chooses}>
            {t('rounds.whom-all')}
          </Tick>
          <Tick kind="radio" name="whom" value="chosen" checked={given.chooses}>
            {t('rounds.whom-chosen')}
          </Tick>
          <div class="rounds-units">
            {inTree(units).map(({ unit, depth }) => (
              <div class={`depth-${Math.min(depth, 2)}`}>
                <Tick name="department" value={unit.id} checked={given.departmentIds.includes(unit.id)}>
                  <Own frame={frame}>{unit.name}</Own>
                </Tick>
              </div>
            ))}
          </div>
        </fieldset>
      )}
    </section>
  )
}

type Placed = { readonly unit: OrganisationUnit; readonly depth: number }

/** 部の下に課を並べる。 */
const inTree = (units: readonly OrganisationUnit[], parentId: string | null = null, depth = 0): readonly Placed[] => {
  const known = new Set(units.map(({ id }) => id))
  const own = units.filter((unit) => unit.parentId === parentId || (depth === 0 && !known.has(unit.parentId ?? '')))
  return own.flatMap((unit) => [{ unit, depth }, ...inTree(units, unit.id, depth + 1)])
}
