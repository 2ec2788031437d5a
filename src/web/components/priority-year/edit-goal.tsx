import { itemMark } from '#domain/priority/item-mark.ts'
import type { TypedGoal, TypedItem } from '#domain/priority/read-sheet.ts'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  goal: TypedGoal
  at: number
  /** 書いてある目標の数。この番号なら、新しい目標の欄。 */
  goals: number
  /** 初めに焦点を置く、新しい項目の欄のある目標。 */
  focus: number | undefined
}

/** 何も書かれていない項目の欄。 */
export const blankItem: TypedItem = { id: '', title: '', details: '', targets: '', links: [] }

/** 新しい目標の、項目の空いた欄の数。一つの目標に三つほどの項目が、保存を挟まずに書けるように。 */
const blanksAtFirst = 3

/** 目標一つの欄。最後に、新しい項目の空いた欄がある（書かなければ、保存されない）。 */
export const EditGoal = ({ frame, goal, at, goals, focus }: Props) => {
  const { t } = frame
  const isNew = at >= goals
  const heading = isNew ? t('priority-year.goal-new') : t('priority-year.goal-n', { number: at + 1 })
  return (
    <fieldset class={isNew ? 'priority-edit-goal new' : 'priority-edit-goal'} id={`g${at}`}>
      <legend>{heading}</legend>
      <input type="hidden" name={`g${at}.id`} value={goal.id} />
      <div class="field">
        <label for={`g${at}.title`}>{t('priority-year.goal-title')}</label>
        <input
          id={`g${at}.title`}
          name={`g${at}.title`}
          value={goal.title}
          maxlength={200}
          autofocus={isNew && focus === at}
        />
      </div>
      {!isNew && <Moves frame={frame} what={heading} code={`${at}`} first={at === 0} last={at === goals - 1} />}
      <ol class="priority-edit-items">
        {[...goal.items, ...Array<TypedItem>(isNew ? blanksAtFirst : 1).fill(blankItem)].map((item, nth) => (
          <EditItem
            frame={frame}
            item={item}
            goal={at}
            nth={nth}
            isNew={nth >= goal.items.length}
            ends={{
              first: at === 0 && nth === 0,
              last: at === goals - 1 && nth === goal.items.length - 1,
            }}
            focus={!isNew && focus === at && nth === goal.items.length}
          />
        ))}
      </ol>
      <p>
        <button type="submit" name="do" value={`add:${at}`} class="small">
          {t('priority-year.save')}
        </button>
      </p>
    </fieldset>
  )
}

type ItemProps = {
  frame: Frame
  item: TypedItem
  goal: number
  nth: number
  isNew: boolean
  ends: { first: boolean; last: boolean }
  focus: boolean
}

const EditItem = ({ frame, item, goal, nth, isNew, ends, focus }: ItemProps) => {
  const { t } = frame
  const name = `g${goal}.i${nth}`
  const heading = t(isNew ? 'priority-year.item-new' : 'priority-year.item-n', { mark: itemMark(nth + 1) })
  return (
    <li class={isNew ? 'new' : undefined} id={name}>
      <h2>{heading}</h2>
      <input type="hidden" name={`${name}.id`} value={item.id} />
      <div class="priority-edit-fields">
        <div class="field">
          <label for={`${name}.title`}>{t('priority-year.item-title')}</label>
          <input id={`${name}.title`} name={`${name}.title`} value={item.title} maxlength={200} autofocus={focus} />
        </div>
        <div class="field">
          <label for={`${name}.targets`}>{t('priority-year.item-targets')}</label>
          <textarea id={`${name}.targets`} name={`${name}.targets`} rows={Math.max(2, item.targets.split('\n').length)}>
            {item.targets}
          </textarea>
        </div>
      </div>
      <details open={item.details !== '' && !isNew}>
        <summary>{t('priority-year.item-details')}</summary>
        <textarea
          id={`${name}.details`}
          name={`${name}.details`}
          rows={2}
          aria-label={`${heading} ${t('priority-year.item-details')}`}
        >
          {item.details}
        </textarea>
      </details>
      <Links frame={frame} name={name} item={item} />
      {!isNew && <Moves frame={frame} what={heading} code={`${goal}:${nth}`} first={ends.first} last={ends.last} />}
    </li>
  )
}

/** 行ごとの指標。候補は、頁に一つの datalist から。 */
const Links = ({ frame, name, item: { links } }: { frame: Frame; name: string; item: TypedItem }) => {
  const { t } = frame
  if (links.length === 0) return null
  return (
    <details open={links.some(({ indicator }) => indicator !== '')}>
      <summary>{t('priority-year.links')}</summary>
      <p class="hint">{t('priority-year.links-hint')}</p>
      {links.map(({ text, indicator }, at) => (
        <div class="field">
          <input type="hidden" name={`${name}.l${at}.text`} value={text} />
          <label for={`${name}.l${at}.name`} lang="ja">
            {text}
          </label>
          <input
            id={`${name}.l${at}.name`}
            name={`${name}.l${at}.name`}
            value={indicator}
            list="indicators"
            autocomplete="off"
          />
        </div>
      ))}
    </details>
  )
}

type MovesProps = { frame: Frame; what: string; code: string; first: boolean; last: boolean }

/** 上へ・下へ・消す。押すと、書いたものもいっしょに保存される。 */
const Moves = ({ frame, what, code, first, last }: MovesProps) => {
  const button = (act: 'up' | 'down' | 'remove') => (
    <button
      type="submit"
      name="do"
      value={`${act}:${code}`}
      class={act === 'remove' ? 'plain danger' : 'plain'}
      aria-label={frame.t('priority-year.of-what', { act: frame.t(`priority-year.${act}`), what })}
    >
      {frame.t(`priority-year.${act}`)}
    </button>
  )
  return (
    <p class="priority-moves">
      {!first && button('up')}
      {!last && button('down')}
      {button('remove')}
    </p>
  )
}
