import type { Catalogue } from '../message.ts'

/** 数値目標・KPI集計表の読み手のことば（recognize/kpi-summary）。 */
export const kpiSummaryWords = {
  'kpi-summary-row-doubtful': {
    ja: '「{name}」の数は {reading} と読みましたが、{others} とも読めて決めきれません。元の図書の表で確かめて選んでください。',
    en: 'The figures of "{name}" were read as {reading}, but {others} fits as well. Check the original table and choose.',
  },
  'kpi-summary-row-likely': {
    ja: '「{name}」の数は {reading} と読みました。目標の表記だけなら {others} にも合うため、元の図書の表で確かめてください。',
    en: 'The figures of "{name}" were read as {reading}. By the target text alone {others} would fit too; check the original table.',
  },
  'kpi-summary-row-shared': {
    ja: '「{name}」（目標 {target}）の数は {reading} と読みましたが、同じ目標の指標がほかにもあり、数の行が足りません。元の図書の表で確かめてください。',
    en: 'The figures of "{name}" (target {target}) were read as {reading}, but another indicator has the same target and a row of figures is missing. Check the original table.',
  },
  'kpi-summary-lines-unpaired': {
    ja: '「{name}」の数は {reading} と読みましたが、この頁は目標と実績の段の数がそろわず、組が一段ずれているかもしれません。元の図書の表で確かめてください。',
    en: 'The figures of "{name}" were read as {reading}, but target and actual lines on this page do not pair up and may be shifted by one. Check the original table.',
  },
  'kpi-summary-page-too-long': {
    ja: '一頁に指標名が {limit} を超えてあり、{count} 件は数の行と組んでいません。頁の頭書き（集計表の題）が失われていないか確かめてください。',
    en: 'One page holds more than {limit} indicator names; {count} were not matched with figures. Check that the page headings are still in the text.',
  },
  'kpi-summary-row-missing': {
    ja: '「{name}」（目標 {target}）に合う数の行が見つかりません。元の図書の表を見て値を入れてください。',
    en: 'No row of figures was found for "{name}" (target {target}). Enter its values from the original table.',
  },
  'kpi-summary-label-missing': {
    ja: '数の行 {reading} に合う指標名が見つかりません。元の図書の表を見て名前を入れてください。',
    en: 'No indicator name was found for the figures {reading}. Enter its name from the original table.',
  },
  'kpi-summary-target-unlike': {
    ja: '「{name}」の目標の表記（{target}）と数の行 {reading} が合いません。残った行として当てたので、元の図書の表で確かめてください。',
    en: 'The target text of "{name}" ({target}) does not agree with the figures {reading}, which were left over. Check the original table.',
  },
  'kpi-summary-remark-against': {
    ja: '「{name}」の数の行 {reading} は目標の表記（{target}）に合いますが、所見のことばとは食い違います。元の図書の表で確かめてください。',
    en: 'The figures {reading} agree with the target text of "{name}" ({target}) but not with its remarks. Check the original table.',
  },
  'kpi-summary-remark-likely': {
    ja: '所見「{remark}」を「{name}」に付けましたが、ほかの指標の所見かもしれません。元の図書の表で確かめてください。',
    en: 'The remark "{remark}" was given to "{name}" but may belong to another indicator. Check the original table.',
  },
  'kpi-summary-remark-unplaced': {
    ja: '所見「{remark}」がどの指標のものか決めきれないため、付けていません（考えられる先: {names}）。元の図書の表を見て付けてください。',
    en: 'The remark "{remark}" was left unattached: its indicator could not be told (possible: {names}). Attach it from the original table.',
  },
  'kpi-summary-heading-apart': {
    ja: '見出しの番号 {number} と題「{title}」は離れて印刷されていたものを組みました。元の図書で確かめてください。',
    en: 'The heading number {number} and the title "{title}" stood apart and were joined. Check them in the original.',
  },
  'kpi-summary-heading-doubtful': {
    ja: '見出し「{heading}」がどの見出しの下か、番号とことばだけでは決めきれません。元の図書で確かめてください。',
    en: 'It could not be told which heading "{heading}" stands under. Check it in the original.',
  },
  'kpi-summary-heading-unplaced': {
    ja: '見出し「{heading}」は番号が続かず、置き場が分からないため基本目標のすぐ下に置きました。元の図書で確かめてください。',
    en: 'The heading "{heading}" breaks the numbering and was put directly under the goal. Check it in the original.',
  },
  'kpi-summary-section-doubtful': {
    ja: '「{name}」を施策「{section}」の下に置きましたが、隣の施策かもしれません。元の図書で確かめてください。',
    en: '"{name}" was put under "{section}" but may belong to the measure next to it. Check it in the original.',
  },
  'kpi-summary-project-doubtful': {
    ja: '「{name}」の事業名を「{project}」としましたが、離れて印刷されていて決め手がありません。元の図書で確かめてください。',
    en: '"{name}" was given to the project "{project}", printed apart from it without firm evidence. Check it in the original.',
  },
  'kpi-summary-project-missing': {
    ja: '「{name}」の事業名が見つかりません。元の図書の表を見て入れてください。',
    en: 'No project name was found for "{name}". Enter it from the original table.',
  },
  'kpi-summary-project-alone': {
    ja: '事業名「{project}」に当たる指標の行が見つかりません。元の図書の表で確かめてください。',
    en: 'No indicator row was found for the project "{project}". Check the original table.',
  },
  'kpi-summary-goal-missing': {
    ja: '基本目標の見出しがないまま {count} 行が始まっています。どの基本目標の行かを取り込むときに選んでください。',
    en: '{count} rows begin without a goal heading. Choose their goal when importing.',
  },
  'kpi-summary-subtotal-unlike': {
    ja: '組み立てた「{goal}」の行は事業 {projects}・KPI {indicators} ですが、印刷された小計は事業 {printedProjects}・KPI {printedIndicators} です。抜けや重なりがないか元の図書で確かめてください。',
    en: 'The rows put together for "{goal}" are {projects} projects and {indicators} KPIs, the printed subtotal {printedProjects} and {printedIndicators}. Look for missing or doubled rows in the original.',
  },
  'kpi-summary-rate-over-period': {
    ja: '「{name}」の目標「{target}」は率なので、期間の合計でなく最終年度の水準として読みました。違うときは取り込み後に直してください。',
    en: 'The target "{target}" of "{name}" is a rate and was read as the level of the last year, not a total. Correct it after importing if that is wrong.',
  },
  'kpi-summary-unit-chosen': {
    ja: '「{name}」の単位は基準値（{baseline}）と目標値（{target}）で違うため、{unit} としました。元の図書で確かめてください。',
    en: 'The unit of "{name}" differs between baseline ({baseline}) and target ({target}); {unit} was taken. Check the original.',
  },
  'kpi-summary-text-unplaced': {
    ja: '「{text}」が表のどの升目のものか分からず、取り込んでいません。元の図書で確かめてください。',
    en: '"{text}" could not be placed in the table and was not taken. Check it in the original.',
  },
  'kpi-summary-columns-unread': {
    ja: '「{page}」の表は、指標名・区分・年度の見出しがそろわないため読んでいません。見出しを確かめてください。',
    en: 'The table on "{page}" was not read: headings for name, row label and years are not all there. Check its headings.',
  },
  'kpi-summary-row-label-missing': {
    ja: '「{name}」の行に「目標値」「実績値」の区分がないため、上の段を目標、下の段を実績と読みました。表で確かめてください。',
    en: 'The rows of "{name}" are not labelled target and actual; the upper was read as target, the lower as actual. Check the table.',
  },
} as const satisfies Catalogue
