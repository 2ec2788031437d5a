import type { NationalFrame } from '#domain/plan/national-frame.ts'
import { dateInWords } from '#domain/year/calendar.ts'
import { type Frame, periodInWords } from '../../frame.ts'

/** 勘案した国の総合戦略。確かめられる頁の名だけを書く（つながない：閉じた網では開けない）。 */
export const FrameFacts = ({ frame, national }: { frame: Frame; national: NationalFrame }) => {
  const { title, decidedOn, firstYear, lastYear, pillars, remark, source } = national
  return (
    <>
      <p>
        <strong>{title[frame.lang]}</strong>{' '}
        {frame.t('lineage.national-decided', { date: dateInWords(decidedOn, frame.lang) })}
        {firstYear !== null && (
          <> {frame.t('lineage.national-years', { years: periodInWords(frame, firstYear, lastYear) })}</>
        )}
      </p>
      {pillars.length > 0 && (
        <ul>
          {pillars.map((pillar) => (
            <li>{pillar[frame.lang]}</li>
          ))}
        </ul>
      )}
      {remark && <p>{remark[frame.lang]}</p>}
      <p class="sub">
        {frame.t('lineage.national-source')} <cite class="lineage-address">{source}</cite>
      </p>
    </>
  )
}
