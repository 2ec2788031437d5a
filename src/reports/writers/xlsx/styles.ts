import type { CellStyle } from 'hucre/xlsx'
import { bodySize } from './measure.ts'

/**
 * Excel のファイルには書体が入らず、名だけが書かれる。Noto Sans JP は役所の PC にあるとは限らず、游ゴシックは行が高くなり、
 * BIZ UDPゴシックは数字が広い。Windows 10 からはどの PC にもあり、数字が半角の幅でそろう BIZ UDゴシックを名のる。
 * ないときに代わる MS ゴシックとは幅も高さも同じなので、頁の割り方が変わらない。
 */
export const bookFont = { name: 'BIZ UDゴシック', family: 3, charset: 128 } as const

/**
 * 「標準」の字の大きさ（pt）と、その数字の幅（pt）。列の広さはこの幅で数えられる。11pt では、数字の幅が画面の倍率やプリンターで
 * 5.4～6pt に変わり、列が狭まって字が切れる。12pt なら、どの倍率でもちょうど 6pt になる。
 */
export const standardSize = 12
export const standardDigit = standardSize / 2

/** 升目の場所。表の外（title・note など）は罫線を引かない。 */
export type Place = (typeof places)[number]

const places = [
  'number',
  'title',
  'as-of',
  'lead',
  'heading',
  'text',
  'note',
  'link',
  'link-2',
  'link-3',
  'cover-large',
  'cover-long',
  'cover-middle',
  'cover-small',
  'header',
  'band-1',
  'band-2',
  'band-3',
  'entry',
  'subtotal',
  'total',
] as const

/** 升目の見た目を決めるもの。`innerTop`・`innerBottom` は一件の中の横の線で、細く引く。 */
export type Look = {
  readonly place: Place
  readonly align: 'start' | 'center' | 'end'
  readonly tone?: 'strong' | 'quiet' | 'alert' | undefined
  readonly heading?: boolean | undefined
  readonly vertical?: boolean | undefined
  readonly innerTop?: boolean
  readonly innerBottom?: boolean
}

/** 白黒で刷っても段の分かる濃さ。 */
const fills: Readonly<Partial<Record<Place, string>>> = {
  header: 'E3E9EF',
  'band-1': 'C9D6E3',
  'band-2': 'E3E9EF',
  'band-3': 'F1F4F7',
  subtotal: 'F1F1F1',
  total: 'DEDEDE',
}

export const sizes: Readonly<Partial<Record<Place, number>>> = {
  title: 14,
  heading: 12,
  note: 9,
  'cover-large': 26,
  'cover-long': 20,
  'cover-middle': 18,
  'cover-small': 14,
}

export const sizeAt = (place: Place): number => sizes[place] ?? bodySize

const boldPlaces: ReadonlySet<Place> = new Set([
  'title',
  'heading',
  'cover-large',
  'cover-long',
  'cover-middle',
  'header',
  'band-1',
  'band-2',
  'subtotal',
  'total',
])

/** 目次の段の下げ。 */
const indents: Readonly<Partial<Record<Place, number>>> = { 'link-2': 1, 'link-3': 2 }

const ruled: ReadonlySet<Place> = new Set(['header', 'band-1', 'band-2', 'band-3', 'entry', 'subtotal', 'total'])

/** 遅れの赤は、白地に 4.5:1 を超える濃さ。字でも分かること（report.ts）なので、色だけには頼らない。 */
const tones = { quiet: '595959', alert: 'B00020' } as const

const horizontals = { start: 'left', center: 'center', end: 'right' } as const

/**
 * 同じ見た目の升目には、同じ書式の値を使い回す。一万行の表で、書式も、引くための字も、升目ごとに作らないため、
 * 見た目は数に畳んで引く。
 */
export const styleBook = (): ((look: Look, format: string | undefined) => CellStyle) => {
  const made = new Map<string | undefined, Map<number, CellStyle>>()
  return (look, format) => {
    const known = made.get(format) ?? new Map<number, CellStyle>()
    made.set(format, known)
    const style = known.get(folded(look)) ?? styleOf(look, format)
    known.set(folded(look), style)
    return style
  }
}

const folded = ({ place, align, tone, heading, vertical, innerTop, innerBottom }: Look): number =>
  ((places.indexOf(place) * 3 + aligns.indexOf(align)) * 4 + tonesInOrder.indexOf(tone)) * 16 +
  (heading ? 1 : 0) +
  (vertical ? 2 : 0) +
  (innerTop ? 4 : 0) +
  (innerBottom ? 8 : 0)

const aligns = ['start', 'center', 'end'] as const
const tonesInOrder = [undefined, 'strong', 'quiet', 'alert'] as const

const styleOf = (look: Look, format: string | undefined): CellStyle => {
  const fill = fills[look.place]
  return {
    font: fontOf(look),
    alignment: {
      horizontal: horizontals[look.align],
      vertical: look.place === 'as-of' || look.place === 'lead' ? 'bottom' : 'center',
      wrapText: true,
      ...(indents[look.place] && { indent: indents[look.place] }),
      ...(look.vertical && { textRotation: 255 }),
    },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(ruled.has(look.place) && { border: borderOf(look) }),
    ...(format !== undefined && { numFmt: format }),
  }
}

export const fontOf = ({
  place,
  tone,
  heading,
}: Pick<Look, 'place' | 'tone' | 'heading'>): NonNullable<CellStyle['font']> => {
  const colour = place.startsWith('link') ? '0017C1' : tone === 'quiet' || tone === 'alert' ? tones[tone] : undefined
  return {
    ...bookFont,
    size: sizeAt(place),
    ...((boldPlaces.has(place) || tone === 'strong' || tone === 'alert') && { bold: true }),
    ...(heading && place !== 'entry' && { bold: true }),
    ...(place.startsWith('link') && { underline: true }),
    ...(colour && { color: { rgb: colour } }),
  }
}

const borderOf = ({ place, innerTop, innerBottom }: Look): NonNullable<CellStyle['border']> => ({
  top: { style: innerTop ? 'hair' : place === 'total' ? 'medium' : 'thin' },
  bottom: { style: innerBottom ? 'hair' : 'thin' },
  left: { style: 'thin' },
  right: { style: 'thin' },
})
