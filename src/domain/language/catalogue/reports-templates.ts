import type { Catalogue } from '../message.ts'

/** 市の様式（ひな形）のことば（reports/templates）。どこの、何が、どうすれば直るかを言う。 */
export const templateWords = {
  'template-at-cell': { ja: 'シート「{sheet}」の {cell}：', en: 'Sheet “{sheet}”, cell {cell}: ' },
  'template-at-paragraph': { ja: '{number} 番目の段落（「{text}」）：', en: 'Paragraph {number} (“{text}”): ' },
  'template-at-table': {
    ja: '{table} 番目の表の {row} 行目・左から {column} 番目：',
    en: 'Table {table}, row {row}, cell {column}: ',
  },
  'template-at-part': { ja: '{part}：', en: '{part}: ' },
  'template-next': { ja: '\n', en: '\n' },
  'template-more': { ja: '\nほかに {count} か所あります。', en: '\nThere are {count} more.' },

  'template-tag-not-closed': {
    ja: '「{written}」は「}}」で閉じていません。同じ升目・同じ段落の中で閉じてください。',
    en: '“{written}” is not closed with “}}”. Close it within the same cell or paragraph.',
  },
  'template-tag-not-opened': {
    ja: '「{written}」の「}}」に、始まりの「{{」がありません。',
    en: 'The “}}” in “{written}” has no opening “{{”.',
  },
  'template-tag-nested': {
    ja: '「{written}」は印の中に印があります。内側の「{{」と「}}」を外してください。',
    en: '“{written}” has a mark within a mark. Remove the inner “{{” and “}}”.',
  },
  'template-tag-empty': {
    ja: '「{written}」には名がありません。入れるものの名を書いてください。',
    en: '“{written}” has no name. Write the name of what goes there.',
  },
  'template-crossed': {
    ja: '「{written}」の前に「{expected}」が要ります。開いた順と逆の順で閉じてください。',
    en: '“{expected}” is needed before “{written}”. Close them in the reverse order of opening.',
  },
  'template-beside': {
    ja: '「{written}」は「{expected}」と同じ行で横に並んでいます。繰り返しは行ごとなので、行を分けてください。',
    en: '“{written}” stands in the same row as “{expected}”. A loop repeats whole rows: put them in separate rows.',
  },
  'template-loop-not-ended': {
    ja: '「{written}」の終わり「{closing}」がありません。終わりの行か段落に書いてください。',
    en: '“{written}” has no end. Write “{closing}” in the last row or paragraph.',
  },
  'template-end-without-start': {
    ja: '「{written}」の始まりがありません。始まりの行か段落に書くか、この終わりを消してください。',
    en: '“{written}” has no start. Write its start, or remove this end.',
  },
  'template-field-unknown': {
    ja: '「{name}」という名はありません。近い名は{nearest}です。',
    en: 'There is no field named “{name}”. The nearest names are {nearest}.',
  },
  'template-field-unknown-none-near': {
    ja: '「{name}」という名はありません。使える名は「書き方」のシートか、様式の手引きで確かめてください。',
    en: 'There is no field named “{name}”. See the guide for the names you can use.',
  },
  'template-loop-unknown': {
    ja: '「{name}」という繰り返しはありません。近い名は{nearest}です。',
    en: 'There is no loop named “{name}”. The nearest names are {nearest}.',
  },
  'template-loop-unknown-none-near': {
    ja: '「{name}」という繰り返しはありません。使える名は「書き方」のシートか、様式の手引きで確かめてください。',
    en: 'There is no loop named “{name}”. See the guide for the names you can use.',
  },
  'template-format-unknown': {
    ja: '「{written}」の「{name}」という書き方はありません。近い名は{nearest}です。',
    en: 'There is no format named “{name}” (in “{written}”). The nearest names are {nearest}.',
  },
  'template-format-unknown-none-near': {
    ja: '「{written}」の「{name}」という書き方はありません。使える書き方は、様式の手引きで確かめてください。',
    en: 'There is no format named “{name}” (in “{written}”). See the guide for the formats you can use.',
  },
  'template-format-unfit': {
    ja: '「{written}」の「{name}」は、この種類の値には使えません。外してください。',
    en: 'The format “{name}” in “{written}” does not fit this kind of value. Remove it.',
  },
  'template-field-outside-loop': {
    ja: '「{name}」は {loops} の繰り返しの中でだけ使えます。その始まりと終わりの間に置いてください。',
    en: '“{name}” works only within the loop {loops}. Place it between its start and end.',
  },
  'template-loop-outside-loop': {
    ja: '「{name}」の繰り返しは {loops} の繰り返しの中でだけ使えます。その始まりと終わりの間に置いてください。',
    en: 'The loop “{name}” works only within the loop {loops}. Place it between its start and end.',
  },
  'template-loop-inside-itself': {
    ja: '「{name}」の繰り返しは、{outer} の繰り返しの中では使えません（同じものの中で同じものを繰り返しています）。内側を外してください。',
    en: 'The loop “{name}” cannot stand within the loop {outer} (the same things within themselves). Remove the inner one.',
  },
  'template-argument-not-taken': {
    ja: '「{written}」の「{argument}」は要りません。「{name}」だけにしてください。',
    en: '“{argument}” in “{written}” is not needed. Write only “{name}”.',
  },
  'template-argument-missing': {
    ja: '「{written}」には、どれのことかを添えてください（例：{example}）。',
    en: 'Say which one in “{written}” (for example {example}).',
  },
  'template-year-unreadable': {
    ja: '「{written}」の「{argument}」は年度として読めません。「令和5年度」「R5」「対象年度」「前年度」「1年目」のように書いてください。',
    en: '“{argument}” in “{written}” is not a fiscal year. Write it like 令和5年度, R5, 対象年度, 前年度 or 1年目.',
  },
  'template-page-break-here': {
    ja: '「{written}」はここには置けません。表の行か、本文の段落に置いてください。',
    en: '“{written}” cannot stand here. Place it in a row of a sheet or in a paragraph of the text.',
  },
  'template-tag-elsewhere': {
    ja: '「{written}」のある所（{part}）には差し込めません。升目か、本文・図の中の文字に移してください。',
    en: '“{written}” is in a place that cannot be filled ({part}). Move it to a cell, the text, or the text of a drawing.',
  },

  'what-template-sheet-name': { ja: 'シートの名か、名前の定義', en: 'a sheet name or a defined name' },
  'what-template-comment': { ja: 'コメント', en: 'a comment' },
  'what-template-rule': { ja: '入力規則・条件付き書式・リンク', en: 'a validation, conditional format or link' },
  'what-template-field': { ja: 'フィールドの命令', en: 'a field code' },
  'what-template-table': { ja: 'テーブルの見出し', en: 'the heading of an Excel table' },

  'template-not-office': {
    ja: '{file} は Excel（.xlsx）でも Word（.docx）でもありません。どちらかの形式で保存し直してください。',
    en: '{file} is neither Excel (.xlsx) nor Word (.docx). Save it in one of those formats.',
  },
  'template-old-format': {
    ja: '{file} は古い形式です。Excel なら「Excel ブック（.xlsx）」、Word なら「Word 文書（.docx）」で保存し直してください。',
    en: '{file} is in an old format. Save it as an Excel workbook (.xlsx) or a Word document (.docx).',
  },
  'template-encrypted': {
    ja: '{file} はパスワードで暗号化されています。パスワードを外して保存し直してください（シートの保護のパスワードはそのままでかまいません）。',
    en: '{file} is encrypted with a password. Remove the password and save it again (sheet protection may stay).',
  },
  'template-damaged': {
    ja: '{file} は壊れています（{part}）。Excel か Word で開いて保存し直してください。',
    en: '{file} is damaged ({part}). Open it in Excel or Word and save it again.',
  },
  'template-too-large': {
    ja: '{file} は大きすぎます（{part}）。様式に要らないシートや写真を除いて保存し直してください。',
    en: '{file} is too large ({part}). Remove the sheets and photographs the form does not need, and save it again.',
  },
  'template-xml-entity': {
    ja: '{file} の {part} に、Office のファイルにはない宣言（DOCTYPE・ENTITY）があるため使いません。送り元を確かめてください。',
    en: '{part} in {file} declares a DOCTYPE or ENTITY, which Office files never do, so it is not used. Check where it came from.',
  },
  'template-macro': {
    ja: '{file} にはマクロ（プログラム）が入っています。マクロのない形式（.xlsx か .docx）で保存し直してください。',
    en: '{file} holds macros. Save it in a format without macros (.xlsx or .docx).',
  },
  'template-active-content': {
    ja: '{file} には、開くと動く部品（{part}）が入っています。取り除いて保存し直してください。',
    en: '{file} holds a part that runs when opened ({part}). Remove it and save it again.',
  },
  'template-external': {
    ja: '{file} は外のファイルやデータを参照しています（{target}）。リンクを切り、値だけにして保存し直してください。',
    en: '{file} refers to files or data outside itself ({target}). Break the links, keep the values, and save it again.',
  },
  'template-no-tags': {
    ja: '{file} には差し込みの印（{{指標名}} など）が一つもありません。入れたい所に印を書いてください。',
    en: '{file} has no marks such as {{指標名}}. Write marks where figures should go.',
  },
  'template-too-many-tags': {
    ja: '{file} には印が {count} あり、使える数（{limit}）を超えています。繰り返し（{{#指標}} … {{/指標}}）を使って減らしてください。',
    en: '{file} has {count} marks, over the limit of {limit}. Use loops ({{#指標}} … {{/指標}}) instead.',
  },
  'template-too-many-rows': {
    ja: '「{written}」の繰り返しで {limit} 行を超えます。繰り返しの重ね方を見直すか、年度・基本目標をしぼってください。',
    en: 'The loop “{written}” makes more than {limit} rows. Rethink how loops are nested, or narrow the years or goals.',
  },
  'template-formula-into-loop': {
    ja: '数式が、繰り返す行の一つの升目（{reference}）を参照しています。行の数が決まらないので、{range} のように範囲で参照してください。',
    en: 'The formula refers to one cell of a repeated row ({reference}). The number of rows is not fixed: refer to it as a range, like {range}.',
  },
  'template-formula-cannot-follow': {
    ja: '数式の {reference} が、行を増やしたあとの一続きの範囲になりません。範囲を繰り返しの行だけにするか、SUM・AVERAGE など並べて書ける関数を使ってください。',
    en: 'The range {reference} of the formula is not one block of rows after filling. Limit it to the repeated rows, or use a function such as SUM or AVERAGE.',
  },
  'template-formula-unsupported': {
    ja: '数式の {reference} は、行を増やしたときに正しく直せません。この数式を、升目か範囲をじかに参照するものに替えてください。',
    en: '{reference} in the formula cannot be kept right when rows are added. Refer to cells or ranges directly instead.',
  },
  'template-text-too-long': {
    ja: '「{written}」に入る文が {limit} 字を超え、ここに入りません。文を別の升目に分けるか、ほかの所に置いてください。',
    en: 'The text for “{written}” is longer than {limit} characters and does not fit here. Place it elsewhere.',
  },

  'template-note-chart-in-loop': {
    ja: '繰り返す行の中のグラフは、初めの一件の所にだけ残ります。',
    en: 'A chart within repeated rows stays only at the first of them.',
  },
} as const satisfies Catalogue
