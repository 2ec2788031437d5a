import { gradedAbsences, noRates } from '#domain/evaluation/outside-reasons.ts'
import type { GradeGiven, OutsideGiven, ScaleGiven } from '#domain/evaluation/read-scale.ts'
import { ruleNames } from '#domain/evaluation/rule-names.ts'
import { gradeColours } from '#domain/evaluation/scale.ts'
import type { Frame, WebCode } from '../../frame.ts'

type Props = { frame: Frame; given: ScaleGiven }

const own = ({ lang }: Frame) => (lang === 'ja' ? undefined : 'ja')

/** 順位のある区分の行。よい方から。 */
export const GradeRows = ({ frame, given }: Props) => (
  <>
    {given.grades.map((grade, at) => (
      <GradeRow frame={frame} grade={grade} at={at} of={given.grades.length} />
    ))}
    <p>
      <button type="submit" class="small" name="do" value="add">
        {frame.t('scales.add')}
      </button>
    </p>
  </>
)

const GradeRow = ({ frame, grade, at, of }: { frame: Frame; grade: GradeGiven; at: number; of: number }) => {
  const { t } = frame
  return (
    <fieldset class="scales-row">
      <legend>{t('scales.grade-at', { number: at + 1 })}</legend>
      <Text frame={frame} name="code" id={`code-${at}`} label="scales.field-code" value={grade.code} size={4} />
      <Text frame={frame} name="symbol" id={`symbol-${at}`} label="scales.field-symbol" value={grade.symbol} size={3} />
      <Text frame={frame} name="label" id={`label-${at}`} label="scales.field-label" value={grade.label} size={12} />
      <div class="scales-field">
        <label for={`colour-${at}`}>{t('scales.field-colour')}</label>
        <select id={`colour-${at}`} name="colour">
          <option value="">{t('scales.colour-by-rank')}</option>
          {gradeColours.map((name) => (
            <option value={name} selected={name === grade.colour}>
              {t(`scales.colour-${name}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="scales-field scales-rule">
        <label for={`rule-${at}`}>{t('scales.field-rule')}</label>
        <select id={`rule-${at}`} name="rule">
          {ruleNames.map((name) => (
            <option value={name} selected={name === grade.rule}>
              {t(`scales.name-${name}`)}
            </option>
          ))}
        </select>
      </div>
      <Text frame={frame} name="edge" id={`edge-${at}`} label="scales.field-edge" value={grade.edge} size={5} number />
      <div class="scales-field scales-wide">
        <label for={`meaning-${at}`}>{t('scales.field-meaning')}</label>
        <input id={`meaning-${at}`} name="meaning" value={grade.meaning} maxlength={400} lang={own(frame)} />
      </div>
      <input type="hidden" name="absences" value={grade.absences} />
      <p class="scales-moves">
        {at > 0 && <Move frame={frame} step={`up-${at}`} words="scales.up" at={at} />}
        {at < of - 1 && <Move frame={frame} step={`down-${at}`} words="scales.down" at={at} />}
        <Move frame={frame} step={`drop-${at}`} words="scales.drop" at={at} />
      </p>
    </fieldset>
  )
}

type TextProps = {
  frame: Frame
  name: string
  id: string
  label: WebCode
  value: string
  size: number
  number?: boolean
}

const Text = ({ frame, name, id, label, value, size, number = false }: TextProps) => (
  <div class="scales-field">
    <label for={id}>{frame.t(label)}</label>
    <input
      id={id}
      name={name}
      value={value}
      size={size}
      maxlength={name === 'label' ? 60 : 20}
      {...(number ? { inputmode: 'decimal' as const } : { lang: own(frame) })}
    />
  </div>
)

const Move = ({ frame, step, words, at }: { frame: Frame; step: string; words: WebCode; at: number }) => (
  <button
    type="submit"
    class="plain"
    name="do"
    value={step}
    aria-label={frame.t(`${words}-at` as WebCode, { number: at + 1 })}
  >
    {frame.t(words)}
  </button>
)

/** 順位の外の区分の行。機械が選ぶときは、たたんでおく。 */
export const OutsideRows = ({ frame, given }: Props) => (
  <>
    {given.outside.map((grade, at) => (
      <OutsideRow frame={frame} grade={grade} at={at} />
    ))}
    <p>
      <button type="submit" class="small" name="do" value="add-outside">
        {frame.t('scales.add-outside')}
      </button>
    </p>
  </>
)

const OutsideRow = ({ frame, grade, at }: { frame: Frame; grade: OutsideGiven; at: number }) => {
  const { t } = frame
  const id = (name: string) => `outside-${name}-${at}`
  return (
    <fieldset class="scales-row">
      <legend>{t('scales.outside-at', { number: at + 1 })}</legend>
      <Text frame={frame} name="outside-code" id={id('code')} label="scales.field-code" value={grade.code} size={4} />
      <Text
        frame={frame}
        name="outside-symbol"
        id={id('symbol')}
        label="scales.field-symbol"
        value={grade.symbol}
        size={3}
      />
      <Text
        frame={frame}
        name="outside-label"
        id={id('label')}
        label="scales.field-label"
        value={grade.label}
        size={12}
      />
      <div class="scales-field scales-wide">
        <label for={id('meaning')}>{t('scales.field-meaning')}</label>
        <input id={id('meaning')} name="outside-meaning" value={grade.meaning} maxlength={400} lang={own(frame)} />
      </div>
      <details class="scales-wide">
        <summary>{t('scales.when', { count: grade.when.length })}</summary>
        <div class="scales-ticks">
          {whens.map(({ value, words }) => (
            <label>
              <input type="checkbox" name={`when-${at}`} value={value} checked={grade.when.includes(value)} />
              {t(words)}
            </label>
          ))}
        </div>
      </details>
      <p class="scales-moves">
        <Move frame={frame} step={`drop-outside-${at}`} words="scales.drop" at={at} />
      </p>
    </fieldset>
  )
}

const whens: readonly { readonly value: string; readonly words: WebCode }[] = [
  ...gradedAbsences.map((each) => ({ value: `absence-${each}`, words: `scales.absence-${each}` as const })),
  ...noRates.map((each) => ({ value: `no-rate-${each}`, words: `scales.no-rate-${each}` as const })),
]

/** 点を付ける観点。点数で決める区分だけで使う。 */
export const CriterionRows = ({ frame, given }: Props) => {
  const { t } = frame
  const uses = given.criteria.length > 0 || given.grades.some(({ rule }) => rule.startsWith('points-'))
  if (!uses) return null
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{t('scales.criteria')}</h2>
      <p class="hint">{t('scales.criteria-hint')}</p>
      {given.criteria.map(({ code, label, choices }, at) => (
        <fieldset class="scales-row">
          <legend>{t('scales.criterion-at', { number: at + 1 })}</legend>
          <input type="hidden" name="criterion-code" value={code} />
          <Text
            frame={frame}
            name="criterion-label"
            id={`criterion-${at}`}
            label="scales.field-criterion"
            value={label}
            size={16}
          />
          <div class="scales-field scales-wide">
            <label for={`choices-${at}`}>{t('scales.field-choices')}</label>
            <textarea id={`choices-${at}`} name="choices" rows={4} lang={own(frame)}>
              {choices}
            </textarea>
          </div>
          <p class="scales-moves">
            <Move frame={frame} step={`drop-criterion-${at}`} words="scales.drop" at={at} />
          </p>
        </fieldset>
      ))}
      <p>
        <button type="submit" class="small" name="do" value="add-criterion">
          {t('scales.add-criterion')}
        </button>
      </p>
    </section>
  )
}
