import type { Catalogue } from '../message.ts'

/** 届いた回答用紙の困りごと。何が起きたかと、どうすればよいかを言う。 */
export const sheetProblems = {
  'sheet-no-response': {
    ja: 'この回答は見つかりません。番地が古いか、ほかの課のものです。「あなたの仕事」から開き直してください',
    en: 'This response was not found: the address is old, or it is another department’s. Open it again from Your work',
  },
  'sheet-no-round': {
    ja: 'この照会は見つかりません。照会の一覧から開き直してください',
    en: 'This round was not found. Open it again from the list of rounds',
  },
  'sheet-round-not-open': {
    ja: 'この照会はまだ開いていないので、用紙がありません。開いてから、もう一度ダウンロードしてください',
    en: 'The round has not been opened, so there are no sheets yet. Download them once it is open',
  },
  'sheet-absent': {
    ja: '届いた用紙が見つかりません。用紙を送り直してください',
    en: 'The received sheet was not found. Send it again',
  },
  'sheet-ended': {
    ja: 'この用紙は、もう取り込んだか、取り込まずに終わっています。変えることがあれば、用紙を送り直してください',
    en: 'This sheet has already been dealt with. Send a sheet again if something must change',
  },
  'sheet-needed': {
    ja: 'ファイルが選ばれていません。記入した用紙（.xlsx）を選んでください',
    en: 'No file was chosen. Choose the filled-in sheet (.xlsx)',
  },
  'sheet-not-excel': {
    ja: '{file} は Excel のブック（.xlsx）ではありません。用紙を開き、形式を変えずに保存したものを送ってください',
    en: '{file} is not an Excel workbook (.xlsx). Save the sheet without changing its format and send that',
  },
  'sheet-not-ours': {
    ja: '{file} はしるべの回答用紙ではないようです（右端の「整理番号」の列が見当たりません）。用紙をダウンロードし、値をその用紙に写して送ってください',
    en: '{file} does not look like an answer sheet (its last column with the keys is missing). Download the sheet, copy the values into it and send that',
  },
  'sheet-newer': {
    ja: '{file} は、このしるべより新しい版の用紙（{format}）です。用紙をここからダウンロードし直して、値を写してください',
    en: '{file} was made by a newer version ({format}). Download the sheet from here and copy the values into it',
  },
  'sheet-other-city': {
    ja: '{file} は、ほかの市町村（団体コード {code}）の用紙です。この市の用紙をダウンロードしてください',
    en: '{file} belongs to another municipality (code {code}). Download the sheet of this one',
  },
  'sheet-other-round': {
    ja: '{file} は、別の照会「{round}」の用紙です。前の年の用紙ではないか確かめ、この照会の用紙をダウンロードしてください',
    en: '{file} belongs to another round, "{round}". Check that it is not last year’s, and download the sheet of this round',
  },
  'sheet-round-unknown': {
    ja: '{file} は、このしるべにない照会の用紙です。この照会の用紙をダウンロードし、値を写して送ってください',
    en: '{file} belongs to a round that is not here. Download the sheet of this round and copy the values into it',
  },
  'sheet-other-department': {
    ja: '{file} は、別の課（{department}）の用紙です。その課の頁から送るか、企画課に送ってください',
    en: '{file} is the sheet of another department ({department}). Send it from that department’s page, or to the planning office',
  },
  'sheet-keys-gone': {
    ja: '{file} の「整理番号」の列が空で、どの行がどの項目か分かりません。用紙をダウンロードし直し、値を写して送ってください',
    en: 'The keys in {file} are empty, so its rows cannot be told apart. Download the sheet again and copy the values into it',
  },
  'sheet-keys-unknown': {
    ja: '{file} の整理番号は、この回答のどの項目とも合いません。用紙をダウンロードし直し、値を写して送ってください',
    en: 'The keys in {file} fit none of the items here. Download the sheet again and copy the values into it',
  },
  'upload-too-often': {
    ja: '続けて送られたファイルが多すぎます（10分に{most}個まで）。{minutes}分ほど待って、送り直してください',
    en: 'Too many files in a row (at most {most} in ten minutes). Wait about {minutes} minutes and send it again',
  },
  'sheet-absence-unknown': {
    ja: '「値がないわけ」の「{raw}」は、一覧にないことばです。一覧から選んでください',
    en: '"{raw}" is not one of the reasons for having no value. Choose one from the list',
  },
  'sheet-provisional-unknown': {
    ja: '「暫定値」の欄の「{raw}」が読めません。「暫定値」を選ぶか、空にしてください',
    en: '"{raw}" in the provisional column cannot be read. Choose 暫定値 or leave it empty',
  },
  'sheet-mark-without-value': {
    ja: '実績が空なのに、公表の見込みか暫定値が書かれています。実績か「値がないわけ」を入れてください',
    en: 'There is no value, yet a month of publication or a provisional mark. Enter the value, or why there is none',
  },
  'sheet-cell-error': {
    ja: '計算の誤り「{raw}」が入っています。値を入れ直してください',
    en: 'The cell holds the error {raw}. Enter the value again',
  },
  'sheet-cell-no-result': {
    ja: '計算されていない式が入っています。Excel で開いて保存し直すか、値を入れてください',
    en: 'The cell holds a formula without a result. Open and save it in Excel, or enter the value',
  },
  'sheet-cell-merged': {
    ja: 'セルが結合されていて、この欄の値が隠れています。結合を解いて、値を入れてください',
    en: 'The cell is hidden by a merge. Undo the merge and enter the value',
  },
  'sheet-cell-garbled': {
    ja: '読めない文字が入っています（「{raw}」）。打ち直してください',
    en: 'There are characters that cannot be read ("{raw}"). Type it again',
  },
  'sheet-cell-date': {
    ja: '日付（{raw}）として入っています。「3/5」のような値が、日付に変わったのかもしれません。表示形式を「文字列」にして入れ直してください',
    en: 'It is stored as a date ({raw}); perhaps something like 3/5 was turned into one. Format the cell as text and enter it again',
  },
} as const satisfies Catalogue
