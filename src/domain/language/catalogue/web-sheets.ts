import type { Catalogue } from '../message.ts'
import { sheetProblems } from './sheet-problems.ts'

/** 回答の Excel の出し入れのことば。 */
export const webSheetsWords = {
  ...sheetProblems,
  'sheets.title': { ja: 'Excelで入力する', en: 'Enter by Excel' },
  'sheets.lead': {
    ja: '「{round}」に、{department}の{items}項目を、Excel の用紙で答えます。',
    en: 'Answer the {items} items of {department} in "{round}" on an Excel sheet.',
  },
  'sheets.step-1': { ja: '用紙を受け取る', en: 'Get the sheet' },
  'sheets.step-1-hint': {
    ja: 'いま入っている答えは、写してあります。色の付いた欄だけに記入できます。',
    en: 'What has been entered so far is filled in. Only the coloured cells can be written in.',
  },
  'sheets.download': { ja: '用紙（Excel）をダウンロード', en: 'Download the sheet (Excel)' },
  'sheets.step-2': { ja: '記入した用紙を送る', en: 'Send the filled-in sheet' },
  'sheets.step-2-hint': {
    ja: '送っても、すぐには取り込みません。変わるところを、次の画面で確かめます。',
    en: 'Nothing is taken over yet: the next page shows what would change.',
  },
  'sheets.file': { ja: '記入した用紙（.xlsx）', en: 'Filled-in sheet (.xlsx)' },
  'sheets.files': {
    ja: '記入した用紙（.xlsx。いくつでも選べます）',
    en: 'Filled-in sheets (.xlsx, as many as you like)',
  },
  'sheets.to-round': { ja: 'ほかの届いた用紙へ', en: 'To the other sheets received' },
  'sheets.send': { ja: '送って、変わるところを確かめる', en: 'Send and see what changes' },
  'sheets.received': { ja: '届いた用紙', en: 'Sheets received' },
  'sheets.status-open': { ja: '確かめている途中', en: 'being checked' },
  'sheets.status-taken': { ja: '取り込みました', en: 'taken over' },
  'sheets.status-discarded': { ja: '取り込みませんでした', en: 'not taken over' },
  'sheets.to-entry': { ja: '入力の頁へ', en: 'To the entry page' },
  'sheets.round-title': { ja: 'Excel の用紙', en: 'Excel sheets' },
  'sheets.round-lead': {
    ja: '「{round}」の用紙を課ごとに作り、届いた用紙を受け取ります。',
    en: 'Make the sheets of "{round}" for each department, and receive them filled in.',
  },
  'sheets.zip': {
    ja: '{count}課の用紙をまとめてダウンロード（zip）',
    en: 'Download the sheets of {count} departments (zip)',
  },
  'sheets.zip-hint': {
    ja: '課の名の付いたファイルに分けてあります。しるべの頁に届かない課へ、メールに添えて送れます。',
    en: 'One file per department, named after it, to be mailed to offices that cannot reach these pages.',
  },
  'sheets.round-send': { ja: '届いた用紙を受け取る', en: 'Receive a filled-in sheet' },
  'sheets.round-send-hint': {
    ja: 'どの課の用紙かは、用紙の中の番号で分かります。ファイルの名が変わっていてもかまいません。',
    en: 'The numbers inside tell which department it is from, whatever the file is called.',
  },
  'sheets.waiting': { ja: '確かめている途中の用紙', en: 'Sheets being checked' },
  'sheets.waiting-none': {
    ja: '確かめている途中の用紙はありません。',
    en: 'No sheet is being checked.',
  },
  'sheets.one-by-one': { ja: '課ごとの用紙', en: 'Sheets by department' },
  'sheets.review-title': { ja: '届いた用紙を確かめる', en: 'Check the sheet received' },
  'sheets.department': { ja: '課', en: 'Department' },
  'sheets.round': { ja: '照会', en: 'Round' },
  'sheets.file-name': { ja: 'ファイル', en: 'File' },
  'sheets.arrived': { ja: '届いた日時', en: 'Received' },
  'sheets.made': { ja: '用紙を作った日時', en: 'Sheet made' },
  'sheets.counts': {
    ja: '変わる欄 {changes}、選んでいただく欄 {asks}、読めない欄 {unreadable}、変わらない欄 {same}',
    en: 'Fields that change {changes}, to choose {asks}, unreadable {unreadable}, unchanged {same}',
  },
  'sheets.nothing': {
    ja: '変わるところはありません。用紙の値は、いま入っている値と同じです。',
    en: 'Nothing changes. The sheet says what has already been entered.',
  },
  'sheets.taken-before': {
    ja: 'このファイルは、{at} に{by}が取り込んでいます。',
    en: 'This very file was taken over by {by} on {at}.',
  },
  'sheets.tag-missing': {
    ja: '「しるべ」のシートがないため、用紙を作ったあとに画面で変わったかどうかが分かりません。違うところを一つずつ選んでください。',
    en: 'The sheet named しるべ is gone, so it is not known what changed here after the sheet was made. Please choose for each difference.',
  },
  'sheets.tag-altered': {
    ja: '「しるべ」のシートが書き換えられているため、用紙を作ったあとに画面で変わったかどうかが分かりません。違うところを一つずつ選んでください。',
    en: 'The sheet named しるべ has been altered, so it is not known what changed here after the sheet was made. Please choose for each difference.',
  },
  'sheets.asks': { ja: '選んでください（{count}）', en: 'Please choose ({count})' },
  'sheets.asks-hint': {
    ja: '用紙と画面の両方で変わったところなどです。どちらにするかを選ぶまで、取り込めません。',
    en: 'Changed both on the sheet and here, or doubtful. Choose one for each before taking over.',
  },
  'sheets.why-conflict': {
    ja: '用紙を作ったあとに、画面でも変わりました。',
    en: 'It was also changed here after the sheet was made.',
  },
  'sheets.why-no-tag': {
    ja: '用紙を作ったときの値が分かりません。',
    en: 'What it was when the sheet was made is not known.',
  },
  'sheets.why-name-differs': {
    ja: '用紙では、この行の名が変わっています。並べ替えで、ほかの行の値と入れ替わっていないか確かめてください。',
    en: 'The name in this row was changed on the sheet. Check that the values have not moved in a sort.',
  },
  'sheets.keep-now': { ja: 'いまの値のままにする', en: 'Keep what is here now' },
  'sheets.use-file': { ja: '用紙の値にする', en: 'Use the sheet' },
  'sheets.changes': { ja: '変わるところ（{count}）', en: 'What changes ({count})' },
  'sheets.changes-hint': {
    ja: '印を外した欄は、いまの値のままになります。',
    en: 'Fields you untick stay as they are.',
  },
  'sheets.take-this': { ja: '{name}の{heading}を取り込む', en: 'Take over {heading} of {name}' },
  'sheets.from-to': { ja: 'を、次に変える：', en: 'becomes' },
  'sheets.empty': { ja: '（空）', en: '(empty)' },
  'sheets.emptied': { ja: '（空にする）', en: '(emptied)' },
  'sheets.provisional': { ja: '暫定値', en: 'provisional' },
  'sheets.expected': { ja: '公表の見込み {day}', en: 'expected {day}' },
  'sheets.formula': { ja: '式の結果', en: 'result of a formula' },
  'sheets.as-is': { ja: 'このままでよい', en: 'Right as it is' },
  'sheets.take': { ja: '選んだとおりに取り込む', en: 'Take over as chosen' },
  'sheets.discard': { ja: '取り込まない', en: 'Do not take over' },
  'sheets.finish': { ja: '確認を終える', en: 'Finish' },
  'sheets.unreadable': { ja: '読めなかった欄（{count}）', en: 'Fields that could not be read ({count})' },
  'sheets.unreadable-hint': {
    ja: 'いまの値のままになります。画面で入れるか、用紙を直して送り直してください。',
    en: 'They stay as they are. Enter them on the page, or correct the sheet and send it again.',
  },
  'sheets.altered': { ja: '変えられていた、変えられない欄（{count}）', en: 'Fixed cells that were altered ({count})' },
  'sheets.altered-hint': {
    ja: '市が決めた欄なので、取り込みません。直すことがあれば、企画課に伝えてください。',
    en: 'These belong to the city and are not taken over. Tell the planning office if one is wrong.',
  },
  'sheets.altered-one': { ja: '「{was}」が「{is}」に', en: '"{was}" became "{is}"' },
  'sheets.rows': { ja: '行と列について', en: 'Rows and columns' },
  'sheets.missing-rows': {
    ja: '用紙に行がない項目が{count}件あります。いまの値のままになります：',
    en: '{count} items have no row on the sheet and stay as they are:',
  },
  'sheets.unknown-rows': {
    ja: '整理番号のない行か、知らない整理番号の行は、取り込みません：{lines}行目',
    en: 'Rows without a known key are not taken over: row {lines}',
  },
  'sheets.repeated-row': {
    ja: '同じ整理番号の行が二つ以上あるため、取り込みません（{lines}行目）：',
    en: 'The same key stands in several rows, so none is taken over (row {lines}):',
  },
  'sheets.missing-column': {
    ja: '列が見当たらないため、取り込みません：',
    en: 'The column was not found, so it is not taken over:',
  },
  'sheets.done-taken': {
    ja: '取り込みました。入力の頁で、足りないところを確かめて提出してください。',
    en: 'Taken over. Look for anything missing on the entry page, then submit.',
  },
  'sheets.done-discarded': {
    ja: 'この用紙は取り込みませんでした。値は何も変わっていません。',
    en: 'This sheet was not taken over. Nothing was changed.',
  },
  'sheets.changed-meanwhile': {
    ja: '見ているあいだに、ほかの人が値を変えました。まだ何も取り込んでいません。いまの値で、もう一度確かめてください。',
    en: 'Someone changed values while you were looking. Nothing was taken over. Please check again.',
  },
  'sheets.undecided': {
    ja: '選んでいない欄が{count}あります。まだ何も取り込んでいません。',
    en: '{count} fields are still to be chosen. Nothing was taken over.',
  },
  'sheets.blocked': { ja: 'いまは取り込めません。', en: 'It cannot be taken over now.' },
  'sheets.again': { ja: 'ほかの用紙を送る', en: 'Send another sheet' },
  'sheets.absence-not-measured': { ja: '未測定', en: 'not measured' },
  'sheets.absence-not-published': { ja: '未公表', en: 'not yet published' },
  'sheets.absence-not-started': { ja: '未開始', en: 'not started' },
  'sheets.absence-ended': { ja: '終了', en: 'ended' },
  'sheets.absence-cancelled': { ja: '中止', en: 'cancelled' },
  'sheets.absence-not-applicable': { ja: '対象外', en: 'not applicable' },
  'sheets.absence-withheld': { ja: '秘匿', en: 'withheld' },
} as const satisfies Catalogue
