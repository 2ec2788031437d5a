import { type Range, splitAt } from '#domain/search/words.ts'
import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

type Props = { frame: Frame; text: string; marks: readonly Range[] }

/** 図書のことばに、探した語の印を付けたもの。 */
export const MarkedWords = ({ frame, text, marks }: Props) => (
  <Own frame={frame}>{splitAt(text, marks).map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}</Own>
)
