import type { Child } from 'hono/jsx'
import { answerAbsences } from '#domain/collection/read-answer.ts'
import { say } from '#domain/language/say.ts'
import type { Frame } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'
import { nameOf, spotOf } from './cells.ts'
import { answerInWords, cellsInWords, type FieldShown, whenInWords } from './shown.ts'

type Props = { frame: Frame; field: FieldShown; today: string }

/** 欄に付いて送られる、保存されている字と版。 */
const Standing = ({ field: { key, was, base } }: Pick<Props, 'field'>) => (
  <>
    <input type="hidden" name="key" value={key} />
    <input type="hidden" name={nameOf.was(key)} value={was} />
    <input type="hidden" name={nameOf.base(key)} value={String(base)} />
  </>
)

/** 断り、食い違い、保存の様子を言うところ。 */
const Said = ({ frame, field, today }: Props) => {
  const { key, problem } = field
  return (
    <>
      <p class="entry-error" id={`x-${spotOf(key)}`} hidden={problem === undefined}>
        {problem && <Spoken frame={frame} words={say(problem, frame.lang)} />}
      </p>
      <div class="entry-conflict" id={`k-${spotOf(key)}`} hidden={field.theirs === undefined}>
        {field.theirs !== undefined && <Conflict frame={frame} field={field} today={today} />}
      </div>
      <span class="entry-said" id={`s-${spotOf(key)}`} />
    </>
  )
}

/** 食い違い：両方の値と、だれがいつ。選ぶまで、どちらも捨てない。 */
export const Conflict = ({ frame, field: { key, cells, theirs }, today }: Props) => {
  const mine = shortened(cellsInWords(frame, cells))
  const other = shortened(answerInWords(frame, theirs ?? null))
  const words = theirs
    ? frame.t('entry.conflict', { by: theirs.by, when: whenInWords(theirs.at, today), theirs: other, mine })
    : frame.t('entry.conflict-emptied', { mine })
  const choice = (value: 'mine' | 'theirs') => (
    <label>
      <input type="radio" name={nameOf.keep(key)} value={value} />
      <Spoken frame={frame} words={frame.t(`entry.keep-${value}`, { mine, theirs: other })} />
    </label>
  )
  return (
    <fieldset>
      <legend>
        <Spoken frame={frame} words={words} />
      </legend>
      <input type="hidden" name={nameOf.conflict(key)} value="1" />
      {choice('mine')}
      {choice('theirs')}
    </fieldset>
  )
}

const shortened = (words: string): string => ([...words].length > 60 ? `${[...words].slice(0, 60).join('')}…` : words)

const described = (key: string): string => `x-${spotOf(key)} s-${spotOf(key)}`

/** 実績の欄：値と決まった単位、値がないわけ、公表の見込み、暫定値。 */
export const ActualField = (props: Props & { label: string; unit: string | null }) => {
  const { frame, field, label, unit } = props
  const { key, cells, problem, first } = field
  const { t } = frame
  return (
    <div class="entry-actual" data-key={key}>
      <Standing field={field} />
      <span class="entry-figure">
        <input
          id={spotOf(key)}
          class="n entry-raw"
          name={nameOf.raw(key)}
          value={cells.raw}
          aria-label={label}
          aria-describedby={described(key)}
          aria-invalid={problem ? 'true' : undefined}
          autocomplete="off"
          autofocus={first}
          maxlength={200}
        />
        <span class="entry-unit">
          <Spoken frame={frame} words={unit ?? ''} />
        </span>
      </span>
      <span class="entry-ways">
        <select name={nameOf.absence(key)} aria-label={t('entry.absence')}>
          <option value="">{t('entry.absence-none')}</option>
          {answerAbsences.map((each) => (
            <option value={each} selected={cells.absence === each}>
              {t(`entry.absence-${each}`)}
            </option>
          ))}
        </select>
        <label class="entry-provisional">
          <input type="checkbox" name={nameOf.provisional(key)} value="1" checked={cells.provisional} />
          {t('entry.provisional')}
        </label>
      </span>
      <label class="entry-expected">
        {t('entry.expected')}
        <input
          name={nameOf.expected(key)}
          value={cells.expected}
          placeholder={t('entry.expected-hint')}
          autocomplete="off"
          maxlength={40}
        />
      </label>
      <Said {...props} />
    </div>
  )
}

/** 文・箇条書きの欄。 */
export const TextField = (props: Props & { label: Child; hint: string; children?: Child }) => {
  const { field, label, hint, children } = props
  const { key, cells, problem, first } = field
  return (
    <div class="entry-text" data-key={key}>
      <Standing field={field} />
      <label for={spotOf(key)}>
        {label} <small>{hint}</small>
      </label>
      {children}
      <textarea
        id={spotOf(key)}
        class="entry-raw"
        name={nameOf.raw(key)}
        aria-describedby={described(key)}
        aria-invalid={problem ? 'true' : undefined}
        autofocus={first}
        maxlength={4000}
        rows={3}
        placeholder=" "
      >
        {cells.raw}
      </textarea>
      <Said {...props} />
    </div>
  )
}

/** 事業費の欄（千円）。 */
export const MoneyField = (props: Props & { label: string; hint: string }) => {
  const { frame, field, label, hint } = props
  const { key, cells, problem, first } = field
  return (
    <div class="entry-text" data-key={key}>
      <Standing field={field} />
      <label for={spotOf(key)}>
        {label} <small>{hint}</small>
      </label>
      <span class="entry-figure">
        <input
          id={spotOf(key)}
          class="n entry-raw"
          name={nameOf.raw(key)}
          value={cells.raw}
          aria-describedby={described(key)}
          aria-invalid={problem ? 'true' : undefined}
          autocomplete="off"
          autofocus={first}
          maxlength={60}
          placeholder=" "
        />
        <span class="entry-unit">{frame.t('entry.thousand-yen')}</span>
      </span>
      <Said {...props} />
    </div>
  )
}

/** 入力できない人、提出したあとに見せる値。 */
export const FieldRead = ({ frame, field, unit }: Pick<Props, 'frame' | 'field'> & { unit?: string | null }) => {
  const { raw, absence } = field.cells
  const words = cellsInWords(frame, field.cells)
  // 単位は数のあとに。打った字がもう単位で終わっていれば、重ねない。
  const shown = unit && raw !== '' && absence === '' && /[\d.]$/.test(raw) ? words.replace(raw, `${raw}${unit}`) : words
  return <Spoken frame={frame} words={shown} />
}
