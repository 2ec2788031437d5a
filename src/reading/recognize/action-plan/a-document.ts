import type { PlanDraft } from '#domain/plan/draft.ts'
import type { SourceDocument } from '../../document.ts'
import { textPage } from '../../formats/text.ts'
import { actionPlan } from './action-plan.ts'

/** 試験のための図書。行を並べた文章（升目はタブ）から作る。 */
export const aDocument = (...lines: readonly string[]): SourceDocument => ({
  source: { file: '試し.txt', sha256: '0'.repeat(64) },
  format: 'text',
  encoding: 'utf-8',
  pages: [textPage(lines.join('\n'))],
  remarks: [],
})

export const draftOf = (...lines: readonly string[]): PlanDraft => actionPlan.read(aDocument(...lines))

/** 表の一行。 */
export const row = (...cells: readonly string[]): string => cells.join('\t')

/** 個票の上の見出しと年の見出し。 */
export const sheetHeader = row(
  '基本目標',
  '第1次総合計画の関連施策',
  '上段:事務事業名 下段:事業名',
  '事業主体',
  '期間',
  '関連する総合戦略の成果目標・重要業績評価指標(KPI)',
  '',
)
export const contentHeader = row('事業内容', '', 'シティプロモーションの視点', '', '関連するSDGs', '', '')
export const yearHeader = row(
  '実績・予定',
  '令和2年度',
  '令和3年度',
  '令和4年度',
  '令和5年度',
  '令和6年度',
  '重要業績評価指標(KPI)',
)

/** 決まった見出しの個票一枚。`years` は年の行とその下の行。 */
export const aSheet = ({
  number,
  goal = '1. 海と山の仕事で「にぎわうまち」をつくる',
  name = '磯の市開催事業',
  second = row('', '', '', '', '', '重要業績評価指標(KPI)', '—'),
  outcome = '来訪者数 5,000人/年',
  period = 'R2 ~ R6',
  content = row('朝市を開く。', '', '', '', '', '', ''),
  years = [row('', '・開催 3回', '・開催 4回', '・開催 5回', '・開催 6回', '・開催 7回', '設定指標 開催 7回')],
}: {
  number?: string
  goal?: string
  name?: string
  second?: string
  outcome?: string
  period?: string
  content?: string
  years?: readonly string[]
} = {}): readonly string[] => [
  ...(number === undefined ? [] : [`No. ${number}`, '']),
  sheetHeader,
  row(goal, '3. 水産の振興', name, '緑浜市 (水産課)', period, '成果目標', outcome),
  second,
  contentHeader,
  content,
  yearHeader,
  ...years,
  '',
]

/** 表題から重点施策一覧まで。 */
export const front: readonly string[] = [
  '# 第1期緑浜市総合戦略 アクションプラン',
  '',
  '令和3年10月',
  '',
  '令和2年度から令和6年度までの5年間',
  '',
  '## この表の見方',
  row('No.', '事務事業名', '基本目標', '', '新たな視点', '', '関連するSDGs', '重点施策'),
  row('', '', '1', '2', '1', '2', '', ''),
  row('1', '磯の市開催事業', '', '', '', '', '', '●'),
  '## 取組事業一覧',
  row('総合戦略2つの基本目標', '新たな視点'),
  row('1:海と山の仕事で「にぎわうまち」をつくる 2:みんなで「育つまち」をつくる', '1:多様な人 2:新しい時代'),
  '',
  row('No.', '事務事業名', '基本目標', '', '新たな視点', '', '関連するSDGs', '', '重点施策', ''),
  row('', '', '1', '2', '1', '2', '', '', '', ''),
  row('4', '磯の市開催事業', '●', '', '', '●', '', '14', '', '●'),
  row('5', '港まつり事業', '●', '●', '', '', '8', '', '', '●'),
  row('9', '里山の学校事業', '', '●', '●', '', '4', '15', '', ''),
  '## 2. 重点施策一覧',
  '基本目標 1：海と山の仕事で「にぎわうまち」をつくる',
  row('No.', '事務事業名', '事業内容', '事業主体', '一覧No.'),
  row('1', '磯の市開催事業', '朝市を開く。', '水産課、磯の市実行委員会 ほか', '4'),
  row('2', '港まつり事業', '港で祭りを開く。', '観光課', '5'),
  '基本目標2：みんなで「育つまち」をつくる',
  row('No.', '事務事業名', '事業内容', '事業主体', '一覧No.'),
  row('3', '港まつり事業', '港で祭りを開く。', '観光課', '5'),
  '### 3. 重点施策(個票)',
]
