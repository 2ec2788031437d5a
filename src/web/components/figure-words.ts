import { isAbsent } from '#domain/indicator/figures.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { Frame } from '../frame.ts'

/** 升目に見せるもの。値があれば書かれたまま、なければ「―」とそのわけ。 */
export type ShownFigure = { readonly words: string; readonly why: string | null }

export const shownFigure = (frame: Frame, figure: Figure | null | undefined): ShownFigure => {
  if (!figure) return { words: '―', why: frame.t('absence.no-entry') }
  if (isAbsent(figure)) return { words: wordOf(figure), why: frame.t(`absence.${figure.status}`) }
  return { words: withUnit(figure), why: null }
}

// 「調査年でない」「事業終了」のように訳の書かれた升目はそのことばを見せる。線だけなら「―」にそろえる。
const wordOf = ({ raw }: Figure): string => (isDash(raw) ? '―' : raw)

/** 書かれた値に単位がなく、見出しや名から分かっているときは添える。「36.6」→「36.6％」 */
export const withUnit = ({ raw, unit, value }: Figure): string =>
  value !== null && unit && /^[\s\d０-９.,，．+\-－−△▲]+$/.test(raw) ? `${raw.trim()}${unit}` : raw

/** 線（か空白）だけが書かれているか。 */
export const isDash = (text: string): boolean => /^[\s\-－―ー–—…‐‑‒−]*$/.test(text)
