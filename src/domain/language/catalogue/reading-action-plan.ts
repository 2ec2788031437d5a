import type { Catalogue } from '../message.ts'

/** アクションプラン（取組事業一覧・重点施策一覧・個票）を読むときの気づき。 */
export const actionPlanReadingWords = {
  // ── 図書全体 ──
  'action-plan-municipality-unknown': {
    ja: '市区町村の名が分かりません。取り込むときに選んでください。',
    en: 'The municipality could not be told from the document. Choose it when importing.',
  },
  'action-plan-row-unread': {
    ja: '行「{text}」は番号か事業名がないため読みませんでした。事業の行かどうかを確かめてください。',
    en: 'The row "{text}" has no number or no project name and was not read. Check whether it is a project.',
  },
  'goal-title-varies': {
    ja: '基本目標{number}の題が所によって違います（「{first}」／「{others}」）。初めの題で取り込みました。正しい題を確かめてください。',
    en: 'The title of basic goal {number} is printed in different ways ("{first}" / "{others}"). The first was taken. Check which is right.',
  },
  'linked-by-number-only': {
    ja: '一覧No.では同じ事業ですが、名が似ていません（「{first}」と「{second}」）。同じ事業かどうかを確かめてください。',
    en: 'The list number says one project but the names are unlike ("{first}" and "{second}"). Check whether they are the same.',
  },
  // ── 取組事業一覧 ──
  'matrix-header-shifted': {
    ja: '取組事業一覧の見出しの列がずれているため、番号の並び（1 に戻るところ）で組を分けて印を読みました。印の組を確かめてください。',
    en: 'The headings of the project matrix are out of line; marks were bound by where the numbers restart at 1. Check the groups.',
  },
  'matrix-cell-strange': {
    ja: '「{name}」の行の「{text}」は、どの印の列にも当たらないか、印でない字です。元の表で列を確かめてください。',
    en: '"{text}" in the row "{name}" fits no column of marks, or is not a mark. Check the column in the original table.',
  },
  'matrix-goal-unknown': {
    ja: '「{name}」に印のある基本目標{number}は、題がどこにも書かれていません。基本目標の番号を確かめてください。',
    en: '"{name}" is marked under basic goal {number}, whose title is printed nowhere. Check the goal number.',
  },
  'matrix-goal-unmarked': {
    ja: '「{name}」にはどの基本目標の印もありません。印が落ちていないかを確かめてください。',
    en: '"{name}" is marked under no basic goal. Check whether a mark was lost.',
  },
  'matrix-numbers-missing': {
    ja: '取組事業一覧に No. {ranges} の行がありません。頁が抜けていないかを確かめてください。',
    en: 'The project matrix lacks rows No. {ranges}. Check whether pages are missing.',
  },
  'matrix-total-differs': {
    ja: '取組事業一覧の計が、印のある行の数と合いません（{columns}）。印か計の誤りがないかを確かめてください。',
    en: 'Totals of the project matrix do not agree with the rows marked ({columns}). Check the marks and the totals.',
  },
  // ── 重点施策一覧 ──
  'list-number-missing': {
    ja: '重点施策一覧の「{name}」に一覧No.がないため、取組事業一覧の行と結べません。一覧No.を確かめてください。',
    en: '"{name}" in the priority list has no list number and cannot be tied to the matrix. Check the list number.',
  },
  // ── 個票の番号 ──
  'sheet-numbers-inferred': {
    ja: '個票 {count} 枚（No. {numbers}）には番号が書かれていません。重点施策一覧の事業名と基本目標から番号を決めました。',
    en: '{count} project sheets (No. {numbers}) carry no number; it was taken from the priority list by name and basic goal.',
  },
  'sheet-number-by-order': {
    ja: '個票「{project}」には番号がなく、一覧に似た名の事業もないため、並びの順から No. {number} としました。番号を確かめてください。',
    en: 'The sheet "{project}" carries no number and no similar name is listed; No. {number} was taken from its order. Check it.',
  },
  'sheet-number-other-name': {
    ja: '個票 No. {number}「{project}」は、一覧の同じ番号の「{listed}」と名が似ていません。番号か名を確かめてください。',
    en: 'Sheet No. {number} "{project}" has a name unlike "{listed}", listed under the same number. Check the number or the name.',
  },
  'sheet-number-unknown': {
    ja: '個票「{project}」の番号が分かりません。元の図書で No. を確かめてください。',
    en: 'The number of the sheet "{project}" is unknown. Check its No. in the original.',
  },
  // ── 個票の傷み ──
  'sheet-name-missing': {
    ja: '個票に事業名がありません。元の図書で名を確かめてください。',
    en: 'A project sheet has no project name. Check the name in the original.',
  },
  'sheet-goal-not-listed': {
    ja: '個票「{project}」は基本目標{goal}の節にありますが、基本目標の欄にその目標がありません。欄の書き落としかどうかを確かめてください。',
    en: 'The sheet "{project}" stands under basic goal {goal}, which its goal column does not list. Check whether it was dropped.',
  },
  'sheet-images-lost': {
    ja: '個票 {total} 枚のうち {count} 枚は、シティプロモーションの視点や SDGs の欄に字がありません（絵が文章への変換で失われたものとみられます）。空のまま取り込みました。',
    en: 'On {count} of {total} sheets the viewpoint or SDGs column holds no text (pictures lost in conversion, it seems). They were left empty.',
  },
  'sheet-years-missing': {
    ja: '個票「{project}」に実績・予定の年の見出しがありません。年ごとの内容は読んでいません。',
    en: 'The sheet "{project}" has no year headings for results and plans; nothing was read per year.',
  },
  'sheet-cell-unread': {
    ja: '個票「{project}」の升目「{text}」は、どの欄のものか分からないため読みませんでした。元の図書で確かめてください。',
    en: 'The cell "{text}" of the sheet "{project}" fits no column and was not read. Check it in the original.',
  },
  'sheet-cell-displaced': {
    ja: '個票「{project}」の「{text}」が見出しと違う列にあります。字面から読みました。元の図書で欄を確かめてください。',
    en: '"{text}" on the sheet "{project}" stands in another column than its heading; it was read by its words. Check the original.',
  },
  'sheet-labels-in-one-cell': {
    ja: '個票「{project}」では「{labels}」が一つの升目に並んでいるため、指標を順に当てました。組み合わせを確かめてください。',
    en: 'On the sheet "{project}", "{labels}" share one cell; the indicators were bound in order. Check the pairing.',
  },
  'sheet-year-cells-fewer': {
    ja: '個票「{project}」の実績・予定は年より升目が少なく、{years} 年度の升目がありません（前の年の升目が結合されていたとみられます）。その年は空のまま取り込みました。',
    en: 'The sheet "{project}" has fewer cells than years; none for {years} (merged with the year before, it seems). Those years were left empty.',
  },
  'sheet-years-realigned': {
    ja: '個票「{project}」の実績・予定は年より升目が少なく、左に詰められています。同じ事業のほかの個票と照らして年をそろえ直し、{years} 年度を空としました。元の図書で確かめてください。',
    en: 'The cells of the sheet "{project}" are fewer than its years and had moved left; they were realigned by another print of the same project, leaving {years} empty. Check the original.',
  },
  'sheet-year-cell-twice': {
    ja: '個票「{project}」の実績・予定は年より升目が一つ多く、最後の二つが同じ内容です。一つを捨てて読みました。',
    en: 'The sheet "{project}" has one cell more than years, the last two alike; one was dropped.',
  },
  'sheet-kpi-moved': {
    ja: '個票「{project}」の設定指標と実績の値が年の列に動いています。項目の順から読みました。元の図書で値を確かめてください。',
    en: 'On the sheet "{project}" the set indicators and results moved into the year columns; they were read by the order of the items. Check the values.',
  },
  'sheet-figures-shifted': {
    ja: '個票「{project}」の {years} 年度は、数量が一つの項目に二つ並び、ほかの項目にありません。順に組み直して指標の値としました。元の図書で確かめてください。',
    en: 'On the sheet "{project}", {years}, one item holds two figures and another none; they were re-paired in order for the indicators. Check the original.',
  },
  // ── 個票の指標 ──
  'related-figure-unread': {
    ja: '個票「{project}」の指標「{text}」から数を読めませんでした。名だけを取り込みました。',
    en: 'No figure could be read from the indicator "{text}" of the sheet "{project}"; only its name was taken.',
  },
  'kpi-heading-empty': {
    ja: '個票「{project}」は「設定指標」の見出しの下に何もありません。元の図書で値を確かめてください。',
    en: 'On the sheet "{project}" nothing stands under the heading 設定指標 (set indicators). Check the values in the original.',
  },
  'kpi-missing': {
    ja: '個票「{project}」に設定指標がありません。',
    en: 'The sheet "{project}" has no set indicator.',
  },
  'kpi-paired-by-order': {
    ja: '個票「{project}」の実績には名が書かれていないか、一つに潰れているため、設定指標と順に組にしました。組み合わせを確かめてください。',
    en: 'The results on the sheet "{project}" carry no names or run together; they were paired with the indicators in order. Check the pairing.',
  },
  'kpi-target-in-actual-column': {
    ja: '個票「{project}」の「{name}」は実績の欄に数量がありますが、その年にはまだ始まっていない事業なので目標として読みました。確かめてください。',
    en: 'On the sheet "{project}", "{name}" has its figure in the result column although the project had not begun; it was read as the target. Check it.',
  },
  'kpi-baseline-with-target': {
    ja: '個票「{project}」の「{name}」は目標の欄に数量が二つあります。実績と同じ「{baseline}」を基準値と読みました。確かめてください。',
    en: 'On the sheet "{project}", "{name}" has two figures in the target column; "{baseline}", equal to the result, was read as the baseline. Check it.',
  },
  'kpi-actual-differs': {
    ja: '個票「{project}」の「{name}」は、実績の欄（{actual}）と実績・予定の欄（{item}）で値が違います。どちらが正しいかを確かめてください。',
    en: 'On the sheet "{project}", "{name}" differs between the result column ({actual}) and the yearly items ({item}). Check which is right.',
  },
  'kpi-name-missing': {
    ja: '個票「{project}」の設定指標「{text}」に名がありません。元の図書で名を確かめてください。',
    en: 'The set indicator "{text}" of the sheet "{project}" has no name. Check it in the original.',
  },
  'kpi-target-missing': {
    ja: '個票「{project}」の「{name}」は実績だけがあり、設定指標（目標）がありません。確かめてください。',
    en: '"{name}" on the sheet "{project}" has a result but no set indicator (target). Check it.',
  },
  'kpi-without-figure': {
    ja: '個票「{project}」の設定指標「{name}」には目標の数量がありません。名だけを取り込みました。',
    en: 'The set indicator "{name}" of the sheet "{project}" has no target figure; only its name was taken.',
  },
  'kpi-target-in-words': {
    ja: '個票「{project}」の設定指標「{name}」の目標は数でなく「{text}」です。ことばのまま取り込みました。',
    en: 'The target of "{name}" on the sheet "{project}" is not a number but "{text}"; it was kept in words.',
  },
  'kpi-actual-year-inferred': {
    ja: '実績 {count} か所には年が書かれていません。図書の日付の前の年度（{year} 年度）の実績として取り込みました。',
    en: "{count} results carry no year; they were taken as those of fiscal {year}, the year before the document's date.",
  },
  'kpi-actual-year-unknown': {
    ja: '実績 {count} か所には年が書かれておらず、図書の日付からも分かりません。取り込む前に年を決めてください。',
    en: '{count} results carry no year, and the document has no date to tell it. Set the year before importing.',
  },
  // ── 読みの根拠（certainty） ──
  'evidence-kpi-moved': {
    ja: '升目が左へ動いていたため、数量の並びと項目の順から読んだ',
    en: 'cells had moved left; read by the order of figures and items',
  },
  'evidence-kpi-target-in-actual-column': {
    ja: '実績の欄に書かれた数量を目標と読んだ',
    en: 'a figure in the result column was read as the target',
  },
  'evidence-kpi-baseline': {
    ja: '並んだ二つの数量の先のものが実績と同じなので基準値と読んだ',
    en: 'the first of two figures equals the result and was read as the baseline',
  },
  'evidence-kpi-yearly-alike': {
    ja: '年ごとの値は、名の似た項目から取った',
    en: 'yearly values were taken from items of similar names',
  },
} as const satisfies Catalogue
