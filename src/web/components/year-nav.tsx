import { type Frame, yearInWords, yearShort } from '../frame.ts'

type Props = {
  frame: Frame
  years: readonly number[]
  year: number | null
  hrefOf: (year: number) => string
}

/** 見ている年度と、前後の年度への道。 */
export const YearNav = ({ frame, years, year, hrefOf }: Props) =>
  year === null ? null : (
    <nav class="years" aria-label={frame.t('years.label')}>
      <p>{yearInWords(frame, year)}</p>
      {years.length > 1 && (
        <ul>
          {years.map((each) => (
            <li>
              {each === year ? (
                <span aria-current="true">{yearShort(frame, each)}</span>
              ) : (
                <a href={hrefOf(each)} title={yearInWords(frame, each)}>
                  {yearShort(frame, each)}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
