import type { Catalogue } from '../message.ts'

/** 監査記録と控えの頁のことば。 */
export const webAuditWords = {
  'audit.title': { ja: '監査記録', en: 'Audit trail' },
  'audit.lead': {
    ja: '書いたことは、だれが、いつ、何を、どう変えたかがすべて残り、前の記録とつながっています。消すことも書きかえることもできません。',
    en: 'Everything written is recorded: who, when, what, before and after, each entry linked to the one before. Nothing can be removed or altered.',
  },
  'audit.by': { ja: 'だれが', en: 'Who' },
  'audit.by-hint': { ja: '名の一部', en: 'part of a name' },
  'audit.act': { ja: '何をした', en: 'Act' },
  'audit.act-any': { ja: 'すべて', en: 'Everything' },
  'audit.act-all-of': { ja: '{group}のすべて', en: 'All of: {group}' },
  'audit.about': { ja: '何について', en: 'About' },
  'audit.about-hint': { ja: '課・照会・指標・人の名の一部', en: 'part of a department, round, indicator or person' },
  'audit.from': { ja: 'この日から', en: 'From' },
  'audit.to': { ja: 'この日まで', en: 'Until' },
  'audit.narrow': { ja: '絞り込む', en: 'Narrow down' },
  'audit.clear': { ja: '絞り込みをやめる', en: 'Show everything' },
  'audit.filter': { ja: '絞り込み', en: 'Narrow down' },
  'audit.entries': { ja: '記録', en: 'Entries' },
  'audit.count': { ja: '{all}件のうち {found}件', en: '{found} of {all} entries' },
  'audit.count-all': { ja: '{all}件', en: '{all} entries' },
  'audit.none': {
    ja: '当てはまる記録はありません。絞り込みを広げてください。',
    en: 'No entry matches. Widen the search.',
  },
  'audit.older': { ja: '古いほうの記録へ', en: 'Older entries' },
  'audit.newest': { ja: 'いちばん新しい記録へ', en: 'Newest entries' },
  'audit.pages': { ja: '記録の頁', en: 'Pages of entries' },
  'audit.number': { ja: '{number}番', en: 'No. {number}' },
  'audit.nothing-named': { ja: '（名なし）', en: '(no name)' },
  'audit.was-empty': { ja: '（なし）', en: '(nothing)' },
  'audit.becomes': { ja: 'から', en: 'to' },
  'audit.before': { ja: '前', en: 'before' },
  'audit.after': { ja: '後', en: 'after' },
  'audit.more-changes': {
    ja: 'ほか {count} か所（「そのままの記録」にあります）',
    en: 'and {count} more (in the entry as kept)',
  },
  'audit.raw': { ja: 'そのままの記録と指紋', en: 'The entry as kept, and its fingerprint' },
  'audit.raw-cut': {
    ja: '長いので初めだけを見せています。全文は JSON で書き出してください。',
    en: 'Only the beginning is shown. Export as JSON for all of it.',
  },
  'audit.export': { ja: '書き出す', en: 'Export' },
  'audit.export-lead': {
    ja: 'いまの絞り込みに当てはまる {found}件すべてを書き出します。',
    en: 'Exports all {found} entries that match.',
  },
  'audit.export-csv': { ja: 'CSV（表計算で開く）', en: 'CSV (for spreadsheets)' },
  'audit.export-json': { ja: 'JSON（そのまま）', en: 'JSON (as kept)' },
  'audit.chain': { ja: '鎖を確かめる', en: 'Verify the chain' },
  'audit.chain-lead': {
    ja: '記録が一つも抜けず、書きかえられていないことを、初めから計算して確かめます。',
    en: 'Recomputes the whole chain to prove that no entry is missing or altered.',
  },
  'audit.chain-verify': { ja: 'いま確かめる', en: 'Verify now' },
  'audit.chain-good': {
    ja: '鎖は正しく、{entries}件です。最後の指紋は {hash} です。控えに書きとめておくと、後日、記録が巻き戻されていないことも確かめられます。',
    en: 'The chain is intact: {entries} entries. The last fingerprint is {hash}. Note it down to prove later that the record was not rolled back.',
  },
  'audit.chain-bad': { ja: '鎖が合いません。', en: 'The chain is broken.' },
  'audit.chain-bad-next': {
    ja: 'データベースを直に触った人がいないかを調べ、控えから戻すことを考えてください。',
    en: 'Find out who touched the database directly, and consider restoring from a backup.',
  },
  'audit.backup-title': { ja: '書き出しと控え', en: 'Export and backup' },
  'audit.backup-city': { ja: 'この市を丸ごと書き出す', en: 'Export this municipality' },
  'audit.backup-city-lead': {
    ja: '計画・照会・回答・根拠の資料・公表・監査の鎖のすべてを一つのファイルにします。ほかのしるべに、同じ id のまま入れられます（shirube restore）。アカウントとパスワード、メールと認証の相手の設定は入りません。書き出したことは監査記録に残ります。',
    en: 'Plans, rounds, answers, evidence, publications and the audit chain in one file, to be restored into another Shirube with the same ids (shirube restore). Accounts, passwords, mail and identity provider settings are not in it. The export itself is recorded.',
  },
  'audit.backup-city-do': { ja: '書き出してダウンロードする', en: 'Export and download' },
  'audit.backup-guard': {
    ja: '職員の名と連絡先、未公表の数値が入っています。決められた場所に置き、要らなくなったら消してください。',
    en: 'It contains names and contacts of staff and unpublished figures. Keep it where it belongs and delete it when done.',
  },
  'audit.backup-whole': { ja: 'しるべ全体の控え（バックアップ）', en: 'Backup of the whole Shirube' },
  'audit.backup-whole-lead': {
    ja: 'サーバーを世話する人が、サーバーの端末で取ります。画面を開いたままで取れます。毎晩、別の機械に置くことをお勧めします。',
    en: 'Made by whoever runs the server, on its terminal, while the pages stay open. We recommend every night, onto another machine.',
  },
  'audit.backup-whole-restore': {
    ja: '戻すときは、新しいフォルダー（または空のデータベース）に入れます。戻し終わるまで、もとのデータには触れません。',
    en: 'Restore into a new folder (or an empty database). The old data is not touched.',
  },
} as const satisfies Catalogue
