import { plainText } from '#domain/language/plain-text.ts'
import type { HeaderRole } from './headers.ts'

/** 見出し語。同じ語が二つの役を持つことがある（「現状値」）。 */
export type HeaderWord = { readonly role: HeaderRole; readonly scope?: 'final' | 'period' }

type Entry = HeaderWord & { readonly words: string }

/** 実際の表の見出し語（およそ五十の自治体の文書から）。語は空白で分けて並べる。かっこと年は先に外してある。 */
const entries: readonly Entry[] = [
  {
    role: 'name',
    words:
      '重要業績評価指標 重要業績指標 重要業績評価指標KPI 重要業績評価指標/KPI KPI KGI 施策KGI 数値目標 成果指標 成果指標名 活動指標 活動指標名 対象指標 指標 指標名 指標の名称 指標名称 評価指標 目標指標 《目標指標》 目標名 目標指標名 成果目標 まちづくり指標 社会指標 幸福度指標 主指標 副指標 設定指標 定性目標 めざす姿の成果指標名 指標項目 指標内容 項目',
  },
  {
    role: 'level',
    words:
      '基本目標 基本的方向 基本方向 基本施策 政策 政策分野 施策分野 分野 施策 施策名 具体的施策 具体的な施策 主要施策 個別施策 重点施策 戦略パッケージ 基本事業 目標区分',
  },
  {
    role: 'project',
    words:
      '事業 事業名 事業の名称 交付対象事業 交付対象事業名 交付対象事業の名称 事務事業 事務事業名 取組 取組名 取組事業 取組事業名 主な事業 具体的な事業 事業等',
  },
  {
    role: 'baseline',
    words:
      '基準値 基準 基準年度 基準年値 当初値 当初 初期値 策定時 策定時の値 計画策定時 計画策定時の値 計画策定時点 前期策定時 後期策定時 開始時 事業開始前 申請時 スタート値',
  },
  { role: 'baseline', words: '現状値 現状 現況値 現況 現状数値' },
  { role: 'actual', words: '現状値 現状 現況値 現況 現状数値' },
  {
    role: 'target',
    words:
      '目標値 目標 目標数値 数値目標値 指標値 計画 予定 計画値 目安値 年次目標 各年度目標 年度目標 参考年間目標 中間目標 中間目標値 目標の内容 KPI目標値',
  },
  { role: 'target', scope: 'final', words: '最終目標 最終目標値 最終年度目標 最終年度目標値' },
  { role: 'target', scope: 'period', words: '5ヵ年目標 5か年目標 5年間の合計 5年間合計 期間目標' },
  {
    role: 'actual',
    words:
      '実績値 実績 年次実績 実績数値 年度実績 年度実績値 年度数値 数値 現在値 最新値 最新の数値 本事業終了後における実績値 年末見込 見込み 見込 見込値 年度見込み KPI実績 実績値計',
  },
  { role: 'rate', words: '達成率 目標達成率 対目標達成率 KPI達成率 執行率 進捗率 進捗度 達成割合' },
  {
    role: 'grade',
    words:
      '達成度 目標達成度 進捗状況 進捗 目標の進捗状況 達成状況 達成見込み 今後の達成見込み 判定 評価 評価区分 自己評価 内部評価 外部評価 総合評価 一次評価 二次評価 担当課評価 課長等評価 事業効果 有効性 効率性 妥当性 必要性',
  },
  { role: 'row-label', words: '区分 種別 指標区分 指標の区分 指標種別 指標の種類 上段 下段 内訳区分 項目区分' },
  {
    role: 'year',
    words: '年度 調査年 時点 目標年度 目標時期 目標年 目標年月 現状年度 データ把握時期 確認時期 フォローアップの時期',
  },
  { role: 'unit', words: '単位' },
  { role: 'direction', words: '方向性 方向 目指す方向 増減の方向' },
  {
    role: 'department',
    words:
      '担当課 所管課 主管課 主担当課 関係課 担当課等 担当部署 担当部局 担当部局名 所管部局 所管部署 部局 担当 所管 担当所属 担当課名 担当係',
  },
  { role: 'implementer', words: '事業主体 実施主体 取組主体' },
  { role: 'remarks', words: '備考 特記事項 説明 摘要 補足' },
  {
    role: 'reason',
    words:
      '増減理由 変化の理由 効果発現要因 要因分析 実績値の増減理由及び今後の取り組み 所見 未達成理由 未達成の理由 見直しの理由 見直し理由 変更の理由 変更理由 改定理由 改善措置 課題 コメント',
  },
  {
    role: 'outlook',
    words: '今後の方針 今後の方針の理由 今後の方向性 今後の取組 今後の取り組み 今後の改善点 翌年度の取組',
  },
  { role: 'opinion', words: '外部有識者の意見 委員会の評価 推進会議での意見 市長指示事項 課長等意見' },
  {
    role: 'definition',
    words:
      '出典 把握方法 確認方法 データの参照元 調査名 指標の定義 算出方法 指標の定義・算出方法 実績値の計算方法 内容 事業内容 取組内容 実施内容 事業の概要 目標値設定の根拠 目標値設定の根拠・考え方 指標の説明',
  },
  {
    role: 'cost',
    words: '事業費 予算額 予算 決算額 決算 執行額 実績額 当初予算 当初予算額 トータルコスト 人件費 単位コスト',
  },
  { role: 'sheet-number', words: 'シートNo シートNo. シート番号 個票No 個票No. 個票番号 調書番号' },
  {
    role: 'number',
    words:
      'No No. NO NO. 番号 通番 連番 施策コード 整理番号 指標番号 指標ID 指標コード ID 指標No 指標No. 掲載頁 頁 ページ',
  },
  { role: 'period', words: '期間 事業期間 計画期間 実施期間' },
  { role: 'sdgs', words: '関連するSDGs SDGs SDGs優先課題 SDGsのゴール' },
  { role: 'comparison', words: '全国平均 全国の現状値 全国順位 県平均 類似団体平均' },
  { role: 'repeat', words: '再掲' },
  {
    role: 'change',
    words: '旧目標 旧目標値 新目標 新目標値 見直し前 見直し後 現行 変更後 変更前 改定前 改定後 改訂前 改訂後',
  },
]

/** 平らな字面から見出し語を引く表。 */
export const headerVocabulary: ReadonlyMap<string, readonly HeaderWord[]> = Map.groupBy(
  entries.flatMap(({ words, ...word }) => words.split(' ').map((text) => ({ ...word, text: plainText(text) }))),
  ({ text }) => text,
)
