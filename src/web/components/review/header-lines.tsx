import type { HeaderLine } from '#operations/reviews-for-pages/view-columns.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Select } from './field.tsx'

type Props = {
  frame: Frame
  action: string
  seen: number
  page: number
  /** いま見出しとみている行。 */
  header: readonly number[]
  lines: readonly HeaderLine[]
  id: string
}

/** 見出しの行を示す。初めの何行かから選ぶか、行の番号を入れる。 */
export const HeaderLines = ({ frame, action, seen, page, header, lines, id }: Props) => {
  const { t } = frame
  return (
    <form method="post" action={action} class="header-lines">
      <input type="hidden" name="seen" value={String(seen)} />
      <input type="hidden" name="do" value="header" />
      <input type="hidden" name="page" value={String(page)} />
      <input type="hidden" name="was" value={header.join(' ')} />
      <fieldset>
        <legend>{t('columns.header-which')}</legend>
        <ol>
          {lines.map(({ number, text }) => (
            <li>
              <label>
                <input type="radio" name="line" value={String(number)} checked={number === header[0]} />
                <span class="no">{t('columns.line', { number })}</span> <Own frame={frame}>{text}</Own>
              </label>
            </li>
          ))}
        </ol>
      </fieldset>
      <p class="inline-fields">
        <label for={`${id}-other`}>{t('columns.other-line')}</label>
        <input id={`${id}-other`} name="other-line" inputmode="numeric" size={6} maxlength={7} autocomplete="off" />
        <Select
          name="lines"
          value={String(Math.max(1, header.length))}
          label={t('columns.lines')}
          options={[1, 2, 3, 4, 5].map((count) => [String(count), t('columns.lines-count', { count })] as const)}
        />
        <button type="submit">{t('columns.header-do')}</button>
      </p>
    </form>
  )
}
