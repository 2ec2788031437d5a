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
    ja: '{file} は読める様式（進捗状況一覧表・KPI集計表・改訂概要・アクションプラン・重点目標一覧表）のどれにも当たりません。表の見出し（指標・目標値・実績値など）が残っているかを確かめてください。',
    en: '{file} matches none of the known forms (progress table, KPI summary, revision overview, action plan, priority goals). Check that the table headings are still in it.',
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
  // ── 数値目標・KPI集計表（recognize/kpi-summary） ──
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
