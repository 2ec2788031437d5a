import type { Catalogue } from '../message.ts'

/** 取込みの見直し（訂正・断り・差分の気づき）のことば。 */
export const reviewWords = {
  'review-breakdown-left-out': {
    ja: '「{name}」は「{of}」の内訳ですが、「{of}」を取り込まないので、内訳の印を外しました。',
    en: '"{name}" is a part of "{of}", which is left out, so it no longer refers to it.',
  },
  'review-repeat-left-out': {
    ja: '「{name}」は「{of}」の再掲ですが、「{of}」を取り込まないので、再掲の印を外しました。',
    en: '"{name}" repeats "{of}", which is left out, so it no longer refers to it.',
  },
  'review-other-code': {
    ja: '「{file}」には団体コード {stated} とあります。いま取り込もうとしているのは {code} です。正しい市町村に移してください。',
    en: '"{file}" states the municipality code {stated}, but it is being imported into {code}. Move it to the right municipality.',
  },
  'review-other-city': {
    ja: '「{file}」は{stated}の図書のようです。いま取り込もうとしているのは{name}です。正しい市町村に移すか、市の名の読み違いなら「{name}」に直してください。',
    en: '"{file}" seems to be a document of {stated}, but it is being imported into {name}. Move it to the right municipality, or correct the name to {name} if it was misread.',
  },
  'review-source-earlier': {
    ja: '「{file}」は、前に取り込んだ図書です。その後に「{newest}」を取り込んでいます。取り込むと、値は前の図書のものに戻ります。',
    en: '"{file}" was imported before, and "{newest}" was imported after it. Importing it again puts the earlier figures back.',
  },
  'review-older-year': {
    ja: '「{file}」の実績は {year} 年度までで、取り込んである計画には {stored} 年度まであります。前の年の図書ではありませんか。差分を見てから取り込んでください。',
    en: 'The actual figures in "{file}" end in fiscal {year}, but the stored plan has them up to fiscal {stored}. It may be last year\'s file. Look at the differences before importing.',
  },
  'review-year-outside': {
    ja: '計画期間（{first}～{last} 年度）にない {year} 年度の値が {count} 個あります（「{name}」など）。年の読み違いなら、値の年度か列の年度を直してください。',
    en: '{count} figures are for fiscal {year}, outside the plan period ({first}–{last}), such as those of "{name}". If the year was misread, correct it on the figure or the column.',
  },
  'review-indicator-twice': {
    ja: '同じ節に「{name}」が {count} 行あります。再掲か内訳ならその印を付け、重なりなら一方を取り込まないでください。',
    en: '"{name}" stands in {count} rows of the same section. Mark repeats and parts as such, or leave out the duplicates.',
  },
  'review-most-gone': {
    ja: '取り込むと、「{title}」の指標 {stored} のうち {gone} が載らなくなります。別の計画の図書や、途中までの図書ではありませんか。',
    en: 'Importing would remove {gone} of the {stored} indicators of "{title}". It may be a document of another plan, or an incomplete one.',
  },
  'review-undoes-correction': {
    ja: '「{name}」の {year} 年度の値は、前に「{corrected}」と直してありますが、この図書の印刷は「{printed}」のままです。直した値を残すなら、もう一度直してください。',
    en: 'The {year} figure of "{name}" was corrected to "{corrected}", but this document still prints "{printed}". To keep the corrected value, correct it again.',
  },
  'review-text-empty': {
    ja: '空のままでは直せません。ことばを入れてください。',
    en: 'This cannot be left empty. Enter some text.',
  },
  'review-text-too-long': {
    ja: '「{text}」は長すぎます。{limit} 字までにしてください。',
    en: '"{text}" is too long. Keep it to {limit} characters.',
  },
  'review-text-unstorable': {
    ja: '保存できない文字が入っています。打ち直してください。',
    en: 'There are characters that cannot be stored. Type it again.',
  },
  'review-year-impossible': {
    ja: '「{year}」は年度として読めません。西暦の年（例 2024）で入れてください。',
    en: '"{year}" is not a year. Enter a western year such as 2024.',
  },
  'review-reason-empty': {
    ja: '取り込まないわけを入れてください。あとで見た人に分かるように、記録に残します。',
    en: 'Enter why the row is left out. It is kept in the record for those who look later.',
  },
  'review-row-gone': {
    ja: '直そうとした行が、いまの読み方ではありません。頁を開き直して、行を選び直してください。',
    en: 'The row is not there in the present reading. Open the page again and choose the row.',
  },
  'review-figure-gone': {
    ja: '直そうとした値が、いまの読み方ではその所にありません。頁を開き直して、値を選び直してください。',
    en: 'The figure is not at that place in the present reading. Open the page again and choose the figure.',
  },
  'review-not-for-this-row': {
    ja: 'この行には、その直しかたは使えません。指標の行か、一つの節に属する行で使ってください。',
    en: 'This correction does not fit this row. Use it on an indicator, or on a row in one section.',
  },
  'review-in-a-circle': {
    ja: '回りまわって自分の下に入ることになるので、その行は選べません。別の行を選んでください。',
    en: 'That row already depends on this one, so it cannot be chosen. Choose another row.',
  },
  'review-baseline-there': {
    ja: '基準値はもうあります。書き足さずに、その値を直してください。',
    en: 'There is already a baseline. Correct that value instead of adding one.',
  },
  'review-added-year': {
    ja: '書き足した値の年度は変えられません。書き足しを取り消して、正しい年度で書き足してください。',
    en: 'The year of an added value cannot be changed. Undo it and add the value for the right year.',
  },
  'review-edited-meanwhile': {
    ja: '開いているあいだに、{by} が {time} に「{name}」の同じところを「{theirs}」としました。送った「{mine}」はまだ入れていません。どちらにするか選んでください。',
    en: 'While the page was open, {by} set the same item of "{name}" to "{theirs}" at {time}. Your "{mine}" has not been entered. Choose which to keep.',
  },
  'review-choices-meanwhile': {
    ja: '開いているあいだに、{by} が {time} に列の読み方を変えました。いまの読み方を見てから、もう一度決めてください。',
    en: 'While the page was open, {by} changed how the columns are read at {time}. Look at the present reading, then decide again.',
  },
  'review-changed-before-adopting': {
    ja: '差分を見たあとに、{by} が訂正を加えました。まだ取り込んでいません。差分をもう一度見てください。',
    en: '{by} made corrections after you looked at the differences. Nothing was imported. Look at the differences again.',
  },
  'review-absent': {
    ja: 'この取込みは、この市町村にはありません。取込みの一覧から選び直してください。',
    en: 'There is no such import in this municipality. Choose it from the list of imports.',
  },
  'review-not-open': {
    ja: '「{file}」の見直しは終わっています。続けるには、もう一度開いてください。',
    en: 'The review of "{file}" is closed. Reopen it to go on.',
  },
  'review-already-adopted': {
    ja: '「{file}」は取り込んであります。元に戻すには、取り込みの記録から取り消してください。',
    en: '"{file}" has been imported. To go back, undo the import from its record.',
  },
  'review-edit-absent': {
    ja: 'その訂正はないか、もう取り消してあります。',
    en: 'That correction is not there, or was already undone.',
  },
  'review-city-name-needed': {
    ja: '団体コード {code} は初めてです。図書に市町村の名が見あたらないので、名を入れてください。',
    en: 'The municipality code {code} is new, and the document does not state a name. Enter the name.',
  },
  'review-same-city': {
    ja: 'この図書は、もうその市町村にあります。',
    en: 'The document is already in that municipality.',
  },
  'what-review-blank': { ja: '（空）', en: '(blank)' },
  'what-review-undone': { ja: '訂正の取り消し', en: 'correction undone' },
  'what-review-checked': { ja: 'このとおり', en: 'as read' },
  'what-review-left-out': { ja: '取り込まない', en: 'leave out' },
  'what-review-alternative': { ja: '別の読みを採る', en: 'another reading' },
  'what-review-reference': { ja: '内訳・再掲・節の付けかえ', en: 'change of parent, part or repeat' },
  'what-review-accumulation': { ja: '累計の仕方の変更', en: 'change of accumulation' },
  'what-review-heading': { ja: '計画の見出し', en: 'plan heading' },
  'plan-title-taken': {
    ja: '「{title}」という計画は、もう別にあります。計画の題を直すか、その計画の図書として取り込んでください。',
    en: 'There is already another plan called "{title}". Correct the title, or import this as a document of that plan.',
  },
  'adoption-absent': {
    ja: 'その取り込みの記録は、この市町村にはありません。',
    en: 'There is no such import record in this municipality.',
  },
  'adoption-none': {
    ja: '{code} には、取り消せる取り込みがありません。',
    en: 'There is no import in {code} that can be undone.',
  },
  'adoption-already-undone': {
    ja: 'この取り込みは、{time} に {by} が取り消しています。',
    en: 'This import was already undone by {by} at {time}.',
  },
  'adoption-newer-exists': {
    ja: 'この計画には、これより新しい取り込み（{time}、{by}）があります。新しいものから順に取り消してください。',
    en: 'This plan has a newer import ({time}, {by}). Undo the newest first.',
  },
  'edition-absent': {
    ja: 'その計画は、この市町村にはありません。取り込みが取り消されたのかもしれません。',
    en: 'There is no such plan in this municipality. Its import may have been undone.',
  },
  'answer-reason-empty': {
    ja: '印刷のままにするわけを入れてください。あとで見た人に分かるように、記録に残します。',
    en: 'Enter why it is left as printed. It is kept in the record for those who look later.',
  },
  'answer-absent': {
    ja: 'その突合結果への答えは、もうありません。',
    en: 'There is no longer an answer to that finding.',
  },
} as const satisfies Catalogue
