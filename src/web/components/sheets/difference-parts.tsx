import { say } from '#domain/language/say.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { SheetDifferenceShown } from '#operations/collection/sheet-review.ts'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { AnswerWords } from './answer-words.tsx'

/** 選ぶ欄の名と、尋ねに答える欄の名。 */
export const pickName = ({ itemId, field }: { itemId: string; field: string }): string => `pick ${itemId} ${field}`
export const confirmName = ({ itemId, field }: { itemId: string; field: string }): string => `ok ${itemId} ${field}`

export type DifferenceProps = { frame: Frame; each: SheetDifferenceShown; given: Form | undefined }

/** 項目と欄の名、用紙の番地。 */
export const FieldName = ({ frame, each }: Pick<DifferenceProps, 'frame' | 'each'>) => (
  <>
    <b>
      <Own frame={frame}>{each.item.name}</Own>
    </b>{' '}
    <span class="sheets-field">
      <Own frame={frame}>{each.heading}</Own> <small>{each.cell}</small>
    </span>
  </>
)

/** 用紙の値。式の結果なら、そう言う。 */
export const SheetValue = ({ frame, each }: Pick<DifferenceProps, 'frame' | 'each'>) => (
  <span class="sheets-value">
    <AnswerWords frame={frame} value={each.value} unit={each.item.unit} empty="sheets.emptied" />
    {each.formula && <small> {frame.t('sheets.formula')}</small>}
  </span>
)

/** いまの値と、だれがいつ入れたか。 */
export const NowValue = ({ frame, each }: Pick<DifferenceProps, 'frame' | 'each'>) => (
  <span class="sheets-value">
    <AnswerWords frame={frame} value={each.now?.value ?? null} unit={each.item.unit} />
    {each.now && (
      <small>
        {' '}
        <Own frame={frame}>{each.now.by}</Own> {momentInWords(each.now.at)}
      </small>
    )}
  </span>
)

/** この値で尋ねること。答えなくても取り込め、提出までに入力の頁でも答えられる。 */
export const Questions = ({ frame, each, given }: DifferenceProps) => {
  const name = confirmName(each)
  const ticked = given?.all(name) ?? []
  return each.questions.length === 0 ? null : (
    <ul class="sheets-questions">
      {each.questions.map(({ code, message }) => (
        <li>
          <Spoken frame={frame} words={say(message, frame.lang)} />{' '}
          <label>
            <input type="checkbox" name={name} value={code} checked={ticked.includes(code)} />
            {frame.t('sheets.as-is')}
          </label>
        </li>
      ))}
    </ul>
  )
}
