import type { TextMark } from '#domain/revision/text-difference.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

type Props = { frame: Frame; text: string; marks: readonly TextMark[]; side: 'before' | 'after' }

/**
 * 改めたところに印を付けた文章。削った・加えたは del・ins にし、読み上げには始まりと終わりも言う（多くの読み上げは
 * del・ins を黙って読む）。順を入れ替えただけの文と、字の幅だけの違いは、点線で控えめに。
 */
export const MarkedText = ({ frame, text, marks, side }: Props) => (
  <Own frame={frame}>
    {stretches(text, marks).map(({ words, kind }) => {
      if (kind === undefined) return words
      if (kind !== 'wording') return <span class="compare-quiet">{words}</span>
      return side === 'before' ? (
        <del class="compare-del">
          <Unseen frame={frame} code="compare.deleted-start" />
          {words}
          <Unseen frame={frame} code="compare.deleted-end" />
        </del>
      ) : (
        <ins class="compare-ins">
          <Unseen frame={frame} code="compare.inserted-start" />
          {words}
          <Unseen frame={frame} code="compare.inserted-end" />
        </ins>
      )
    })}
  </Own>
)

type UnseenCode = `compare.${'deleted' | 'inserted'}-${'start' | 'end'}`

const Unseen = ({ frame, code }: { frame: Frame; code: UnseenCode }) => (
  <span class="unseen" lang={frame.lang}>
    {frame.t(code)}
  </span>
)

type Stretch = { readonly words: string; readonly kind: TextMark['kind'] | undefined }

const stretches = (text: string, marks: readonly TextMark[]): readonly Stretch[] => {
  const found: Stretch[] = []
  let at = 0
  for (const { from, to, kind } of marks) {
    found.push({ words: text.slice(at, from), kind: undefined }, { words: text.slice(from, to), kind })
    at = to
  }
  return [...found, { words: text.slice(at), kind: undefined }].filter(({ words }) => words !== '')
}
