import { say } from '#domain/language/say.ts'
import type { ComparisonView } from '#operations/comparison/comparison-view.ts'
import type { Frame } from '../../frame.ts'
import { SelectField } from '../report/choice-fields.tsx'

type Props = {
  frame: Frame
  view: ComparisonView
  /** この頁の番地（絞り込みなし）。 */
  action: string
  /** いっしょに送る欄（比べる版など）。 */
  kept?: Readonly<Record<string, string>>
  /** 種類ごとの数から、その種類だけを見る番地。 */
  kindAddress: (kind: string) => string
}

/** 改めたところの数（種類ごと。選ぶとその種類だけになる）と、絞り込み。 */
export const ComparisonFilter = ({ frame, view, action, kept = {}, kindAddress }: Props) => {
  const { counts, goals, filter } = view
  const { t } = frame
  if (counts.length === 0) return null
  return (
    <section class="compare-head" aria-labelledby="counts">
      <h2 id="counts">{t('compare.counts')}</h2>
      <ul class="compare-counts">
        {counts.map(([kind, count]) => (
          <li>
            <a href={kindAddress(kind)} aria-current={filter.kind === kind ? 'true' : undefined}>
              {t('compare.count', { kind: say({ code: `change-kind.${kind}`, params: {} }, frame.lang), count })}
            </a>
          </li>
        ))}
      </ul>
      <form method="get" action={action} class="compare-filter">
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {goals.length > 1 && (
          <SelectField
            name="goal"
            label={t('compare.goal')}
            chosen={filter.goal ?? ''}
            options={[['', t('compare.every-goal')], ...goals.map(({ key, words }) => [key, words] as const)]}
          />
        )}
        <SelectField
          name="kind"
          label={t('compare.kind')}
          chosen={filter.kind ?? ''}
          options={[
            ['', t('compare.every-kind')],
            ...counts.map(([kind]) => [kind, say({ code: `change-kind.${kind}`, params: {} }, frame.lang)] as const),
          ]}
        />
        <p class="field">
          <label>
            <input type="checkbox" name="all" value="yes" checked={filter.all} />
            {t('compare.all')}
          </label>
        </p>
        <p class="buttons">
          <button type="submit">{t('compare.apply')}</button>
          {(filter.goal !== undefined || filter.kind !== undefined || filter.all) && (
            <a class="button plain" href={action}>
              {t('compare.clear')}
            </a>
          )}
        </p>
      </form>
    </section>
  )
}
