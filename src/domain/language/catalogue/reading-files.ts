import type { Catalogue } from '../message.ts'

/** ファイルを開くときのことば（reading/open-document、reading/formats）。開けないものは、それが何で、どうすればよいか。 */
export const readingFileWords = {
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
  'mojibake-unreadable': {
    ja: '{file} の文字の多くが読めない字（U+FFFD）に置き換わって失われています。元の図書から UTF-8 で保存し直してください。',
    en: 'Many characters of {file} were lost and replaced by U+FFFD. Save it again as UTF-8 from the original.',
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
  'csv-quote-open': {
    ja: '{file} の引用符（"）が {line} 行目までに閉じていません。その升目の引用符を直すか、Excel（.xlsx）で保存し直してください。',
    en: 'A quotation mark in {file} is not closed by line {line}. Correct that cell or save it again as Excel (.xlsx).',
  },
  'file-pdf': {
    ja: '{file} は PDF です。PDF はまだ読めません。文字を選択できる PDF なら文字を写してテキストで保存し、できれば元の Excel を使ってください。',
    en: '{file} is a PDF, which is not read yet. If its text can be selected, save it as text; better, use the original Excel file.',
  },
  'file-image': {
    ja: '{file} は写真・画像です（名前が .xlsx でも中身は画像です）。文字のある図書（テキスト・CSV・Excel）を使ってください。',
    en: '{file} is a photograph or image, whatever its name says. Use a document with text (text, CSV, Excel).',
  },
  'file-media': {
    ja: '{file} は音声か動画です。文字のある図書（テキスト・CSV・Excel）を使ってください。',
    en: '{file} is sound or video. Use a document with text (text, CSV, Excel).',
  },
  'file-rtf': {
    ja: '{file} はリッチテキスト（RTF）です。テキスト（.txt）か Excel（.xlsx）で保存し直してください。',
    en: '{file} is rich text (RTF). Save it again as plain text (.txt) or Excel (.xlsx).',
  },
  'file-archive': {
    ja: '{file} は圧縮した書庫です。展開して、中の図書を一つずつ指定してください。',
    en: '{file} is a compressed archive. Unpack it and name the documents in it one by one.',
  },
  'file-zip-of-documents': {
    ja: '{file} は図書をまとめた zip です。展開して、中の図書を一つずつ指定してください。',
    en: '{file} is a zip of documents. Unpack it and name the documents in it one by one.',
  },
  'file-other-zip': {
    ja: '{file} は zip 形式ですが Excel の表ではありません。元の表を Excel（.xlsx）で保存し直してください。',
    en: '{file} is a zip file but not an Excel workbook. Save the original table as Excel (.xlsx).',
  },
  'file-word': {
    ja: '{file} は Word の文書です。Word はまだ読めません。テキスト（.txt）で保存するか、元の Excel を使ってください。',
    en: '{file} is a Word document, which is not read yet. Save it as plain text (.txt) or use the original Excel file.',
  },
  'file-powerpoint': {
    ja: '{file} は PowerPoint の資料です。表のある図書をテキスト・CSV・Excel（.xlsx）で保存し直してください。',
    en: '{file} is a PowerPoint file. Save the document with the tables as text, CSV or Excel (.xlsx).',
  },
  'file-open-document': {
    ja: '{file} は OpenDocument（.ods・.odt）です。Excel（.xlsx）か CSV で保存し直してください。',
    en: '{file} is an OpenDocument file (.ods, .odt). Save it again as Excel (.xlsx) or CSV.',
  },
  'file-xlsb': {
    ja: '{file} は Excel バイナリ ブック（.xlsb）です。Excel で開き、「Excel ブック（.xlsx）」で保存し直してください。',
    en: '{file} is an Excel binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).',
  },
  'file-old-excel': {
    ja: '{file} は古い Excel 97-2003 形式（.xls）です。Excel で開き、「Excel ブック（.xlsx）」で保存し直してください。',
    en: '{file} is in the old Excel 97-2003 format (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).',
  },
  'file-old-office': {
    ja: '{file} は古い Office などの形式です。元の図書をテキスト・CSV・Excel（.xlsx）で保存し直してください。',
    en: '{file} is in an old Office format. Save the original as text, CSV or Excel (.xlsx).',
  },
  'file-encrypted': {
    ja: '{file} はパスワードで暗号化されています。Excel で開いてパスワードを外し、保存し直してください。',
    en: '{file} is encrypted with a password. Open it in Excel, remove the password and save it again.',
  },
  'zip-encrypted': {
    ja: '{file} は暗号化された zip です。パスワードを外したファイルを使ってください。',
    en: '{file} is an encrypted zip. Use a file without a password.',
  },
  'zip-truncated': {
    ja: '{file} は途中で切れています（Excel の終わりの部分がありません）。送り元からもう一度受け取ってください。',
    en: '{file} is cut short (the end of the Excel file is missing). Get it again from where it came from.',
  },
  'zip-damaged': {
    ja: '{file} は壊れています（zip の目録と中身が合いません）。送り元からもう一度受け取るか、Excel で開いて保存し直してください。',
    en: '{file} is damaged (the zip directory does not match its contents). Get it again, or open it in Excel and save it.',
  },
  'zip-too-many-entries': {
    ja: '{file} には {limit} を超える部品があり、表計算のファイルとして読めません。必要な表だけを新しいブックに保存してください。',
    en: '{file} holds more than {limit} parts and is not read as a workbook. Save only the tables you need in a new workbook.',
  },
  'zip-bomb': {
    ja: '{file} は展開すると極端に大きくなる（{part}）ため読みません。送り元を確かめ、必要な表だけを新しいブックに保存してください。',
    en: '{file} would unpack to an extreme size ({part}) and is not read. Check where it came from; save only the tables you need in a new workbook.',
  },
  'xml-entity': {
    ja: '{file} の {part} に、表計算にはない宣言（DOCTYPE・ENTITY）があるため読みません。送り元を確かめ、Excel で開いて保存し直してください。',
    en: '{part} in {file} declares a DOCTYPE or ENTITY, which workbooks never do, so it is not read. Check where it came from; open it in Excel and save it.',
  },
  'workbook-damaged': {
    ja: '{file} は Excel の表として壊れています。Excel で開いて（修復して）保存し直してください。',
    en: '{file} is damaged as an Excel workbook. Open it in Excel (let it repair) and save it again.',
  },
  'workbook-part-missing': {
    ja: '{file} には部品 {part} がありません。Excel で開いて（修復して）保存し直してください。',
    en: '{file} lacks its part {part}. Open it in Excel (let it repair) and save it again.',
  },
  'workbook-part-too-large': {
    ja: '{file} の部品 {part} が大きすぎます。必要な表だけを新しいブックに保存してください。',
    en: 'The part {part} of {file} is too large. Save only the tables you need in a new workbook.',
  },
  'workbook-no-sheets': {
    ja: '{file} には表のシートがありません（グラフだけのシートは読みません）。表のあるブックを使ってください。',
    en: '{file} has no worksheet (chart sheets are not read). Use a workbook with a table.',
  },
  'too-many-sheets': {
    ja: '{file} には {count} 枚のシートがあり、読める数（{limit} 枚）を超えています。必要なシートだけを新しいブックに保存してください。',
    en: '{file} has {count} sheets, over the limit of {limit}. Save only the sheets you need in a new workbook.',
  },
  'sheet-name-twice': {
    ja: '{file} に「{sheet}」という名のシートが二枚あり、どちらの数か示せません。Excel で開いて名前を変え、保存し直してください。',
    en: '{file} has two sheets named "{sheet}", so no figure could be traced to one of them. Rename one in Excel and save it.',
  },
  'sheet-too-wide': {
    ja: '{file} のシート「{sheet}」は {cell} まで広がっていて、表として大きすぎます。離れたところに残った升目を消すか、必要な表だけを新しいブックに保存してください。',
    en: 'Sheet "{sheet}" of {file} reaches {cell}, too large for a table. Clear stray cells far away, or save only the tables you need in a new workbook.',
  },
  'strings-missing': {
    ja: '{file} のシート「{sheet}」の {cell} の文字がファイルから失われています。Excel で開いて（修復して）保存し直してください。',
    en: 'The text of {cell} in sheet "{sheet}" is missing from {file}. Open it in Excel (let it repair) and save it again.',
  },
  'hidden-sheet': {
    ja: 'シート「{sheet}」は隠されています。読みましたが、公表された表かどうかを確かめてください。',
    en: 'Sheet "{sheet}" is hidden. It was read; check whether it belongs to the published tables.',
  },
  'hidden-rows': {
    ja: 'シート「{sheet}」に隠された行が {count} 行あります。読みましたが、公表された表かどうかを確かめてください。',
    en: 'Sheet "{sheet}" has {count} hidden rows. They were read; check whether they belong to the published table.',
  },
  'hidden-columns': {
    ja: 'シート「{sheet}」に隠された列が {count} 列あります。読みましたが、公表された表かどうかを確かめてください。',
    en: 'Sheet "{sheet}" has {count} hidden columns. They were read; check whether they belong to the published table.',
  },
  'cell-error': {
    ja: 'シート「{sheet}」に #REF! などの計算の誤りが {count} か所あります。元の表で式を直してください。',
    en: 'Sheet "{sheet}" has {count} cells with a calculation error such as #REF!. Correct the formulas in the original.',
  },
  'unknown-format': {
    ja: 'シート「{sheet}」に表示のしかたの分からない升目が {count} か所あります。保存された数をそのまま取り込みました。',
    en: 'Sheet "{sheet}" has {count} cells in a number format not known here; the stored value was taken as it is.',
  },
  'formula-without-value': {
    ja: 'シート「{sheet}」に計算結果の保存されていない式が {count} か所あります。Excel で開いて計算し、保存し直してください。',
    en: 'Sheet "{sheet}" has {count} formulas without a stored result. Open it in Excel, let it calculate and save it.',
  },
} as const satisfies Catalogue
