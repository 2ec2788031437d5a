import { raw } from 'hono/html'
import { say } from '#domain/language/say.ts'
import type { Change } from '#domain/plan/difference.ts'
import { fieldNameInWords } from '#domain/plan/difference-words.ts'
import type { Accumulation } from '#domain/plan/draft.ts'
import type { FieldChange } from '#domain/plan/field-changes.ts'
import type { ChangeKind, ChangesShown } from '#operations/reviews-for-pages/view-difference.ts'
import { type Frame, yearShort } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { PageSteps } from '../page-steps.tsx'
import { Scroll } from '../scroll.tsx'
import { type Shape, shape } from '../shapes.ts'
import { accumulationWords } from './correction-words.ts'

type Props = {
  frame: Frame
  shown: ChangesShown
  hrefOf: (asked: Readonly<Record<string, string | number>>) => string
  /** will 取り込むと変わる、did 取り込んで変わった。 */
  tense: Tense
}

type Tense = 'will' | 'did'

const shapes: Readonly<Record<ChangeKind, Shape>> = { new: 'up', changed: 'differs', gone: 'down' }

const order = ['changed', 'gone', 'new'] as const

/** 新しく入る・変わる・載らなくなるの数。多いときは、押せばそれだけになる。 */
export const ChangeCounts = ({ frame, shown, hrefOf, tense }: Props) => (
  <ul class="state-counts" aria-label={frame.t('difference.counts')}>
    {order.map((kind) => {
      const words = (
        <>
          {raw(shape(shapes[kind]))}
          {frame.t(`difference-${tense}.${kind}`)} <b>{shown.counts[kind]}</b>
        </>
      )
      return (
        <li class={`change-${kind}`}>
          {shown.part !== undefined && shown.counts[kind] > 0 ? (
            <a href={hrefOf({ part: kind })} aria-current={kind === shown.part ? 'true' : undefined}>
              {words}
            </a>
          ) : (
            <span>{words}</span>
          )}
        </li>
      )
    })}
  </ul>
)

/** 変わるところ。変わるものは欄ごとに旧 → 新、ほかは名を、種類ごとに。 */
export const ChangesList = ({ frame, shown, hrefOf, tense }: Props) => (
  <>
    {order.map((kind) => (
      <ChangesOf
        frame={frame}
        tense={tense}
        kind={kind}
        changes={shown.changes.filter(({ change }) => change === kind)}
      />
    ))}
    {shown.part !== undefined && (
      <PageSteps
        frame={frame}
        number={shown.page.number}
        of={shown.page.of}
        hrefOf={(page) => hrefOf({ part: shown.part ?? '', page })}
      />
    )}
  </>
)

type OfProps = { frame: Frame; tense: Tense; kind: ChangeKind; changes: readonly Change[] }

const ChangesOf = ({ frame, tense, kind, changes }: OfProps) =>
  changes.length === 0 ? null : (
    <section aria-labelledby={`changes-${kind}`}>
      <h2 id={`changes-${kind}`}>{frame.t(`difference-${tense}.${kind}`)}</h2>
      {kind === 'changed' ? (
        <Scroll labelledby={`changes-${kind}`}>
          <table class="plain changes">
            <thead>
              <tr>
                <th scope="col">{frame.t('difference.name')}</th>
                <th scope="col">{frame.t('difference.field')}</th>
                <th scope="col">{frame.t(`difference-${tense}.before`)}</th>
                <th scope="col">{frame.t(`difference-${tense}.after`)}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <ChangedRows frame={frame} change={change} />
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : (
        [...Map.groupBy(changes, (change) => change.kind)].map(([what, its]) => (
          <>
            <h3>
              {kindInWords(frame, what)} <small>{its.length}</small>
            </h3>
            <ul class="names">
              {its.map(({ name }) => (
                <li>{name.trim() === '' ? kindInWords(frame, what) : <Own frame={frame}>{name}</Own>}</li>
              ))}
            </ul>
          </>
        ))
      )}
    </section>
  )

const kindInWords = (frame: Frame, kind: Change['kind']): string =>
  say({ code: `difference-kind-${kind}`, params: {} }, frame.lang)

const ChangedRows = ({ frame, change }: { frame: Frame; change: Change }) => {
  const fields = change.change === 'changed' ? change.fields : []
  return (
    <>
      {fields.map((field, index) => (
        <tr>
          {index === 0 && (
            <th scope="rowgroup" rowspan={fields.length}>
              <small>{kindInWords(frame, change.kind)}</small> <Own frame={frame}>{change.name}</Own>
            </th>
          )}
          <td>
            {fieldInWords(frame, field)}
            {field.year != null && ` ${yearShort(frame, field.year)}`}
          </td>
          <td>
            <Side frame={frame} value={field.named ? field.named.before : field.before} />
          </td>
          <td>
            <Side frame={frame} value={field.named ? field.named.after : field.after} />
          </td>
        </tr>
      ))}
    </>
  )
}

const fieldInWords = (frame: Frame, { field }: FieldChange): string => say(fieldNameInWords(field), frame.lang)

const Side = ({ frame, value }: { frame: Frame; value: unknown }) => {
  const words = valueInWords(frame, value)
  if (words === null) return <small>{frame.t('difference.long')}</small>
  return words === '' ? <>―</> : <Own frame={frame}>{words}</Own>
}

/** 値を字にする。言い切れない入れ子の値は null。 */
const valueInWords = (frame: Frame, value: unknown): string | null => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.length > 400 ? `${value.slice(0, 400)}…` : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return frame.t(value ? 'difference.yes' : 'difference.no')
  if (Array.isArray(value)) {
    const parts = value.map((each) => valueInWords(frame, each))
    return parts.includes(null) ? null : parts.join('、')
  }
  if (typeof value !== 'object') return null
  if ('raw' in value) return valueInWords(frame, value.raw)
  if ('printed' in value) return valueInWords(frame, value.printed)
  if ('text' in value) return valueInWords(frame, value.text)
  return isAccumulation(value) ? accumulationWords(frame, value) : null
}

const accumulations = ['single-year', 'cumulative', 'level', 'period-total', 'unstated']

const isAccumulation = (value: object): value is Accumulation =>
  'kind' in value && typeof value.kind === 'string' && accumulations.includes(value.kind)
