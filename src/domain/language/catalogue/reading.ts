import type { Catalogue } from '../message.ts'

export const readingWords = {
  // ── ファイルを開く（reading/open-document、reading/formats） ──
  'file-missing': {
    ja: '{file} が見つかりません。名前と場所を確かめてください。',
    en: '{file} was not found. Check its name and folder.',
  },
  'file-is-folder': {
    ja: '{file} はフォルダーです。中の図書（テキスト・CSV・Excel）を一つずつ指定してください。',
    en: '{file} is a folder. Name the documents in it (text, CSV, Excel) one by one.',
  },
  'file-not-regular': {
    ja: '{file} はふつうのファイルではない（装置やパイプ）ため読みません。ファイルに保存してから指定してください。',
    en: '{file} is not a regular file (a device or pipe) and is not read. Save it as a file first.',
  },
  'file-not-permitted': {
    ja: '{file} を読む権限がありません。ファイルの権限を確かめるか、読める場所に写してください。',
    en: 'You have no permission to read {file}. Check its permissions or copy it to a place you can read.',
  },
  'file-unreadable': {
    ja: '{file} を読み込めませんでした（{reason}）。ほかで開いていないか、媒体が外れていないかを確かめてください。',
    en: '{file} could not be read ({reason}). Check that nothing else holds it and the drive is connected.',
  },
  'file-too-large': {
    ja: '{file} は {size} あり、読める大きさ（{limit}）を超えています。必要な表だけを別のファイルに保存してください。',
    en: '{file} is {size}, over the limit of {limit}. Save only the tables you need as another file.',
  },
  'file-empty': {
    ja: '{file} は中身のない空のファイル（0 バイト）です。送り元からもう一度受け取ってください。',
    en: '{file} is an empty file (0 bytes). Get it again from where it came from.',
  },
  'file-blank': {
    ja: '{file} には空白と改行しかありません。文字の入った図書かどうかを確かめてください。',
    en: '{file} holds only blanks and line breaks. Check that it is the document you meant.',
  },
  'text-too-large': {
    ja: '{file} は文章として {size} あり、読める大きさ（{limit}）を超えています。表のある部分だけを保存してください。',
    en: '{file} is {size} of text, over the limit of {limit}. Save only the part with the tables.',
  },
  'too-many-lines': {
    ja: '{file} は {limit} 行を超えています。表のある部分だけを保存してください。',
    en: '{file} has more than {limit} lines. Save only the part with the tables.',
  },
  'line-too-long': {
    ja: '{file} の {line} 行目は {limit} 字を超えています。改行の失われた文章か、文章でないもののようです。元の図書から保存し直してください。',
    en: 'Line {line} of {file} is longer than {limit} characters: its line breaks are lost, or it is not text. Save it again from the original.',
  },
  'too-many-cells': {
    ja: '{file} は升目が {limit} を超えています。必要な表だけを別のファイルに保存してください。',
    en: '{file} has more than {limit} cells. Save only the tables you need as another file.',
  },
  'nul-bytes': {
    ja: '{file} は文章として読めません（{offset} バイト目に文字でない値 NUL があります）。名前だけ変えた別の種類のファイルか、壊れたファイルです。元の図書から保存し直してください。',
    en: '{file} cannot be read as text (a NUL at byte {offset}). It is another kind of file renamed, or damaged. Save it again from the original.',
  },
  'binary-file': {
    ja: '{file} は文章でも表計算でもない種類のファイルです。元の図書をテキスト・CSV・Excel（.xlsx）で保存し直してください。',
    en: '{file} is neither text nor a spreadsheet. Save the original as text, CSV or Excel (.xlsx).',
  },
  'encoding-utf32': {
    ja: '{file} の文字符号は UTF-32 です。UTF-8 で保存し直してください。',
    en: '{file} is encoded in UTF-32. Save it again as UTF-8.',
  },
  'encoding-unknown': {
    ja: '{file} の文字符号が分かりません（UTF-8・UTF-16・Shift_JIS・EUC-JP・JIS のどれでも読めません）。UTF-8 のテキストで保存し直してください。',
    en: 'The encoding of {file} is unknown (not UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP). Save it again as UTF-8 text.',
  },
  'utf16-cut': {
    ja: '{file} は UTF-16 の文章ですが、最後の一字が途中で切れています。送り元からもう一度受け取ってください。',
    en: '{file} is UTF-16 text cut in the middle of its last character. Get it again from where it came from.',
  },
  'lone-surrogates': {
    ja: '{file} の {line} 行目に、対にならないサロゲート（壊れた文字）があります。元の図書を開いてその字を直し、UTF-8 で保存し直してください。',
    en: 'Line {line} of {file} has an unpaired surrogate (a broken character). Correct that character in the original and save it again as UTF-8.',
  },
  'mojibake-utf8-as-sjis': {
    ja: '{file} は文字化けしています（UTF-8 の文章を Shift_JIS として開いて保存したもののようです）。化ける前の元のファイルを使ってください。',
    en: '{file} is garbled (UTF-8 text opened as Shift_JIS and saved). Use the original file.',
  },
  'mojibake-utf8-as-latin': {
    ja: '{file} は文字化けしています（UTF-8 の文章を欧文として開いて保存したもののようです）。化ける前の元のファイルを使ってください。',
    en: '{file} is garbled (UTF-8 text opened as a Western encoding and saved). Use the original file.',
  },
  'mojibake-sjis-as-latin': {
    ja: '{file} は文字化けしています（Shift_JIS の文章を欧文として開いて保存したもののようです）。化ける前の元のファイルを使ってください。',
    en: '{file} is garbled (Shift_JIS text opened as a Western encoding and saved). Use the original file.',
  },
  'mojibake-euc-as-sjis': {
    ja: '{file} は文字化けしています（EUC-JP の文章を Shift_JIS として開いて保存したもののようです）。化ける前の元のファイルを使ってください。',
    en: '{file} is garbled (EUC-JP text opened as Shift_JIS and saved). Use the original file.',
  },
  'mojibake-lost': {
    ja: '{file} の文字の多くが「?」に置き換わって失われています。元の図書から UTF-8 で保存し直してください。',
    en: 'Many characters of {file} were lost and replaced by "?". Save it again as UTF-8 from the original.',
  },
  'unreadable-characters': {
    ja: '読めない文字（U+FFFD）が {count} か所あります。元の図書でその字を確かめてください。',
    en: 'There are {count} unreadable characters (U+FFFD). Check them in the original.',
  },
  'private-characters': {
    ja: '外字（その組織だけの文字）が {count} か所あります。元の図書でその字を確かめてください。',
    en: 'There are {count} private-use characters. Check them in the original.',
  },
  'hash-cells': {
    ja: '「####」とだけ書かれた升目が {count} か所あります。列が狭くて数が表示されていません。元の表で列を広げて保存し直してください。',
    en: '{count} cells show only "####": the column was too narrow for the number. Widen it in the original and save again.',
  },
  // ── 様式が分からない図書（reading の入口） ──
  'no-indicators': {
    ja: '{file} には指標も事業も重点目標も見つかりませんでした。計画や進捗の表が入った図書かどうかを確かめてください。',
    en: 'No indicator, project or priority goal was found in {file}. Check that it holds a plan or a progress table.',
  },
  'form-not-recognised': {
    ja: '{file} は読める様式（進捗状況一覧表・KPI集計表・改訂概要・アクションプラン・重点目標一覧表）のどれにも当たりません。表の見出し（指標・目標値・実績値など）が残っているかを確かめてください。',
    en: '{file} matches none of the known forms (progress table, KPI summary, revision overview, action plan, priority goals). Check that the table headings are still in it.',
  },
} as const satisfies Catalogue
