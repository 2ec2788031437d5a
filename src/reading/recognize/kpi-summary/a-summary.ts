import type { SourceDocument } from '../../document.ts'
import { textPage } from '../../formats/text.ts'

/** 試験のための、集計表の文字の流れ。数が先、名と所見があとに、空の行で区切られて並ぶ。 */
export type StreamSample = {
  readonly goal?: string
  /** 数値目標の数の行。 */
  readonly goalNumbers?: readonly string[]
  /** KPI の数の行（目標の段、実績の段の順）。 */
  readonly numbers: readonly string[]
  readonly subtotal?: string
  /** 名・見出し・所見のかたまり。 */
  readonly blocks: readonly (readonly string[])[]
}

const years = ['3年度 4年度 5年度 6年度 7年度', '5年間の', '', '合計']
const heading = '第４期青空市まち・ひと・しごと創生総合戦略 数値目標・KPI集計表 【資料２】'

/** 一頁の文字の流れ。 */
const aPage = ({ goal, goalNumbers, numbers, subtotal, blocks }: StreamSample): string =>
  [
    heading,
    '',
    ...(goal ? [goal, ''] : []),
    ...(goalNumbers ? [...years, '令和３年度実績値に対する所見', '', ...apart(goalNumbers)] : []),
    ...years,
    '令和３年度実績値の増減理由及び今後の取り組み',
    '',
    ...apart(numbers),
    ...(subtotal ? [subtotal, ''] : []),
    ...blocks.flatMap((block) => [...block, '']),
  ].join('\n')

const apart = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => [line, ''])

/** 頁を並べた図書。 */
export const aSummary = (...pages: readonly (StreamSample | string)[]): SourceDocument => ({
  source: { file: '集計表.txt', sha256: '0'.repeat(64) },
  format: 'text',
  encoding: 'utf-8',
  pages: [textPage(pages.map((page) => (typeof page === 'string' ? page : aPage(page))).join('\n'))],
  remarks: [],
})
