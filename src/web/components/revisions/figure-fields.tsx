import { fieldOfInput, type Typed, targetRows } from '#domain/revision/typed-entry.ts'
import { Own } from '../own-words.tsx'
import { Before, type EntryProps, ja } from './entry-field.tsx'
import { FieldProblem, wrong } from './refused.tsx'
import { fieldWords } from './words.tsx'

/** 目標：年度と値の行。値を消せば、その行はなくなる。 */
export const Targets = (props: EntryProps) => {
  const { frame, typed, original, refusal } = props
  return (
    <fieldset class="rev-field" id="f-targets">
      <legend>{fieldWords(frame, 'targets')}</legend>
      <p class="hint">{frame.t('revisions.targets-hint')}</p>
      <FieldProblem frame={frame} refusal={refusal} field="targets" />
      {targetRows(typed).map((at) => (
        <Figure {...props} names={[`targets.${at}.year`, `targets.${at}.raw`]} field="targets" at={at + 1} />
      ))}
      {original && changed(typed, original, 'targets') && (
        <p class="rev-before">
          <b>{frame.t('revisions.before')}</b>{' '}
          <span class="rev-value">
            <Own frame={frame}>{figureLines(original)}</Own>
          </span>
        </p>
      )}
    </fieldset>
  )
}

export const Baseline = (props: EntryProps) => {
  const { frame, typed, original, refusal } = props
  return (
    <fieldset class="rev-field" id="f-baseline">
      <legend>{fieldWords(frame, 'baseline')}</legend>
      <FieldProblem frame={frame} refusal={refusal} field="baseline" />
      <Figure {...props} names={['baseline.year', 'baseline.raw']} field="baseline" at={0} />
      {original && changed(typed, original, 'baseline') && (
        <p class="rev-before">
          <b>{frame.t('revisions.before')}</b>{' '}
          <Own frame={frame}>
            {original['baseline.year']} {original['baseline.raw']}
          </Own>
        </p>
      )}
    </fieldset>
  )
}

const changed = (typed: Typed, original: Typed, field: string): boolean =>
  Object.keys({ ...original, ...typed }).some(
    (name) => fieldOfInput(name) === field && (typed[name] ?? '') !== (original[name] ?? ''),
  )

const figureLines = (typed: Typed): string =>
  Object.keys(typed)
    .filter((name) => /^targets\.\d+\.raw$/.test(name) && typed[name] !== '')
    .map((name) => `${typed[name.replace('raw', 'year')] ?? ''} ${typed[name]}`.trim())
    .join('\n')

type FigureProps = EntryProps & { names: readonly [string, string]; field: string; at: number }

/** 年度と値の一組。 */
const Figure = ({ frame, typed, names: [year, value], field, at, refusal }: FigureProps) => (
  <span class="rev-figure">
    <input
      name={year}
      value={typed[year] ?? ''}
      aria-label={`${fieldWords(frame, field)} ${at > 0 ? at : ''} ${frame.t('revisions.year')}`}
      placeholder={frame.t('revisions.year')}
      size={9}
      maxlength={20}
      autocomplete="off"
      lang={ja(frame)}
    />
    <input
      name={value}
      value={typed[value] ?? ''}
      aria-label={`${fieldWords(frame, field)} ${at > 0 ? at : ''} ${frame.t('revisions.value')}`}
      placeholder={frame.t('revisions.value')}
      size={16}
      maxlength={200}
      autocomplete="off"
      lang={ja(frame)}
      {...wrong(refusal, field)}
    />
  </span>
)

const kinds = ['unstated', 'single-year', 'cumulative', 'level', 'period-total'] as const

export const Accumulated = (props: EntryProps) => {
  const { frame, typed, original, refusal } = props
  const words = (kind: string) => frame.t(`revisions.accumulation-${kinds.find((each) => each === kind) ?? 'unstated'}`)
  return (
    <div class="field rev-field">
      <label for="f-accumulation">{fieldWords(frame, 'accumulation')}</label>
      <FieldProblem frame={frame} refusal={refusal} field="accumulation" />
      <span class="rev-figure">
        <select id="f-accumulation" name="accumulation.kind" {...wrong(refusal, 'accumulation')}>
          {kinds.map((kind) => (
            <option value={kind} selected={typed['accumulation.kind'] === kind}>
              {words(kind)}
            </option>
          ))}
        </select>
        <input
          name="accumulation.since"
          value={typed['accumulation.since'] ?? ''}
          aria-label={frame.t('revisions.since')}
          placeholder={frame.t('revisions.since')}
          size={10}
          maxlength={20}
          autocomplete="off"
        />
      </span>
      {original && (
        <Before
          {...props}
          name="accumulation.kind"
          words={`${words(original['accumulation.kind'] ?? '')} ${original['accumulation.since'] ?? ''}`.trim()}
        />
      )}
    </div>
  )
}

export const Years = (props: EntryProps & { field: string; names: readonly [string, string] }) => {
  const { frame, typed, original, field, names, refusal } = props
  return (
    <fieldset class="rev-field" id={`f-${field}`}>
      <legend>{fieldWords(frame, field)}</legend>
      <FieldProblem frame={frame} refusal={refusal} field={field} />
      <span class="rev-figure">
        {names.map((name, at) => (
          <input
            name={name}
            value={typed[name] ?? ''}
            aria-label={frame.t(at === 0 ? 'revisions.first-year' : 'revisions.last-year')}
            placeholder={frame.t(at === 0 ? 'revisions.first-year' : 'revisions.last-year')}
            size={10}
            maxlength={20}
            autocomplete="off"
            {...wrong(refusal, field)}
          />
        ))}
      </span>
      {original && changed(typed, original, field) && (
        <p class="rev-before">
          <b>{frame.t('revisions.before')}</b> <Own frame={frame}>{names.map((name) => original[name]).join('～')}</Own>
        </p>
      )}
    </fieldset>
  )
}
