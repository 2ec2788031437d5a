import { achievementInWords } from '#domain/indicator/achievement.ts'
import { say } from '#domain/language/say.ts'
import type { EntryRow, ItemRow } from '#operations/collection/entry-page.ts'
import type { Frame } from '../../frame.ts'
import { changeInWords } from '../change-words.ts'
import { rateWords } from '../rate-words.ts'
import { Spoken } from '../spoken.tsx'
import { keyOf, nameOf, spotOf, standingCells } from './cells.ts'

/** 達成率：前の年度→今年度と、前の年度からの増減。式は版のもの（頁では計算しない）。 */
export const EntryRate = ({ frame, row, year }: { frame: Frame; row: ItemRow; year: number }) => {
  const { last, achievement } = row
  const before = last ? rateWords(frame, last.achievement) : '―'
  const change = changeInWords(frame, row, year)
  return (
    <>
      {achievement ? (
        <abbr title={achievementInWords(achievement, frame.lang)}>
          {frame.t('entry.rate-change', { last: before, now: rateWords(frame, achievement) })}
        </abbr>
      ) : (
        before
      )}
      {change !== undefined && (
        <small class="entry-change">
          <Spoken frame={frame} words={change} />
        </small>
      )}
    </>
  )
}

/** 確かめることと足りないもの。尋ねには「このままでよい」と答えられる。 */
export const EntryChecks = ({ frame, row, may }: { frame: Frame; row: EntryRow; may: boolean }) => {
  const key = keyOf(row.item.id, 'actual')
  const { cells } = standingCells(row, 'actual')
  const left = row.missing.filter(
    ({ why, field }) => why !== 'question' && !(why === 'empty' && field === row.fields[0]?.field),
  )
  if (row.questions.length + left.length === 0) return null
  return (
    <>
      {row.questions.length > 0 && <input type="hidden" name={nameOf.asked(key)} value={cells.raw} />}
      <ul class="entry-asks">
        {row.questions.map(({ code, message }) => {
          const confirmed = cells.confirmed.includes(code)
          return (
            <li class={confirmed ? 'entry-ask confirmed' : 'entry-ask'} id={`q-${row.item.id}-${code}`}>
              <span>
                <Spoken frame={frame} words={say(message, frame.lang)} />
              </span>{' '}
              <label>
                <input type="checkbox" name={nameOf.confirmed(key)} value={code} checked={confirmed} disabled={!may} />
                {frame.t('entry.confirm')}
              </label>
            </li>
          )
        })}
        {left.map(({ field, message }) => (
          <li class="entry-lack">
            <a href={`#${spotOf(`${row.item.id} ${field}`)}`}>
              <Spoken frame={frame} words={say(message, frame.lang)} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
