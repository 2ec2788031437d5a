import type { Catalogue } from '../message.ts'

/** 控え（バックアップ）と戻しのことば。 */
export const backupWords = {
  'backup-unreadable': {
    ja: '控え「{file}」が開けません（{reason}）。ファイルの名と、読む権限を確かめてください。',
    en: 'The backup "{file}" cannot be opened ({reason}). Check its name and that you may read it.',
  },
  'backup-not-ours': {
    ja: '「{file}」は、しるべの控えではありません。shirube backup か shirube export で作ったファイルを指定してください。',
    en: '"{file}" is not a Shirube backup. Name a file made by shirube backup or shirube export.',
  },
  'backup-newer': {
    ja: '控え「{file}」は、この Shirube より新しい版（{program}、形 {format}、移行 {migration}）で作られています。その版か、より新しい版で戻してください。',
    en: 'The backup "{file}" was made by a newer Shirube ({program}, format {format}, migration {migration}). Restore it with that version or a later one.',
  },
  'backup-cut': {
    ja: '控え「{file}」は途中で切れています（読めたのは {after} まで）。別の控えを使うか、もう一度写してください。何も書いていません。',
    en: 'The backup "{file}" ends too early (readable up to {after}). Use another backup or copy it again. Nothing was written.',
  },
  'backup-damaged': {
    ja: '控え「{file}」は壊れています（{part}）。別の控えを使うか、もう一度写してください。何も書いていません。',
    en: 'The backup "{file}" is damaged ({part}). Use another backup or copy it again. Nothing was written.',
  },
  'restore-not-empty': {
    ja: '{where} には、もうデータがあります。丸ごとの控えは、空のところにだけ戻せます。別のフォルダーを --data で、または新しいデータベースを DATABASE_URL で指定してください。何も変えていません。',
    en: 'There is already data in {where}. A whole backup is restored only where there is none: name another directory with --data, or a new database with DATABASE_URL. Nothing was changed.',
  },
  'restore-city-exists': {
    ja: '{name}（団体コード {code}）は、もう {where} にあります。上書きはしません。空のフォルダーを --data で指定すれば、そこに戻せます。',
    en: '{name} (code {code}) is already in {where} and is not overwritten. Name an empty directory with --data to restore it there.',
  },
  'restore-ahead': {
    ja: '{where} は、控えより新しい形（移行 {found}、控えは {migration}）になっています。まだ一度も開いていない、新しいデータベースに戻してください。戻したあとで、自動で新しい形になります。',
    en: '{where} is already in a newer shape (migration {found}; the backup has {migration}). Restore into a new database that was never opened; it is brought up to date afterwards.',
  },
  'restore-older-city': {
    ja: '控え「{file}」は古い形（移行 {migration}、いまは {program}）です。先に空のフォルダーに戻し（--data）、そこからもう一度書き出した（shirube export）ものを戻してください。',
    en: 'The backup "{file}" has an older shape (migration {migration}; now {program}). Restore it into an empty directory (--data), export it again from there (shirube export), and restore that file.',
  },
  'restore-shape-differs': {
    ja: '控え「{file}」の表 {table} の形が、移行の番号と合いません。控えを作った版の Shirube で戻してください。',
    en: 'Table {table} in the backup "{file}" does not have the shape its migration number promises. Restore it with the version of Shirube that made it.',
  },
  'restore-refused': {
    ja: '{where} に戻せませんでした（{reason}）。途中までのものは残っていません。控えと、データベースの権限を確かめてください。',
    en: 'Could not restore into {where} ({reason}). Nothing was left behind. Check the backup and the rights of the database user.',
  },
  'backup-output-missing': {
    ja: '控えを書くファイルを -o で書いてください。例：shirube backup -o しるべ-2026-10-01.shirube',
    en: 'Name the file to write with -o, for example: shirube backup -o shirube-2026-10-01.shirube',
  },
  'export-usage': {
    ja: 'export には --municipality と -o が要ります。例：shirube export --municipality 152081 -o 小千谷市.shirube',
    en: 'export needs --municipality and -o, for example: shirube export --municipality 152081 -o ojiya.shirube',
  },
  'restore-usage': {
    ja: '戻す控えのファイルを一つ書いてください。例：shirube restore しるべ-2026-10-01.shirube --data 新しいフォルダー',
    en: 'Name one backup file, for example: shirube restore shirube-2026-10-01.shirube --data new-folder',
  },
  'backup-cannot-write': {
    ja: '「{file}」に書けません（{reason}）。フォルダーがあるか、空きと書く権限を確かめてください。前のファイルはそのままです。',
    en: '"{file}" cannot be written ({reason}). Check that the folder exists, its free space and your rights. A previous file is untouched.',
  },
  'backup-server-silent': {
    ja: 'データのフォルダー「{directory}」を使っている Shirube が、控えの頼みに答えません（{reason}）。一度止めて、もう一度 shirube backup を実行してください（止めていても控えは取れます）。',
    en: 'The Shirube using the data directory "{directory}" does not answer the request for a backup ({reason}). Stop it and run shirube backup again (a backup can be made while it is stopped).',
  },
  'backup-no-city': {
    ja: '団体コード {code} の市は、ここにありません。団体コードを確かめてください。',
    en: 'There is no municipality with code {code} here. Check the code.',
  },
  'backup-made': {
    ja: '{file} に控えを取りました（{size}、{rows} 行、市町村 {cities}）。読み直して、すべて合うことを確かめました。',
    en: 'Backed up to {file} ({size}, {rows} rows, {cities} municipalities). Read back and verified.',
  },
  'backup-city-made': {
    ja: '{file} に{city}を書き出しました（{size}、{rows} 行）。読み直して、すべて合うことを確かめました。アカウントとログインの秘密は入っていません。',
    en: 'Exported {city} to {file} ({size}, {rows} rows). Read back and verified. Accounts and login secrets are not in it.',
  },
  'backup-secret': {
    ja: 'この控えにはパスワードの指紋と鍵が入っています。データのフォルダーと同じように守ってください。',
    en: 'This backup holds password hashes and keys. Guard it as you guard the data directory.',
  },
  'restore-done': {
    ja: '{where} に戻しました（{madeAt} の控え、{rows} 行、市町村 {cities}）。',
    en: 'Restored into {where} (backup of {madeAt}, {rows} rows, {cities} municipalities).',
  },
  'restore-chain': {
    ja: '  {name}（{code}）：記録 {entries} 件、すべてつながっています（最後の指紋 {hash}）。',
    en: '  {name} ({code}): {entries} entries, all linked (last fingerprint {hash}).',
  },
  'restore-chain-broken': {
    ja: '  {name}（{code}）：控えを取ったときから、記録の鎖が合っていません。{problem}',
    en: '  {name} ({code}): the chain was already broken when the backup was made. {problem}',
  },
  'restore-unlinked': {
    ja: '  {name}：{count} 人のアカウントはここにないので、つなぎを外しました。招待し直すと、また入れます。',
    en: '  {name}: the login accounts of {count} people are not here, so they were unlinked. Invite them again to let them in.',
  },
  'restore-login-again': {
    ja: 'ログインはすべて終わっています。だれも、パスワードはそのままで、もう一度ログインします。',
    en: 'All sessions have ended. Everyone logs in again with the same password.',
  },
} as const satisfies Catalogue
