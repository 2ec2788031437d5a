import type { Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { fieldNameInWords } from '#domain/plan/difference-words.ts'
import { orderField, type PlainChange, wholeEntry } from '#domain/revision/revisable.ts'
import type { Ground } from '#domain/revision/revision.ts'
import { changedValue } from '#domain/revision/value-words.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

/** 目録の文。英語の頁では、文の中の日本語に印を付ける。 */
export const Said = ({ frame, message }: { frame: Frame; message: Message }) => (
  <Spoken frame={frame} words={say(message, frame.lang)} />
)

/** 改められる欄の名。「目標」「上の節」「並び」 */
export const fieldWords = (frame: Frame, field: string): string => {
  if (field === orderField) return frame.t('revisions.field-order')
  if (field === wholeEntry) return frame.t('revisions.field-whole')
  return say(fieldNameInWords(field), frame.lang)
}

type ValueProps = { frame: Frame; change: PlainChange; side: 'before' | 'after'; names: ReadonlyMap<string, string> }

/** 変更の前か後の値。 */
export const ChangedValue = ({ frame, change, side, names }: ValueProps) => {
  if (change.field === 'priority') {
    const value = side === 'before' ? change.before : change.after
    return <>{frame.t(value === true ? 'revisions.yes' : 'revisions.no')}</>
  }
  const words = changedValue(change, side, names)
  if ('accumulation' in words)
    return (
      <>
        {frame.t(`revisions.accumulation-${words.accumulation}`)}
        {words.since !== '' && ` (${words.since})`}
      </>
    )
  return words.text === '' ? (
    <span class="rev-none">{frame.t('revisions.none')}</span>
  ) : (
    <span class="rev-value">
      <Own frame={frame}>
        {change.field === orderField ? frame.t('revisions.after-one', { name: words.text }) : words.text}
      </Own>
    </span>
  )
}

/** よりどころ。「令和4年度の評価 A」「パブリックコメント」 */
export const groundWords = (frame: Frame, ground: Ground): string =>
  ground.kind === 'grade'
    ? frame.t('revisions.ground-grade-of', { year: yearInSentence(frame, ground.year), grade: ground.grade })
    : frame.t(`revisions.ground-${ground.kind}`)
