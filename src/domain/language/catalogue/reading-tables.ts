import type { Catalogue } from '../message.ts'

/** 様式の見分けのわけと、どの様式でもない表を読むときのことば。 */
export const tableReadingWords = {
  // ── どの様式らしいか、そのわけ ──
  'form-why-progress-title': { ja: '題名に「進捗状況一覧表」とあります', en: 'The title says "progress table"' },
  'form-why-table': {
    ja: '指標と値の並ぶ表の見出しがあります',
    en: 'There is a table with headings for indicators and values',
  },
  'form-why-stacked': { ja: '「実績値」「達成率」の重なる行があります', en: 'Rows of actuals and rates are stacked' },
  'form-why-target-year': { ja: '目標値と年度の列があります', en: 'There are columns for targets and years' },
  'form-why-summary-title': { ja: '題名に「集計表」とあります', en: 'The title says "summary table"' },
  'form-why-summary-total': {
    ja: '年度の見出しと、期間の合計の欄があります',
    en: 'There are year headings and a column for the total of the period',
  },
  'form-why-summary-remarks': {
    ja: '実績値に対する所見の欄があります',
    en: 'There is a column for comments on the actuals',
  },
  'form-why-summary-arrows': {
    ja: '「／基準→目標」の表記が並んでいます',
    en: 'Several entries are written "/ baseline → target"',
  },
  'form-why-summary-subtotals': { ja: '事業数・KPI数の小計があります', en: 'There are subtotals of projects and KPIs' },
  'form-why-summary-without-target': {
    ja: '「KPIの設定が困難」の断りがあります',
    en: 'Some entries say that a KPI is hard to set',
  },
  'form-why-revision-title': { ja: '題名に「改訂」「概要」とあります', en: 'The title says "revision" and "overview"' },
  'form-why-grade-table': {
    ja: '評価区分（A～D）ごとの数の表があります',
    en: 'There is a table counting the grades A to D',
  },
  'form-why-rule-table': {
    ja: '評価ごとの見直し基準の表があります',
    en: 'There is a table of revision rules for each grade',
  },
  'form-why-package-table': {
    ja: '戦略パッケージと主な変更内容の表があります',
    en: 'There is a table of strategy packages and their changes',
  },
  'form-why-matrix': {
    ja: '取組事業一覧（基本目標・視点・SDGs・重点施策の印の表）があります',
    en: 'There is a matrix of projects with marks for goals, viewpoints and SDGs',
  },
  'form-why-priority-list': {
    ja: '重点施策一覧（事業内容・事業主体・一覧No.）があります',
    en: 'There is a list of priority projects',
  },
  'form-why-sheets': {
    ja: '個票（基本目標・事業主体・期間）が {count} 枚あります',
    en: 'There are {count} project sheets',
  },
  'form-why-goal-title': { ja: '題名に「重点目標」とあります', en: 'The title says "priority goals"' },
  'form-why-goal-lines': { ja: '「重点目標」の行があります', en: 'There are lines for priority goals' },
  'form-why-goal-headings': {
    ja: '取組項目・期限・数値目標・進捗状況の見出しがあります',
    en: 'There are headings for items, targets and progress',
  },
  'form-why-goal-instructions': {
    ja: '市長指示事項か、◎○△× の凡例があります',
    en: 'There are instructions of the mayor, or a legend of ◎○△×',
  },
  'form-why-goal-department': { ja: '担当部局名があります', en: 'A department is named' },
  'form-why-indicator-table': {
    ja: '指標の名と、基準値・目標値・実績値などの列のある表が {count} つあります',
    en: 'Tables with columns for indicator names and values: {count}',
  },
  'form-why-marked-header': {
    ja: '見出しの行や列の読み方が指定されています',
    en: 'The header row or the meaning of columns was given by a person',
  },
} as const satisfies Catalogue
