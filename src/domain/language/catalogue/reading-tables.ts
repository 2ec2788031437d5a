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
  // ── 読めなかったわけ ──
  'no-table-found': {
    ja: '{file} には表が見つかりません（文章の行が {count}）。指標の表（指標名・目標値・実績値などの列）の入った図書を選んでください。',
    en: 'No table was found in {file} ({count} lines of text). Choose a document with a table of indicators (names, targets, actuals).',
  },
  'no-name-column': {
    ja: '{file} の表で、どの列が指標の名かが選ばれていません。列の役に「指標名」を選んでください。',
    en: 'No column of the table in {file} was chosen as the indicator name. Choose one.',
  },
  'sheet-of-pictures': {
    ja: '{file} のシートには文字の升目がなく、図や画像だけがあります（{sheets}）。画像の中の字は読めません。もとの表か、文字を打ち直した表を選んでください。',
    en: 'The sheets of {file} hold no text cells, only drawings or pictures ({sheets}). Text in pictures cannot be read. Choose the original table, or one typed anew.',
  },
  // ── 表を読んで気づいたこと ──
  'column-unknown': {
    ja: '「{heading}」が何の列か分からないため、読んでいません。列の役（実績値・備考など）を選ぶと読めます。',
    en: 'It is not clear what the column "{heading}" holds, so it was not read. Choose what it is (actual, remarks …) to have it read.',
  },
  'stack-unlabelled': {
    ja: '値が二段ある指標が {count} 件ありますが、どちらが目標値でどちらが実績値か書かれていません。原本を見て選んでください。',
    en: '{count} indicators have two lines of values, but nothing says which are targets and which are actuals. Look at the original and choose.',
  },
  'same-year-columns': {
    ja: '{year} 年度の列が二つ以上あります（{headings}）。どれも取り込みました。要らない列は「読まない」を選んでください。',
    en: 'There is more than one column for fiscal {year} ({headings}). All were taken. Choose "do not read" for those not needed.',
  },
  'same-indicator-twice': {
    ja: '「{name}」は同じ名・単位・担当課の行が {count} つあり、値が違います。合わせずに別の行として取り込みました。同じ指標か確かめてください。',
    en: '"{name}" stands {count} times with the same unit and department but different figures. The rows were kept apart. Check whether they are one indicator.',
  },
  'year-from-title': {
    ja: '実績値の列に年度がないため、題名の {year} 年度としました。確かめてください。',
    en: 'The columns of actuals state no year, so fiscal {year} was taken from the title. Please confirm.',
  },
  'actual-year-unstated': {
    ja: '年度の分からない実績値が {count} あります。列の年度を選ぶか、値ごとに入れてください。',
    en: '{count} actuals state no year. Choose the year of the column, or enter it for each value.',
  },
  'year-outside-plan': {
    ja: '{year} 年度の列は、計画の終わり（{last} 年度）より後です。値はそのまま取り込みました。年度が合っているか確かめてください。',
    en: 'The column for fiscal {year} lies after the end of the plan (fiscal {last}). The values were taken as they are. Check the year.',
  },
  'table-footnote': {
    ja: '表に付いた注は取り込んでいません：「{text}」',
    en: 'A footnote of the table was not taken: "{text}"',
  },
} as const satisfies Catalogue
