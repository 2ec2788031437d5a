import type { Place } from '../provenance.ts'
import type { Figure } from './figure.ts'

/** 値が書かれていた場所で分かること。単位が見出しや名前にあるときは `unit` で渡す（升目に書かれた単位が優先）。 */
export type FigureContext = {
  readonly year: number | null
  readonly place: Place
  readonly unit?: string | null
  readonly scope?: Figure['scope']
}

/** 書かれた値を読む。読めるものだけ数にし、ほかは text か、値のないわけにする。 */
export const readFigure = (_raw: string, _at: FigureContext): Figure => {
  throw new Error('being written')
}
