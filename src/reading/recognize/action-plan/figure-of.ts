import { halfWidth } from '#domain/language/half-width.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { Piece } from './fragments.ts'

/** 数量の飾り。全体の90%、65%以上/年、60.5%【H29調査】、30,000人(毎年度)。 */
const dressed =
  /^(?<lead>(?:全体の?|累計|平均|延べ|のべ|計|年)?\s*)(?<core>.*?)(?<per>\/(?:年度?|回|月|日))?(?<bound>以上|以下|未満|超|以内)?\s*(?<brackets>(?:[([【][^()[\]【】]*[)\]】]\s*)*)$/u

/** 期間を通した値（累計）か、年ごとの値か、最後の年の値か。字面と名の断り書きから決める。 */
export const scopeOf = (words: string): NonNullable<Figure['scope']> => {
  if (/累計|累積/u.test(words)) return 'period'
  return /\/年|年間|毎年|単年|各年|\(年\)|年\d/u.test(halfWidth(words)) ? 'each-year' : 'final'
}

/**
 * 一区切りの字面を値にする。「2.11/年」のように数と「/年」だけのもの、かっこ書きの付いたものも読む。
 * 字面（raw）は書かれたとおり。単位は「/年」を付けて持つ（「人/年」）。
 */
export const figureOf = ({ text, place }: Piece, year: number | null, scope?: Figure['scope']): Figure => {
  const at = { year, place, ...(scope ? { scope } : {}) }
  const whole = readFigure(text, at)
  const groups = dressed.exec(halfWidth(text))?.groups
  if (!groups || whole.parts) return whole
  const core = readFigure(`${groups.core ?? ''}${groups.bound ?? ''}`, at)
  if (core.value === null || core.parts) return whole
  const unit = core.unit === null ? null : `${core.unit}${groups.per ?? ''}`
  return { ...core, raw: text, unit, ...(scope ? { scope } : {}) }
}

/** いくつかの数量の並び（「3回以上(小学1,2年生) 5回以上(小学3年生以上)」）を、札つきの部分にする。 */
export const compoundOf = (
  raw: Piece,
  parts: readonly { readonly label: string | null; readonly figure: Piece }[],
  year: number | null,
  scope?: Figure['scope'],
): Figure => {
  const figures = parts.map(({ label, figure }) => ({
    ...figureOf(figure, year, scope),
    ...(label === null ? {} : { label }),
  }))
  const units = [...new Set(figures.map(({ unit }) => unit))]
  return {
    year,
    raw: raw.text,
    value: null,
    unit: units.length === 1 ? (units[0] ?? null) : null,
    qualifier: null,
    status: 'given',
    text: null,
    parts: figures,
    ...(scope ? { scope } : {}),
    place: raw.place,
  }
}
