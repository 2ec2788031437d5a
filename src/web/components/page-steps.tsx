import type { Child } from 'hono/jsx'
import type { Frame } from '../frame.ts'

type Props = {
  frame: Frame
  number: number
  of: number
  hrefOf: (page: number) => string
  /** その頁に何が載るか（「基本目標1～2」）。 */
  wordsOf?: (page: number) => Child
}

/** 前の頁と次の頁。一頁しかなければ何も出さない。 */
export const PageSteps = ({ frame, number, of, hrefOf, wordsOf }: Props) =>
  of <= 1 ? null : (
    <nav class="page-steps" aria-label={frame.t('paging.label')}>
      {number > 1 && (
        <a href={hrefOf(number - 1)} rel="prev">
          {frame.t('paging.before')} {wordsOf?.(number - 1)}
        </a>
      )}
      <span aria-current="page">
        {frame.t('paging.here', { number, of })} {wordsOf?.(number)}
      </span>
      {number < of && (
        <a href={hrefOf(number + 1)} rel="next">
          {frame.t('paging.after')} {wordsOf?.(number + 1)}
        </a>
      )}
    </nav>
  )
