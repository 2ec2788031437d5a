import { checkDigit } from '#domain/people/municipality.ts'

/** 実在しない市。団体コードは形だけ正しい（検査数字も合う）。 */
export const midorikawa = { name: '緑川市', code: `15299${checkDigit('15299')}` } as const

type Row = { readonly name: string; readonly actuals: string; readonly rates: string }

const rows: readonly Row[] = [
  { name: '起業件数（R2～累計）', actuals: '0件,12件,2件,4件,7件,9件', rates: '16.7%,33.3%,58.3%,75.0%' },
  { name: '新規就農者数（R2～累計）', actuals: '0人,10人,1人,3人,5人,8人', rates: '10.0%,30.0%,50.0%,80.0%' },
  { name: '商談件数/年', actuals: '100件,200件,120件,150件,180件,210件', rates: '60.0%,75.0%,90.0%,105.0%' },
]

/** 変えるところ。`name` の行を抜く（drop）、足す（add）、字を入れかえる（replace）。 */
export type Correction = {
  readonly drop?: string
  readonly add?: Row
  readonly replace?: readonly [from: string, to: string]
}

/** 食い違いのない小さな進捗状況一覧表（CSV）。`aTable({ replace: ['75.0%', '57.0%'] })` なら一か所だけ合わない。 */
export const aTable = ({ drop, add, replace }: Correction = {}): string => {
  const kept = [...rows.filter(({ name }) => name !== drop), ...(add ? [add] : [])]
  const text = [
    '緑川市総合戦略 進捗状況一覧表',
    '基本目標１ 働く場をつくる',
    '担当課,指標名,区分,現状値(H30),目標値(R6),R2,R3,R4,R5,備考',
    ...kept.flatMap(({ name, actuals, rates }) => [`商工課,${name},実績値,${actuals},`, `,,達成率,,,${rates},`]),
    '',
  ].join('\r\n')
  return replace ? text.replace(...replace) : text
}
