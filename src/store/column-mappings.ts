import type { FormName } from '#domain/plan/draft.ts'
import type { LearnedMapping } from '#domain/review/table-outline.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** この団体がこの様式で覚えた読み方。新しい年度のものから。 */
export const learnedMappings = ({ municipality, query }: Transaction, form: FormName): Promise<LearnedMapping[]> =>
  query<LearnedMapping>(
    `select fingerprint, columns from column_mapping where municipality = $1 and form = $2
      order by year desc, learned_at desc limit 20`,
    [municipality, form],
  )

/** 読み方を覚える。同じ年度の同じ見出しなら、新しいもので置きかえる。 */
export const keepMapping = async (
  tx: Writing,
  form: FormName,
  year: number,
  { fingerprint, columns }: LearnedMapping,
): Promise<void> => {
  await tx.query(
    `insert into column_mapping (municipality, form, year, fingerprint, columns, learned_at, learned_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (municipality, form, year, fingerprint) do update
       set columns = excluded.columns, learned_at = excluded.learned_at, learned_by = excluded.learned_by`,
    [tx.municipality, form, year, fingerprint, JSON.stringify(columns), tx.at, tx.by],
  )
  const after = { year, fingerprint, columns }
  await tx.record({ act: 'mapping-learned', subject: { form }, before: null, after }, 'work')
}
