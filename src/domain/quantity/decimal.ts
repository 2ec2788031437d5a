import BigFactory, { type Big, type BigConstructor } from 'big.js'

/** 端数。half-up 四捨五入、down 切捨て、up 切上げ。 */
export type Rounding = { readonly mode: 'half-up' | 'down' | 'up'; readonly places: 0 | 1 | 2 }

/**
 * 十進の文字列どうしの正確な計算。二進の浮動小数は使わない。
 * 受け取る文字列は数と分かったもの（`isDecimal`）に限り、数でなければ書き手の誤りとして投げる。
 */
const Exact = BigFactory()

const modes = { down: 0, 'half-up': 1, up: 3 } as const satisfies Record<Rounding['mode'], number>

/** 十進の数の書き方か。指数・桁区切り・NaN は数としない。`isDecimal('-1.50')` → true */
export const isDecimal = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)

const exact = (text: string): Big => {
  if (!isDecimal(text)) throw new Error(`a decimal string was expected, got "${text}"`)
  return new Exact(text)
}

// 0 の符号は落とす（「△0」と「0」を別の数にしない）。
const written = (value: Big): string => (value.eq(0) ? '0' : value.toFixed())

/** 余りの零を落とした標準の書き方。`canonical('100.00')` → '100'、`canonical('-0')` → '0' */
export const canonical = (value: string): string => written(exact(value))

export const plus = (a: string, b: string): string => written(exact(a).plus(exact(b)))

export const minus = (a: string, b: string): string => written(exact(a).minus(exact(b)))

export const times = (a: string, b: string): string => written(exact(a).times(exact(b)))

export const sum = (values: readonly string[]): string => values.reduce(plus, '0')

export const negated = (value: string): string => times(value, '-1')

/** a が小さければ −1、等しければ 0、大きければ 1。`compare('100.0', '100')` → 0 */
export const compare = (a: string, b: string): -1 | 0 | 1 => exact(a).cmp(exact(b))

/** 数として等しいか。字面の違い（100 と 100.0）は問わない。 */
export const sameNumber = (a: string, b: string): boolean => compare(a, b) === 0

export const isZero = (value: string): boolean => exact(value).eq(0)

export const isNegative = (value: string): boolean => exact(value).lt(0)

/** 割り切れない商は、この桁で切り捨てて持つ（丸めはここからではなく `quotientRounded` で一度だけ行う）。 */
const quotientPlaces = 20

/** 商を小数 20 桁まで（切捨て）。零で割るのは書き手の誤り。`quotient('1', '3')` → '0.33333333333333333333' */
export const quotient = (dividend: string, divisor: string): string =>
  canonical(divide(dividend, divisor, quotientPlaces, modes.down))

/**
 * 商を決めた桁に丸める。長除法の余りを見て一度で丸めるので、二重丸めにならない。
 * 四捨五入は零から遠い方（−0.5 → −1）。`quotientRounded('643', '8', { mode: 'half-up', places: 1 })` → '80.4'
 */
export const quotientRounded = (dividend: string, divisor: string, { mode, places }: Rounding): string =>
  divide(dividend, divisor, places, modes[mode])

/** 決めた桁に丸め、その桁まで書く。`rounded('80', { mode: 'half-up', places: 1 })` → '80.0' */
export const rounded = (value: string, { mode, places }: Rounding): string =>
  unsignedZero(exact(value).toFixed(places, modes[mode]))

/** 百分率（丸めない、20 桁まで）。`percentOf('47', '45')` → '104.44…' */
export const percentOf = (part: string, whole: string): string => quotient(times(part, '100'), whole)

/** 百分率を一度だけ丸めて書く。`percentRounded('643', '800', …)` → '80.4' */
export const percentRounded = (part: string, whole: string, rounding: Rounding): string =>
  quotientRounded(times(part, '100'), whole, rounding)

const divide = (dividend: string, divisor: string, places: number, mode: number): string => {
  const [over, under] = [exact(dividend), exact(divisor)]
  if (under.eq(0)) throw new Error(`division by zero: ${dividend} ÷ ${divisor}`)
  return unsignedZero(new (dividing(places, mode))(over).div(under).toFixed(places))
}

/** 桁と丸めは big.js では作り手ごとの設定なので、組ごとに作り手を分ける（割るたびに作ると、割り算の半分がその時間になる）。 */
const dividing = (places: number, mode: number): BigConstructor => {
  const key = `${places}/${mode}`
  const made = makers.get(key)
  if (made) return made
  const Dividing = BigFactory()
  Dividing.DP = places
  Dividing.RM = mode
  makers.set(key, Dividing)
  return Dividing
}

const makers = new Map<string, BigConstructor>()

const unsignedZero = (text: string): string => (/^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text)

/** 書かれた数と同じ桁に丸める決まり（「75.4」なら小数 1 桁、四捨五入）。 */
export const asPrinted = (number: string): Rounding => {
  const places = number.split('.')[1]?.length ?? 0
  return { mode: 'half-up', places: places > 1 ? 2 : places === 1 ? 1 : 0 }
}

/**
 * 印刷された数だけの字面（「75.6％」「1,009」「０７」）を十進の文字列にする。小数の桁は書かれたまま残し、
 * 頭の余りの零は落とす。数でなければ null。`printedNumber('100.0％')` → '100.0'、`printedNumber('―')` → null
 */
export const printedNumber = (text: string): string | null => {
  const [, sign = '', digits] = /^(-?)0*(\d+(?:\.\d+)?)$/.exec(text.normalize('NFKC').replace(/[%,\s]/g, '')) ?? []
  return digits === undefined ? null : `${sign}${digits}`
}
