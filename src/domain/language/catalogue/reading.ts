import type { Catalogue } from '../message.ts'

/** 図書を読むときのことば。計画案の受け取り、様式の見分け、進捗状況一覧表・改訂概要・重点目標一覧表の読み手。 */
export const readingWords = {
  // ── 計画案（shirube-draft/1）を受け取る（reading/draft-json） ──
  'draft-not-json': {
    ja: '{file} は JSON として読めません。shirube read --json の出力をそのまま保存したものを使ってください。',
    en: '{file} is not valid JSON. Use the output of shirube read --json as it was saved.',
  },
  'draft-too-deep': {
    ja: '{file} の入れ子が {limit} 段を超えていて、計画案として読みません。shirube read --json の出力を使ってください。',
    en: '{file} is nested more than {limit} levels deep and is not read as a draft. Use the output of shirube read --json.',
  },
  'draft-not-object': {
    ja: '{file} は計画案（shirube-draft/1）ではありません。shirube read --json の出力を使ってください。',
    en: '{file} is not a plan draft (shirube-draft/1). Use the output of shirube read --json.',
  },
  'draft-other-format': {
    ja: '{file} の様式は「{format}」です。読めるのは計画案 shirube-draft/1 だけです。',
    en: 'The format of {file} is "{format}"; only plan drafts in shirube-draft/1 are read.',
  },
  'draft-wrong-field': {
    ja: '{file} の {path} が計画案の様式に合いません（{reason}）。合わないところは全部で {count} か所です。schema/shirube-draft-1.schema.json と照らして直してください。',
    en: '{path} in {file} does not fit the draft format ({reason}); {count} places in all. Compare it with schema/shirube-draft-1.schema.json.',
  },
  // ── 様式が分からない図書（reading の入口） ──
  'no-indicators': {
    ja: '{file} には指標も事業も重点目標も見つかりませんでした。計画や進捗の表が入った図書かどうかを確かめてください。',
    en: 'No indicator, project or priority goal was found in {file}. Check that it holds a plan or a progress table.',
  },
  'form-not-recognised': {
    ja: '{file} には表が {count} つありますが、指標名・目標値・実績値などの見出しが分かりません（はじめの表の見出し：{headings}）。画面から取り込むと、見出しの行と列が何かを選んで読めます。',
    en: '{file} holds tables ({count}), but no headings such as indicator, target or actual were recognised (headings of the first: {headings}). Import it in the browser to say which row is the header and what each column is.',
  },
  // ── 進捗状況一覧表・改訂概要・重点目標一覧表の読み手と、案の組み立て ──
  'municipality-unknown': {
    ja: 'どの市区町村の図書か、書かれていません。取り込むときに選んでください。',
    en: 'The document does not say which municipality it belongs to. Choose it when importing.',
  },
  'municipality-from-text': {
    ja: '題名に市区町村の名がないため、本文に最も多く出る「{name}」としました。合っているか確かめてください。',
    en: 'The title names no municipality; "{name}", the name met most often in the text, was taken. Please confirm.',
  },
  'municipality-code-unstated': {
    ja: '「{name}」の団体コードは図書に書かれていません。取り込むときに選んでください。',
    en: 'The document does not state the code of "{name}". Choose it when importing.',
  },
  'plan-first-year-unknown': {
    ja: '計画の初めの年度は図書に書かれていません。分かれば取り込むときに入れてください。',
    en: 'The document does not state the first year of the plan. Enter it when importing if you know it.',
  },
  'plan-first-year-inferred': {
    ja: '計画の初めの年度は書かれていません。{count} 件の指標が {year} 年度からの累計なので、{year} 年度としました。合っているか確かめてください。',
    en: 'The first year of the plan is not stated. {count} indicators accumulate since fiscal {year}, so {year} was taken. Please confirm.',
  },
  'plan-last-year-unknown': {
    ja: '計画の終わりの年度は図書に書かれていません。分かれば取り込むときに入れてください。',
    en: 'The document does not state the last year of the plan. Enter it when importing if you know it.',
  },
  'plan-last-year-inferred': {
    ja: '計画の終わりの年度は、目標値の年度（{year} 年度）としました。',
    en: 'The last year of the plan was taken from the year of the targets (fiscal {year}).',
  },
  'cost-year-unstated': {
    ja: '「{heading}」の列に年度がありません。どの年度の額か分からないため、年度なしで取り込みました。',
    en: 'The column "{heading}" states no year. The amounts were taken without a year.',
  },
  'value-unreadable': {
    ja: '「{name}」の値「{raw}」は数として読めません。元の図書を見て入れ直してください。',
    en: 'The value "{raw}" of "{name}" cannot be read as a number. Look at the original and enter it again.',
  },
  'unit-not-printed': {
    ja: '「{name}」の値「{raw}」に単位がありません（同じ行のほかの値は「{unit}」）。単位は補わずに取り込みました。',
    en: 'The value "{raw}" of "{name}" has no unit (others in the row have "{unit}"). It was taken without adding one.',
  },
  'unit-unknown': {
    ja: '「{name}」の単位がどこにも書かれていません。分かれば入れてください。',
    en: 'No unit is written anywhere for "{name}". Enter it if you know it.',
  },
  'second-line-under-rate': {
    ja: '「{name}」は値が二段あり、二段目が「{label}」の行に入っています。二つ目の値（面積など）として読みました。',
    en: '"{name}" has two lines of values, the second standing in the row "{label}". It was read as a second series.',
  },
  'rate-unreadable': {
    ja: '「{name}」の達成率「{printed}」は率として読めません。元の図書を見て確かめてください。',
    en: 'The rate "{printed}" of "{name}" cannot be read as a rate. Check it against the original.',
  },
  'row-unread': {
    ja: '「{name}」の「{label}」の行は、取り込む欄がないため読み飛ばしました。',
    en: 'The row "{label}" of "{name}" was skipped: there is no field for it.',
  },
  'cell-unplaced': {
    ja: '「{name}」の続きの行に「{raw}」があり、どの値か分からないため取り込みませんでした。',
    en: 'A following row of "{name}" holds "{raw}", which could not be assigned to a value and was not taken.',
  },
  'row-without-values': {
    ja: '「{name}」の行に値が一つもありません。表が途中で切れていないか確かめてください。',
    en: 'The row "{name}" holds no value at all. Check whether the table is cut.',
  },
  'column-unread': {
    ja: '「{heading}」の列は、取り込む欄がないため読み飛ばしました。',
    en: 'The column "{heading}" was skipped: there is no field for it.',
  },
  'header-ambiguous': {
    ja: '「{heading}」の列は、基準値とも最新の実績値とも読めます。基準値として取り込みました。確かめてください。',
    en: 'The column "{heading}" may be the baseline or the latest actual. It was taken as the baseline. Please confirm.',
  },
  'table-without-values': {
    ja: '指標の表に、目標値も年度の列も見つかりません。見出しが欠けていないか確かめてください。',
    en: 'A table of indicators has neither targets nor year columns. Check whether its headings are complete.',
  },
  'series-assumed-actual': {
    ja: '年度の列が実績値か目標値か書かれていないため、実績値としました。確かめてください。',
    en: 'The year columns do not say whether they hold actuals or targets; actuals were assumed. Please confirm.',
  },
  'row-without-name': {
    ja: '指標名のない行が、どの指標の続きか分からないため読み飛ばしました。',
    en: 'A row without an indicator name was skipped: it is not clear which indicator it continues.',
  },
  'total-row-unread': {
    ja: '「{name}」の行は集計なので、指標として数えませんでした。',
    en: 'The row "{name}" is a total and was not counted as an indicator.',
  },
  'row-cut-short': {
    ja: '「{name}」の行が年度の列の途中で終わっています。表が切れていないか確かめてください。',
    en: 'The row of "{name}" ends before the last year column. Check whether the table is cut.',
  },
  'row-outside-table': {
    ja: '見出しの分からない表の行なので読み飛ばしました。列の見出し（指標・目標値・年度など）があるか確かめてください。',
    en: 'A row of a table without known headings was skipped. Check that its column headings are there.',
  },
  'breakdown-alone': {
    ja: '「{name}」は内訳とありますが、元の指標が同じ表の前の行に見つかりません。',
    en: '"{name}" is marked as a breakdown, but no indicator stands above it in the same table.',
  },
  'repeat-alone': {
    ja: '「{name}」は再掲とありますが、元の指標が図書の中に見つかりません。',
    en: '"{name}" is marked as a repeat, but the original was not found in the document.',
  },
  'same-row-unmarked': {
    ja: '「{name}」は同じ名・同じ値の行がほかにもありますが、再掲とは書かれていません。別の行として取り込みました。',
    en: '"{name}" stands twice with the same name and figures but is not marked as a repeat. Both rows were kept.',
  },
  'indicator-without-node': {
    ja: '基本目標や施策の下にない指標が {count} 件あります。見出しが欠けていないか確かめてください。',
    en: '{count} indicators stand under no goal or measure. Check whether a heading is missing.',
  },
  'rare-character': {
    ja: '「{name}」の「{character}」は役所の文書にまず使われない字です。読み取りの誤りでないか確かめてください（直さずに取り込みました）。',
    en: 'The character "{character}" in "{name}" hardly occurs in official documents. Check for a scanning error (kept as it is).',
  },
  'label-read-from-pair': {
    ja: '行の見出し「{printed}」は読めません。対になる行の見出しが「{pair}」なので「{read}」と読みました。',
    en: 'The row label "{printed}" cannot be read. The row paired with it is labelled "{pair}", so it was read as "{read}".',
  },
  'label-read-from-order': {
    ja: '行の見出し「{printed}」は読めません。前後の行の順から「{read}」と読みました。確かめてください。',
    en: 'The row label "{printed}" cannot be read. From the order of the rows it was read as "{read}". Please confirm.',
  },
  'grade-totals-agree': {
    ja: '読み取った行を足すと、評価区分の合計の行とすべて一致します（行の割り当ての裏付け）。',
    en: 'The rows as read add up to the printed totals in every grade, which supports how they were assigned.',
  },
  'label-unresolved': {
    ja: '行の見出し「{printed}」は読めず、どの目標の行か決められません。元の図書を見て選んでください。',
    en: 'The row label "{printed}" cannot be read and the row could not be assigned to a goal. Check the original.',
  },
  'heading-without-content': {
    ja: '見出し「{title}」の下に何もありません。図や表が、文章への変換で失われたのかもしれません。元の図書で確かめてください。',
    en: 'There is nothing under the heading "{title}". A figure or table may have been lost when the text was made. Check the original.',
  },
  'digits-split': {
    ja: '「{printed}」は数字の間が空いています。「{read}」と読みました。確かめてください。',
    en: 'The digits of "{printed}" stand apart. They were read as "{read}". Please confirm.',
  },
  'count-unreadable': {
    ja: '「{printed}」は数として読めないため、空欄としました。元の図書を見て入れてください。',
    en: '"{printed}" cannot be read as a count and was left blank. Check the original.',
  },
  'goal-node-missing': {
    ja: '「{label}」は評価の表にありますが、見出しが図書の中に見つかりません。題名なしで節を作りました。',
    en: '"{label}" stands in the grade table but has no heading in the document. A goal without a title was made.',
  },
  'package-without-goal': {
    ja: '「{name}」は、どの基本目標の下にあるか分かりません。',
    en: 'It is not clear under which goal "{name}" stands.',
  },
  'text-joined-to-package': {
    ja: '表の後の文を「{name}」に続く内容として取り込みました。',
    en: 'The text after the table was taken as belonging to "{name}".',
  },
  'cells-repeated': {
    ja: '同じ内容の升目が二つ並んでいます（{mark}）。一度だけ取り込みました。',
    en: 'Two neighbouring cells hold the same text ({mark}). It was taken once.',
  },
  'cells-repeated-differ': {
    ja: '同じ番号（{mark}）の升目が二つあり、内容が違います。両方を取り込みました。確かめてください。',
    en: 'Two cells carry the same mark ({mark}) with different text. Both were taken. Please confirm.',
  },
  'row-continued': {
    ja: '番号のない行を、上の「{mark}」の続きとして読みました。',
    en: 'A row without a mark was read as the continuation of "{mark}" above.',
  },
  'progress-without-item': {
    ja: '進捗の「{mark}」に当たる取組項目がありません。番号を確かめてください。',
    en: 'There is no item for the progress marked "{mark}". Check the marks.',
  },
  'item-graded-twice': {
    ja: '取組項目「{mark}」には評価が二つあります（{before}、{after}）。後の「{after}」を取り込みました。確かめてください。',
    en: 'The item "{mark}" carries two grades ({before}, {after}). The later one was taken. Please confirm.',
  },
  'instruction-response-skipped': {
    ja: '市長指示事項への対応の欄は取り込んでいません：「{text}」',
    en: 'The response to the mayor\'s instruction was not taken: "{text}"',
  },
  'row-without-goal': {
    ja: '重点目標の見出しの前にある行なので読み飛ばしました。',
    en: 'The row stands before any goal heading and was skipped.',
  },
  'goal-number-assumed': {
    ja: '重点目標「{title}」に番号がないため、並びの順に {number} としました。',
    en: 'The goal "{title}" has no number; {number} was taken from its order.',
  },
  'goal-year-unknown': {
    ja: '何年度の重点目標か書かれていません。取り込むときに年度を入れてください。',
    en: 'The document does not state the year of the goals. Enter it when importing.',
  },
  'goal-department-unknown': {
    ja: 'どの部局の重点目標か書かれていません。取り込むときに選んでください。',
    en: 'The document does not state the department of the goals. Choose it when importing.',
  },
  'row-without-item': {
    ja: '番号のない行が、どの取組項目の続きか分からないため読み飛ばしました。',
    en: 'A row without a mark was skipped: it is not clear which item it continues.',
  },
} as const satisfies Catalogue
