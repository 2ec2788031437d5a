import type { Message } from '#domain/language/message.ts'
import type { Problem } from '#domain/problem.ts'
import type { Meanwhile } from '#operations/revision/change-revision.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'
import { fieldWords, Said } from './words.tsx'

/** 書けなかったわけ。欄の断り、確かめ、ほかの人の直し、断り。打ったものは欄に残っている。 */
export type Refusal =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'fields'; readonly problems: ReadonlyMap<string, Problem> }
  | { readonly kind: 'asks'; readonly asks: readonly Message[] }
  | { readonly kind: 'meanwhile'; readonly fields: readonly Meanwhile[] }

/** 書けなかったわけを、頁の初めに言う。 */
export const Refused = ({ frame, refusal }: { frame: Frame; refusal: Refusal | undefined }) => {
  if (!refusal) return null
  const { t } = frame
  if (refusal.kind === 'problem')
    return (
      <p class="notice" role="alert">
        <ProblemWords frame={frame} problem={refusal.problem} />
      </p>
    )
  if (refusal.kind === 'fields')
    return (
      <section class="notice" role="alert" aria-labelledby="rev-fix">
        <h2 id="rev-fix">{t('revisions.fix')}</h2>
        <ul>
          {[...refusal.problems].map(([field, problem]) => (
            <li>
              <a href={`#f-${field}`}>
                {fieldWords(frame, field)}：<ProblemWords frame={frame} problem={problem} />
              </a>
            </li>
          ))}
        </ul>
      </section>
    )
  if (refusal.kind === 'asks')
    return (
      <section class="notice" role="alert" aria-labelledby="rev-asks">
        <h2 id="rev-asks">{t('revisions.asks')}</h2>
        <ul>
          {refusal.asks.map((ask) => (
            <li>
              <Said frame={frame} message={ask} />
            </li>
          ))}
        </ul>
        <p>{t('revisions.asks-how')}</p>
      </section>
    )
  return <Clash frame={frame} fields={refusal.fields} />
}

/** 打っているあいだに、ほかの人が直した欄。両方を並べる。 */
const Clash = ({ frame, fields }: { frame: Frame; fields: readonly Meanwhile[] }) => (
  <section class="notice" role="alert" aria-labelledby="rev-clash">
    <h2 id="rev-clash">{frame.t('revisions.clash')}</h2>
    <p>{frame.t('revisions.clash-how')}</p>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{frame.t('revisions.field')}</th>
          <th scope="col">{frame.t('revisions.mine')}</th>
          <th scope="col">{frame.t('revisions.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, mine, theirs, by }) => (
          <tr>
            <th scope="row">{fieldWords(frame, field)}</th>
            <td>
              <Typed frame={frame} typed={mine} />
            </td>
            <td>
              <Typed frame={frame} typed={theirs} /> {by !== null && <small>{by}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Typed = ({ frame, typed }: { frame: Frame; typed: Readonly<Record<string, string>> }) => (
  <span class="rev-value">
    <Own frame={frame}>
      {Object.values(typed)
        .filter((text) => text !== '')
        .join(' ') || '―'}
    </Own>
  </span>
)

/** その欄の断り。 */
export const FieldProblem = ({
  frame,
  refusal,
  field,
}: {
  frame: Frame
  refusal: Refusal | undefined
  field: string
}) => {
  const problem = refusal?.kind === 'fields' ? refusal.problems.get(field) : undefined
  return problem ? (
    <p class="error" id={`e-${field}`}>
      <ProblemWords frame={frame} problem={problem} />
    </p>
  ) : null
}

/** 断りのある欄の印。 */
export const wrong = (refusal: Refusal | undefined, field: string) =>
  refusal?.kind === 'fields' && refusal.problems.has(field)
    ? { 'aria-invalid': 'true' as const, 'aria-describedby': `e-${field}` }
    : {}
