import { element, roughWidth } from './svg.ts'

/** 図の寸法。 */
export const frame = { width: 640, height: 280, left: 58, right: 20, font: 12 } as const

/**
 * 系列の色。達成・順調・遅れ・判定なしの順に並べて、意味と合い、白黒で刷っても濃さで分かれる。
 * 色だけに頼らないよう、線には印と破線を、棒には値を添える。
 */
export const chartColors = ['#12406b', '#8fb8de', '#d9730d', '#c9c9c9', '#3f7f5f', '#7a3e9d'] as const

export const colorOf = (series: number): string => chartColors[series % chartColors.length] ?? chartColors[0]

/** 目標などの横線の色。 */
export const lineColor = '#b3261e'

export const ink = '#222'
export const paleInk = '#8a8a8a'

const dashes = ['none', '7 3', '2 3', '10 3 2 3'] as const

/** 線の破り方。一つ目は実線。 */
export const dashOf = (series: number): string => dashes[series % dashes.length] ?? 'none'

/** 図の値の書き方。区切りを入れ、端数は小数二桁まで。 */
export const valueText = (value: number, places?: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: places ?? 0, maximumFractionDigits: places ?? 2 })

/** 描いたもの。値の字は、目標の線の上に重ねて読めるように、後で描く。 */
export type Drawn = { readonly shapes: string; readonly labels: string }

export const drawn = (parts: readonly Drawn[]): Drawn => ({
  shapes: parts.map(({ shapes }) => shapes).join(''),
  labels: parts.map(({ labels }) => labels).join(''),
})

/** 値の字。線と重なっても読めるように縁を付ける。`room` に入らないなら書かない（値は表にある）。 */
export const valueLabel = (
  text: string,
  x: number,
  y: number,
  room: number,
  { fill, halo }: { readonly fill: string; readonly halo: string } = { fill: ink, halo: '#fff' },
): string =>
  roughWidth(text) * 11 > room
    ? ''
    : element(
        'text',
        {
          x,
          y,
          'text-anchor': 'middle',
          'font-size': 11,
          fill,
          stroke: halo,
          'stroke-width': '3',
          'paint-order': 'stroke',
        },
        text,
      )
