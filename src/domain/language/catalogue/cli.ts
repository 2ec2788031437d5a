import type { Catalogue } from '../message.ts'

/** 端末のことば。 */
export const cliWords = {
  usage: {
    ja: `使い方  shirube <命令> [引数]

  serve                     画面を開く（この機械からだけ見えます）
      --data フォルダー      データの置き場（なければ作ります。初めは ./data）
      --port 番号            番号（初めは 8700。使われていれば次の番号）
      --host 番地            開く番地（初めは 127.0.0.1、この機械からだけ）
  read ファイル…            図書を読み、読めたことと確かでないことを言う
      --json                 計画案（shirube-draft/1）を出す
  check ファイル…           図書の中の食い違いを探す
      --municipality 団体コード   ファイルの代わりに、取り込んだ計画を調べる
      --json                 気づきだけを出す
  import ファイル --municipality 団体コード
                            図書か計画案を取り込む（同じものは二度取り込まない）
  undo 取り込みの番号 --municipality 団体コード
                            取り込みを取り消し、計画を元に戻す（番号は import --json の adoptionId）
      --last                 番号の代わりに、いちばん新しい取り込み
  report 様式 --municipality 団体コード -o ファイル
                            帳票を作る（様式は progress-table・kpi-summary・grade-summary・revision-overview・
                            comparison-table・public-comment・project-matrix・priority-projects・project-sheets・priority-goals・
                            instruction-list・evaluation-sheets・opinion-table・plan-book）
      --format 形式          html・pdf・xlsx・docx・csv・json（書かなければファイルの名から）
      --plan 計画の題        計画が二つ以上あるとき
      --year 年度            何年度の資料か（R5）   --years 年度   載せる年度（R2-R6）
      --goal 番号  --department 課   絞り込み（くり返し書ける）
      --named 名            画面で名を付けた帳票の選びで作る（ほかの選びは docs/commands.md）
  round list --municipality 団体コード
                            照会（とりまとめ）の一覧
  round board|open|remind|close|reopen|sheets --municipality 団体コード
                            進行表を見る・開く・催促する・閉じる・開け直す・課ごとの Excel を書く
      --round 番号           どの照会か（書かなければ、開いているもの）
      --reason わけ          催促に添える文、開け直すわけ   --despite   欠けたところを承知のうえで
  audit verify              記録が書きかえられていないか確かめる
  audit list --municipality 団体コード
                            記録を新しい順に読む
      --by 名  --act 行い  --about 課・照会・指標の名  --from 日  --to 日  --limit 件数   絞り込み
  backup -o ファイル        控えを丸ごと取る（しるべが動いていても取れる）
  export --municipality 団体コード -o ファイル
                            市を丸ごと書き出す（アカウントとログインの秘密は入らない）
  restore ファイル          控えから戻す（丸ごとは空のところへ、市は市のないしるべへ）
  doctor                    この機械で動くか確かめる

  どの命令にも  --lang ja|en   --help   --version
  --as メール               市の利用者の役で頼む（その人にできないことは断る）
  終わりの番号  0 済んだ   1 気づきがある・断った   2 使い方の誤り`,
    en: `Usage  shirube <command> [options]

  serve                     open the pages (visible from this machine only)
      --data FOLDER          where the data is kept (made if missing; ./data by default)
      --port NUMBER          port (8700 by default; the next free one if taken)
      --host ADDRESS         address to open at (127.0.0.1 by default: this machine only)
  read FILE…                read a document: what was found and what is doubtful
      --json                 print the plan draft (shirube-draft/1)
  check FILE…               find the contradictions inside a document
      --municipality CODE    check the plans already imported instead of a file
      --json                 print the findings only
  import FILE --municipality CODE
                            adopt a document or a draft (the same one is never adopted twice)
  undo ADOPTION --municipality CODE
                            undo an import and put the plan back (ADOPTION is adoptionId of import --json)
      --last                 the newest import instead of an ADOPTION
  report FORM --municipality CODE -o FILE
                            make a report (FORM: progress-table, kpi-summary, grade-summary, revision-overview,
                            comparison-table, public-comment, project-matrix, priority-projects, project-sheets, priority-goals,
                            instruction-list, evaluation-sheets, opinion-table, plan-book)
      --format FORMAT        html, pdf, xlsx, docx, csv, json (from the name of the file if left out)
      --plan TITLE           when there are several plans
      --year YEAR            the year reported (R5)   --years YEARS   the years shown (R2-R6)
      --goal NUMBER  --department NAME   narrow down (may be repeated)
      --named NAME           with the choices saved under a name (more choices: docs/commands.md)
  round list --municipality CODE
                            the collection rounds
  round board|open|remind|close|reopen|sheets --municipality CODE
                            see the board, open, remind, close, reopen, write the sheets of every department
      --round NUMBER         which round (the open one if left out)
      --reason TEXT          words for the reminder, why it reopens   --despite   go on although something is missing
  audit verify              prove that the record has not been altered
  audit list --municipality CODE
                            read the record, newest first
      --by NAME  --act ACT  --about NAME  --from DAY  --to DAY  --limit NUMBER   narrow down
  backup -o FILE            back everything up (also while Shirube is running)
  export --municipality CODE -o FILE
                            take one municipality out, complete (without accounts and login secrets)
  restore FILE              restore (a whole backup where there is nothing; a municipality where it is not)
  doctor                    see whether everything works on this machine

  Every command takes  --lang ja|en   --help   --version
  --as MAIL                 act as a person of the municipality (what they may not do is refused)
  Exit codes  0 done   1 findings or refused   2 wrong usage`,
  },
  'as-machine': {
    ja: '{command} は、この機械の持ち主の命令です。--as で利用者の役を名のらずに実行してください。',
    en: '{command} belongs to whoever keeps this machine. Run it without --as.',
  },
  'as-nobody': {
    ja: '団体コード {code} の市に、{mail} という利用者はいません（招待したままか、去った人かもしれません）。「利用者」の頁で確かめてください。',
    en: 'Municipality {code} has no active person {mail}. Check the People page.',
  },
  'round-usage': {
    ja: 'round のあとに list・board・open・remind・close・reopen・sheets のどれかを書いてください。例：shirube round board --municipality 152081',
    en: 'After round, write list, board, open, remind, close, reopen or sheets, for example: shirube round board --municipality 152081',
  },
  'round-unknown': {
    ja: '番号 {number} の照会はありません。「shirube round list」で番号を確かめてください。',
    en: 'There is no round {number}. See the numbers with "shirube round list".',
  },
  'round-line': {
    ja: '{number}\t{title}\t{status}\t締切 {due}\t提出 {submitted}/{departments}課',
    en: '{number}\t{title}\t{status}\tdue {due}\tsubmitted {submitted} of {departments}',
  },
  'round-status-draft': { ja: '下書き', en: 'draft' },
  'round-status-scheduled': { ja: '予定', en: 'scheduled' },
  'round-status-open': { ja: '開いている', en: 'open' },
  'round-status-closed': { ja: '閉じた', en: 'closed' },
  'round-board': {
    ja: '{title}：{departments}課のうち、まだ出していない課 {unsubmitted}（締切を過ぎた課 {overdue}）。値は {asked} のうち {answered}。',
    en: '{title}: {unsubmitted} of {departments} departments have not submitted ({overdue} overdue). {answered} of {asked} figures are in.',
  },
  'round-due': { ja: '{day}まで（あと{left}日）', en: 'due {day} ({left} days left)' },
  'round-opened': { ja: '「{title}」を開きました。', en: 'Opened "{title}".' },
  'round-reminded': {
    ja: '「{title}」の {count} 課に催促しました。',
    en: 'Reminded {count} departments of "{title}".',
  },
  'round-closed': { ja: '「{title}」を閉じました。', en: 'Closed "{title}".' },
  'round-reopened': { ja: '「{title}」を開け直しました。', en: 'Reopened "{title}".' },
  'round-despite-hint': {
    ja: '承知のうえで進むには --despite を付けてください。',
    en: ' To go on all the same, add --despite.',
  },
  'round-sheets-output': {
    ja: '課ごとの Excel を入れる zip の名を -o で書いてください。例：-o 用紙.zip',
    en: 'Name the zip for the sheets with -o, for example: -o sheets.zip',
  },
  'round-sheets-written': {
    ja: '「{title}」の用紙を {file} に書きました。',
    en: 'Wrote the sheets of "{title}" to {file}.',
  },
  'no-command': { ja: '命令がありません。', en: 'No command was given.' },
  'unknown-command': { ja: '「{command}」という命令はありません。', en: 'There is no command "{command}".' },
  'unknown-option': { ja: '「{option}」という引数はありません。', en: 'There is no option "{option}".' },
  'option-without-value': {
    ja: '「{option}」のあとに値を書いてください。',
    en: 'Write a value after "{option}".',
  },
  'option-with-value': {
    ja: '「{option}」に値は付きません。「{option}」とだけ書いてください。',
    en: '"{option}" takes no value. Write just "{option}".',
  },
  'no-file-expected': {
    ja: '{command} にファイルやフォルダーの名は要りません（「{given}」とありました）。データの置き場は --data で指定してください。',
    en: '{command} takes no file or folder ("{given}" was given). Name the data folder with --data.',
  },
  unexpected: {
    ja: '思いがけない誤りで止まりました。「shirube doctor」を実行し、その答えと、次の記録を保守の担当に渡してください。',
    en: 'Stopped by an unexpected error. Run "shirube doctor" and pass its output and the record below to whoever maintains this system.',
  },
  'wrong-language': {
    ja: '--lang は ja か en です（「{given}」とありました）。',
    en: '--lang takes ja or en ("{given}" was given).',
  },
  'wrong-port': {
    ja: '--port は 0 から 65535 の番号です（「{given}」とありました）。',
    en: '--port takes a number from 0 to 65535 ("{given}" was given).',
  },
  'file-missing-argument': {
    ja: '読むファイルを書いてください。例：shirube {command} 進捗状況一覧表.txt',
    en: 'Name the file to read, for example: shirube {command} progress.txt',
  },
  'one-file-only': {
    ja: '{command} は一度に一つのファイルです。一つずつ取り込んでください。',
    en: '{command} takes one file at a time.',
  },
  'check-file-or-municipality': {
    ja: 'check は、ファイルか --municipality のどちらか一つを調べます。別々に実行してください。',
    en: 'check takes either files or --municipality, not both. Run it once for each.',
  },
  'municipality-missing-argument': {
    ja: '団体コード（6桁）を --municipality で書いてください。例：shirube import 一覧表.txt --municipality 152081',
    en: 'Give the 6-digit municipality code, for example: shirube import table.txt --municipality 152081',
  },
  'read-heading': { ja: '{municipality}　{title}', en: '{municipality}  {title}' },
  'read-form': { ja: '様式　　{form}', en: 'Form      {form}' },
  'read-period': { ja: '期間　　{period}', en: 'Period    {period}' },
  'period-span': { ja: '{first}～{last}', en: '{first} to {last}' },
  'period-unknown': { ja: '図書に書かれていません', en: 'not stated in the document' },
  'read-found': { ja: '読めたもの', en: 'Found' },
  'read-count': { ja: '  {what} {count}', en: '  {what}: {count}' },
  'read-doubts': { ja: '確かでないもの {count} 件', en: 'Doubtful: {count}' },
  'read-no-doubts': { ja: '確かでないものはありません。', en: 'Nothing is doubtful.' },
  'read-more-doubts': {
    ja: '  ほか {count} 件（--json ですべて出ます）',
    en: '  and {count} more (--json prints them all)',
  },
  'note-line': { ja: '  {mark} {place}  {message}', en: '  {mark} {place}  {message}' },
  'mark-error': { ja: '【誤り】', en: '[error]  ' },
  'mark-warning': { ja: '【要確認】', en: '[check]  ' },
  'mark-info': { ja: '【参考】', en: '[note]   ' },
  'form-progress-table': { ja: '進捗状況一覧表', en: 'progress table (進捗状況一覧表)' },
  'form-kpi-summary': { ja: '数値目標・KPI集計表', en: 'KPI summary (集計表)' },
  'form-revision-overview': { ja: '改訂概要', en: 'revision overview (改訂概要)' },
  'form-action-plan': { ja: 'アクションプラン', en: 'action plan (アクションプラン)' },
  'form-priority-goals': { ja: '重点目標一覧表', en: 'priority goals (重点目標一覧表)' },
  'form-indicator-table': { ja: '指標の表', en: 'table of indicators (指標の表)' },
  'count-nodes': { ja: '計画の節', en: 'plan entries' },
  'count-indicators': { ja: '指標の行', en: 'indicator rows' },
  'count-breakdowns': { ja: '　うち内訳', en: '  of these breakdowns' },
  'count-repeats': { ja: '　うち再掲', en: '  of these repeats' },
  'count-actuals': { ja: '実績値', en: 'actual figures' },
  'count-rates': { ja: '印刷された達成率', en: 'printed rates' },
  'count-projects': { ja: '事業の行', en: 'project rows' },
  'count-priority-goals': { ja: '重点目標', en: 'priority goals' },
  'count-priority-items': { ja: '重点取組項目', en: 'priority items' },
  'count-instructions': { ja: '市長指示事項', en: 'mayor’s instructions' },
  'count-grades': { ja: '評価区分の集計行', en: 'grade count rows' },
  'count-revision-rules': { ja: '見直し基準', en: 'revision rules' },
  'count-revision-items': { ja: '主な変更内容', en: 'changes' },
  'check-clean': { ja: '{file}：食い違いは見つかりませんでした。', en: '{file}: no contradictions were found.' },
  'check-heading': { ja: '{file}：食い違い {count} 件', en: '{file}: {count} findings' },
  'check-places': { ja: '      {places}', en: '      {places}' },
  'import-new': {
    ja: '{municipality}（団体コード {code}）の「{title}」を取り込みました（指標 {indicators}、事業 {projects}）。',
    en: 'Adopted "{title}" of {municipality} (code {code}; indicators {indicators}, projects {projects}).',
  },
  'import-unchanged': {
    ja: '{municipality}の「{title}」は、すでに同じものを取り込んであります。何も変えていません。',
    en: '"{title}" of {municipality} is already there, exactly as it is. Nothing was changed.',
  },
  'import-updated': {
    ja: '{municipality}の「{title}」を改めました（新しい行 {added}、変わった行 {changed}、なくなった行 {gone}）。',
    en: 'Updated "{title}" of {municipality} (new rows {added}, changed {changed}, gone {gone}).',
  },
  'report-usage': {
    ja: '作る様式を一つ書いてください。例：shirube report progress-table --municipality 152081 -o 一覧表.pdf',
    en: 'Name one form, for example: shirube report progress-table --municipality 152081 -o table.pdf',
  },
  'report-output-missing': {
    ja: '書き出すファイルを -o で書いてください。例：-o 一覧表.pdf',
    en: 'Name the file to write with -o, for example: -o table.pdf',
  },
  'report-option-unknown': {
    ja: '{option} は {known} のどれかです（「{given}」とありました）。',
    en: '{option} takes one of {known} ("{given}" was given).',
  },
  'report-year-unknown': {
    ja: '{option} は「R5」「令和5年度」「2023」のように書いてください（「{given}」とありました）。続く年度は「R2-R6」です。',
    en: 'Write {option} as R5, 令和5年度 or 2023 ("{given}" was given); a run of years as R2-R6.',
  },
  'report-cannot-write': {
    ja: '「{file}」に書けませんでした（{reason}）。場所と空きを確かめてください。前のファイルがあれば、そのままです。',
    en: 'Could not write "{file}" ({reason}). Check the place and the free space; a former file is as it was.',
  },
  'report-written': { ja: '{file} を作りました（{bytes} バイト）。', en: 'Made {file} ({bytes} bytes).' },
  'undo-usage': {
    ja: '取り消す取り込みの番号か --last の、どちらか一つを書いてください。例：shirube undo --last --municipality 152081',
    en: 'Give either the id of an import or --last, for example: shirube undo --last --municipality 152081',
  },
  'undo-new': {
    ja: '団体コード {code} の「{title}」の取り込みを取り消しました。計画はなくなりました（図書と記録は残っています）。',
    en: 'Undid the import of "{title}" ({code}). The plan is gone; the document and the record are kept.',
  },
  'undo-updated': {
    ja: '団体コード {code} の「{title}」の取り込みを取り消し、前のとおりに戻しました（戻した行：新しい {added}、変わった {changed}、なくなった {gone}）。',
    en: 'Undid the import into "{title}" ({code}) and put it back as it was (rows put back: new {added}, changed {changed}, gone {gone}).',
  },
  'undo-unchanged': {
    ja: '団体コード {code} の「{title}」の取り込みを取り消しました。計画は初めから変わっていません。',
    en: 'Undid the import into "{title}" ({code}). The plan had not changed.',
  },
  'document-of-other-code': {
    ja: 'この{name}の図書は、もう団体コード {other} に取り込んであります。{code} は別の市ではありませんか。何も取り込んでいません。',
    en: 'This document of {name} is already imported under code {other}. Is {code} another city? Nothing was imported.',
  },
  'municipality-name-differs': {
    ja: '団体コード {code} は「{known}」として登録されていますが、この図書は「{stated}」のものです。別の市の図書ではありませんか。何も取り込んでいません。',
    en: 'Code {code} is registered as "{known}", but this document is of "{stated}". Is it another city’s? Nothing was imported.',
  },
  'municipality-has-no-plan': {
    ja: '団体コード {code} の計画はまだありません。先に shirube import で図書を取り込んでください。',
    en: 'There is no plan for municipality {code} yet. Import a document first.',
  },
  'data-absent': {
    ja: 'データの置き場 {folder} には、まだ何もありません。場所（--data）を確かめるか、先に serve か import を実行してください。',
    en: 'There is nothing in the data folder {folder} yet. Check the place (--data), or run serve or import first.',
  },
  'audit-usage': {
    ja: '使い方  shirube audit verify [--municipality 団体コード]\n        shirube audit list --municipality 団体コード [--by 名] [--act 行い] [--about 名] [--from 日] [--to 日] [--limit 件数]',
    en: 'Usage  shirube audit verify [--municipality CODE]\n       shirube audit list --municipality CODE [--by NAME] [--act ACT] [--about NAME] [--from DAY] [--to DAY] [--limit NUMBER]',
  },
  'audit-intact': {
    ja: '{municipality}：記録 {count} 件、すべてつながっています。',
    en: '{municipality}: {count} entries, chain intact.',
  },
  'audit-none': { ja: '記録はまだありません。', en: 'There is no record yet.' },
  'doctor-good': { ja: '○ {what}：{detail}', en: 'ok    {what}: {detail}' },
  'doctor-bad': { ja: '× {what}：{detail}', en: 'FAIL  {what}: {detail}' },
  'doctor-node': { ja: 'Node', en: 'Node' },
  'doctor-node-old': {
    ja: '{version} です。24 以上が要ります。計画のフォルダーで npm ci を実行してください。',
    en: '{version}; 24 or later is needed. Run "npm ci" in the project folder.',
  },
  'doctor-folder': { ja: 'データの置き場', en: 'Data folder' },
  'doctor-folder-unwritable': {
    ja: '{folder} に書けません。--data で書ける場所を指定してください。',
    en: '{folder} cannot be written. Name a writable one with --data.',
  },
  'doctor-folder-absent': {
    ja: '{folder}（まだありません。serve か import が作ります）',
    en: '{folder} (not there yet; serve or import makes it)',
  },
  'doctor-database': { ja: 'データベース', en: 'Database' },
  'doctor-database-detail': {
    ja: '{engine}、計画のある市町村 {count}',
    en: '{engine}, {count} municipalities with plans',
  },
  'doctor-audit': { ja: '記録のつながり', en: 'Audit chain' },
  'doctor-samples': { ja: '見本の図書', en: 'Sample documents' },
  'doctor-samples-detail': { ja: '{count} 件', en: '{count}' },
  'doctor-samples-none': { ja: '見つかりません。取得しなおしてください。', en: 'not found; fetch the project again' },
} as const satisfies Catalogue
