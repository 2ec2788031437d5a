import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Indicator, PlanDraft } from '#domain/plan/draft.ts'
import { textPage } from '../../formats/text.ts'
import { kpiSummary } from './kpi-summary.ts'

// 公表された図書そのものは置かず、あるときだけ比べる（事実と数だけをここに書く）。
const seed = fileURLToPath(new URL('../../../../../shared/seeds/001_3603c4e3f594b660.txt', import.meta.url))
const here = existsSync(seed)

const readSeed = (): PlanDraft =>
  kpiSummary.read({
    source: { file: '001.txt', sha256: '0'.repeat(64) },
    format: 'text',
    encoding: 'utf-8',
    pages: [textPage(readFileSync(seed, 'utf8'))],
    remarks: [],
  })

/** 印刷の順。名の頭、基準 → 目標、目標の段 / 実績の段、確かさ。目で本文と突き合わせたもの。 */
const printed: readonly (readonly [name: string, target: string, figures: string, sure: Certain])[] = [
  ['就業者数', '7,740人→6,300人', '― ― ― ― 6,300 ― / ― ―', 'certain'],
  ['砂川高校からの市内企業', '36.7％→40.0％', '36.0 37.0 38.0 39.0 40.0 ― / 36.6 ―', 'certain'],
  ['施設新設等', '0人→15人', '3 3 3 3 3 15 / 0 0', 'certain'],
  ['研修終了者数', '1人→35人', '7 7 7 7 7 35 / 7 7', 'certain'],
  ['農作業受託面積', '', '― ― ― ― ― ― / 0 ―', 'certain'],
  ['新規就農者数', '3人→4人', '0 1 1 1 1 4 / 2 2', 'certain'],
  ['チームを構成', '21事業者→75事業者', '41 51 59 67 75 ― / 40 ―', 'certain'],
  ['地域ブランドの商品数', '22品→50品', '30 35 40 45 50 ― / 29 ―', 'certain'],
  ['創業支援事業に基づく', '2件→4件', '2 2 3 3 4 ― / 5 ―', 'certain'],
  ['機器を導入した', '0棟→100棟', '100 ― ― ― ― ― / 0 ― ― ― ― ―', 'certain'],
  ['連携取組数', '', '― ― ― ― ― ― / 0 ―', 'certain'],
  ['観光入込客数', '1,625千人→1,638千人', '1,627 1,630 1,633 1,635 1,638 ― / 902.9 ―', 'certain'],
  ['お試し暮らし', '7組→55組', '11 11 11 11 11 55 / 2 2', 'certain'],
  ['補助金交付件数', '－件→10件', '10 10 10 10 10 ― / 9 ―', 'certain'],
  ['支援金交付件数', '－件→1件', '― 1 1 1 1 ― / ― ―', 'certain'],
  ['マッチングサイト', '－社→5社', '― 5 5 5 5 ― / ― ―', 'certain'],
  ['観光入込客数', '1,625千人→1,638件', '1,627 1,630 1,633 1,635 1,638 ― / 902.9 ―', 'certain'],
  ['砂川観光協会', '132千件→134千件', '132.4 132.8 133.2 133.6 134.0 ― / 132.6 ―', 'certain'],
  ['ふるさと応援寄附者', '87件→120件', '120 120 120 120 120 ― / 231 ―', 'certain'],
  ['施設前の歩行者', '273人/日→327人/日', '― ― ― 330 327 ― / ― ―', 'certain'],
  ['砂川高校入学間口数', '3間口→3間口', '3 3 3 3 3 ― / 3 ―', 'certain'],
  ['出生数', '74人→108人', '― ― ― ― 108 ― / 72 ―', 'certain'],
  ['実施事業への参加者数', '0人→30人', '30 30 30 30 30 ― / 0 ―', 'certain'],
  ['支援を受けた組数', '－組→5組', '5 5 5 5 5 ― / 5 ―', 'certain'],
  ['利用者アンケート', '100％→100％', '100.0 100.0 100.0 100.0 100.0 ― / 100.0 ―', 'open'],
  ['妊婦健康診査', '525件→670枚', '670 670 670 670 670 ― / 577 ―', 'certain'],
  ['訪問指導実施率', '－→100％', '100.0 100.0 100.0 100.0 100.0 ― / 96.9 ―', 'open'],
  ['陣痛タクシー', '44.7％→60％', '60.0 60.0 60.0 60.0 60.0 ― / 46.1 ―', 'open'],
  ['一時保育', '100％→100％', '100.0 100.0 100.0 100.0 100.0 ― / 100.0 ―', 'open'],
  ['参加親子組数', '102組→150組', '150 150 150 150 150 ― / 24 ―', 'certain'],
  ['病児・病後児', '100％→100％', '100.0 100.0 100.0 100.0 100.0 ― / 100.0 ―', 'open'],
  ['学童保育所', '0人→0人', '0 0 0 0 0 ― / 0 ―', 'certain'],
  ['クーポンを利用', '57.7％→60％', '60.0 60.0 60.0 60.0 60.0 ― / 32.7 ―', 'open'],
  ['対象者１人当たり', '－→8,400円', '8,400 8,400 8,400 8,400 8,400 ― / 7,493 ―', 'certain'],
  ['接種率', '55.9％→60％', '57.0 58.0 59.0 60.0 60.0 ― / 39.9 ―', 'open'],
  ['授業理解度', '85.0％→87.5％', '85.0 85.0 85.0 87.5 87.5 ― / 87.8 ―', 'certain'],
  ['英語検定合格率', '－→50％', '50.0 50.0 50.0 50.0 50.0 ― / 75.0 ―', 'certain'],
  ['KPIの設定が困難', '', '― ― ― ― ― ― / ― ― ― ― ― ―', 'certain'],
  ['人口増減率', '△7.04％→△5.13％', '― ― ― ― △5.13％ ― / △7.77％ ―', 'certain'],
  ['事業所が参照', '21,866件→22,000件', '22,000 22,000 22,000 22,000 22,000 ― / 30,378 ―', 'certain'],
  ['国保特定健診', '54.7％→60％', '60.0 60.0 60.0 60.0 60.0 ― / 暫定値43.1 ―', 'certain'],
  ['参加申請者数', '991人→1,250人', '1,050 1,100 1,150 1,200 1,250 ― / 905 ―', 'certain'],
  ['保健指導実施率', '－→100％', '100.0 100.0 100.0 100.0 100.0 ― / 100.0 ―', 'open'],
  ['レクリエーション', '－→480人', '480 480 480 480 480 ― / 143 ―', 'certain'],
  ['情報交換を実施', '30団体→30団体', '30 30 30 30 30 ― / 0 ―', 'certain'],
  ['地域事情の把握', '4団体→15団体', '3 3 3 3 3 15 / 3 3', 'certain'],
  ['KPIの設定が困難', '', '― ― ― ― ― ― / ― ― ― ― ― ―', 'certain'],
  ['乗合タクシー', '8,431人→8,431人', '8,431 8,431 8,431 8,431 8,431 ― / 8,583 ―', 'certain'],
  ['SNS砂川市', '－→13％', '8.2 9.4 10.6 11.8 13.0 ― / 15.6 ―', 'certain'],
  ['自主防災組織数', '13団体→15団体', '14 14 15 15 15 ― / 13 ―', 'certain'],
  ['発行した証明書', '－→2,121件', '― 264 1,272 1,483 2,121 ― / ― ―', 'certain'],
  ['マイナンバーカード', '27.4％→100％', '― 50.0 60.0 70.0 100.0 ― / ― ―', 'open'],
  ['補助金交付件数', '216件→150件', '150 150 150 150 150 ― / 258 ―', 'certain'],
  ['補助金交付件数', '115件→87件', '87 87 87 87 87 ― / 95 ―', 'certain'],
  ['KPIの設定が困難', '', '― ― ― ― ― ― / ― ― ― ― ― ―', 'certain'],
  ['KPIの設定が困難', '', '― ― ― ― ― ― / ― ― ― ― ― ―', 'certain'],
]

/** open は、目標の表記だけならほかの行にも合うもの（certain であってはならない）。 */
type Certain = 'certain' | 'open'

const bare = (raw: string | undefined) => (raw ?? '').replace(/[（(].*$/u, '')

const phrase = ({ baseline, targets }: Indicator): string => {
  const last = targets.at(-1)
  return last && /[（(]/u.test(last.raw) ? `${bare(baseline?.raw)}→${bare(last.raw)}` : ''
}

const figures = ({ targets, actuals }: Indicator): string =>
  [targets, actuals]
    .map((each) =>
      each
        .filter(({ raw }) => !/[（(]/u.test(raw))
        .map(({ raw }) => raw)
        .join(' '),
    )
    .join(' / ')

describe.skipIf(!here)('砂川市の集計表（本文が ../shared/seeds にあるときだけ）', () => {
  const draft = here ? readSeed() : null
  const rows = draft?.indicators ?? []

  test('数値目標 4、KPI の行 52、うち数える KPI 46、事業 48', () => {
    expect(rows.filter((each) => each.class === '数値目標')).toHaveLength(4)
    expect(rows.filter((each) => each.class === 'KPI')).toHaveLength(52)
    expect(rows.filter(({ counted }) => counted)).toHaveLength(46)
    expect(draft?.projects).toHaveLength(48)
  })

  test.each(printed.map((row, at) => [at, ...row] as const))('%i %s %s', (at, name, target, numbers, sure) => {
    const row = rows[at]
    expect(row?.name.startsWith(name)).toBe(true)
    expect(row && phrase(row)).toBe(target)
    expect(row && figures(row)).toBe(numbers)
    if (sure === 'certain') expect(row?.certainty?.level).toBe('certain')
    else {
      expect(row?.certainty?.level).not.toBe('certain')
      expect(row?.certainty?.alternatives?.length).toBeGreaterThan(0)
      expect(draft?.notes.some(({ about, places }) => about?.includes(row?.id ?? '') && places.length > 1)).toBe(true)
    }
  })

  test('小計と合計', () => {
    expect(draft?.subtotals.map(({ projects, indicators }) => [projects, indicators])).toEqual([
      [9, 8],
      [7, 9],
      [16, 15],
      [16, 14],
      [48, 46],
    ])
    expect(draft?.notes.map(({ code }) => code)).not.toContain('kpi-summary-subtotal-unlike')
  })

  test('施策の木と、事業の置き場', () => {
    const nodes = draft?.nodes ?? []
    const under = (parent: string | null): readonly string[] =>
      nodes.filter((node) => node.parent === parent).map(({ number }) => number ?? '')
    const goals = nodes.filter(({ parent }) => parent === null)
    expect(goals.map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
    expect(goals.map(({ id }) => under(id))).toEqual([
      ['(1)', '(2)'],
      ['(1)', '(2)'],
      ['(1)', '(2)'],
      ['(1)', '(2)', '(3)', '(4)'],
    ])
    const counts = goals.flatMap(({ id }) =>
      nodes
        .filter(({ parent }) => parent === id)
        .map((field) =>
          nodes
            .filter(({ parent }) => parent === field.id)
            .map((measure) => draft?.projects.filter((project) => project.nodes.includes(measure.id)).length),
        ),
    )
    expect(counts).toEqual([[1, 1, 1, 2], [2, 2], [3, 2, 1], [1], [2], [4, 4, 3, 3], [1, 4, 2, 2, 2, 1], [2], [2], [0]])
  })

  test('一つの事業に KPI が二つあるのは四つ', () => {
    const shared = draft?.projects.filter(({ indicators }) => indicators.length > 1) ?? []
    expect(shared.map(({ name, indicators }) => [name.slice(0, 5), indicators.length])).toEqual([
      ['地域ブラン', 2],
      ['UIJター', 2],
      ['観光客誘客', 2],
      ['住民票等コ', 2],
    ])
  })

  test('付けた所見はどれも正しい行のもので、決めきれない四つは付けずに知らせる', () => {
    const starts: readonly (readonly [string, string])[] = [
      ['農作業受託面積', '随時相談受付'],
      ['チームを構成', 'オアシス'],
      ['お試し暮らし', '令和3年度のお試し'],
      ['砂川観光協会', '目標値を上回った'],
      ['ふるさと応援', 'ふるさと応援'],
      ['施設前の歩行者', '施設整備前'],
      ['利用者アンケート', '実績値は目標を達成'],
      ['病児・病後児', '利用登録者76名'],
      ['対象者１人当たり', '新型コロナウイルスの影響による受診控え'],
      ['接種率', '新型コロナウイルス感染症拡大予防'],
      ['英語検定', '実施初年度'],
      ['国保特定健診', '特定健診の実績値'],
      ['情報交換', '新型コロナウイルス感染症の拡大予防'],
      ['地域事情', '社協主催'],
      ['SNS砂川市', '防災情報の他'],
    ]
    for (const [name, start] of starts)
      expect(rows.find((row) => row.name.startsWith(name))?.remarks?.startsWith(start)).toBe(true)
    expect(rows.filter(({ remarks }) => remarks !== null)).toHaveLength(52)
    expect(draft?.notes.filter(({ code }) => code === 'kpi-summary-remark-unplaced')).toHaveLength(4)
  })

  test('すべての値が、本文のその位置の字面と一致する所在を持つ', () => {
    const lines = readFileSync(seed, 'utf8').split('\n')
    for (const { targets, actuals, baseline, place, name } of rows) {
      for (const figure of [...targets, ...actuals, ...(baseline ? [baseline] : [])]) {
        if (!('line' in figure.place)) throw new Error('line place expected')
        const { line, column = 1, length = 0 } = figure.place
        expect(lines[line - 1]?.slice(column - 1, column - 1 + length)).toBe(figure.raw)
      }
      if (!('line' in place)) throw new Error('line place expected')
      const { line, column = 1, length = 0 } = place
      const words = lines[line - 1]?.slice(column - 1, column - 1 + length) ?? ''
      expect([name.startsWith(words), words.length > 2]).toEqual([true, true])
    }
  })
})
