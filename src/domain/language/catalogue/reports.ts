import type { Catalogue } from '../message.ts'

/** 帳票を作る・残す・公表することば。 */
export const reportWords = {
  'report-book-empty': {
    ja: '「{title}」には、計画書に綴じる表が一つもありません。計画の図書を取り込んでから作ってください。',
    en: 'There is no table in “{title}” to bind into a plan book. Import the plan document first.',
  },
  'report-form-unknown': {
    ja: '「{given}」という様式はありません。使えるのは {known} です。',
    en: 'There is no form “{given}”. The forms are: {known}.',
  },
  'report-format-unknown': {
    ja: '「{given}」という形式では作れません。使えるのは {known} です。',
    en: 'Files cannot be made as “{given}”. The formats are: {known}.',
  },
  'report-plan-unknown': {
    ja: '「{given}」という計画は見つかりません。この市の計画は {known} です。',
    en: 'There is no plan “{given}”. The plans of this city are: {known}.',
  },
  'report-plan-several': {
    ja: 'この様式で作れる計画が {count} つあります。--plan で一つを選んでください: {known}',
    en: '{count} plans can make this form. Choose one with --plan: {known}',
  },
  'report-edition-absent': {
    ja: 'この計画は、もうありません。取り込みが取り消されたのかもしれません。計画の一覧から選び直してください。',
    en: 'This plan is no longer here. Its import may have been undone. Choose again from the list of plans.',
  },
  'report-name-empty': {
    ja: '帳票の名が空です。「議会用」のように、あとで分かる名を付けてください。',
    en: 'The report has no name. Give it a name you will recognise later.',
  },
  'report-name-too-long': {
    ja: '帳票の名は {limit} 字までです（いまは {length} 字）。',
    en: 'The name of a report may have up to {limit} characters (now {length}).',
  },
  'report-name-absent': {
    ja: 'この名の帳票は、もう消されています。',
    en: 'This named report has already been removed.',
  },
  'report-file-absent': {
    ja: 'このファイルは、もうありません。消されたか、取り止めたものです。もう一度作ってください。',
    en: 'This file is no longer here: it was removed or cancelled. Make it again.',
  },
  'report-file-unfinished': {
    ja: 'このファイルは、まだ作っている途中です。消すには、先に取り止めてください。',
    en: 'This file is still being made. Cancel it before removing it.',
  },
  'report-file-ended': {
    ja: 'このファイルは、もう作り終えているか、取り止めてあります。',
    en: 'This file has already been finished or cancelled.',
  },
  'report-making-failed': {
    ja: 'ファイルを作っている途中で、思わぬことが起きました。もう一度作っても同じなら、管理者に知らせてください（{reason}）。',
    en: 'Something unexpected happened while the file was being made. If it happens again, tell your administrator ({reason}).',
  },
  'publication-title-empty': {
    ja: '公表の題が空です。「令和5年度 進捗状況」のように、公表する名を書いてください。',
    en: 'The publication has no title. Write the name under which it is published.',
  },
  'publication-text-too-long': {
    ja: '公表の題は 100 字、説明は 2000 字までです。',
    en: 'A title may have up to 100 characters and a note up to 2000.',
  },
  'publication-absent': {
    ja: 'この公表は見つかりません。',
    en: 'There is no such publication.',
  },
  'publication-nothing-changed': {
    ja: '訂正しようとした中身は、公表したものと同じです。計画の値を直してから、もう一度訂正してください。',
    en: 'What would be published is the same as before. Correct the plan first, then publish the correction.',
  },
  'publication-other-form': {
    ja: '訂正は、もとの公表と同じ様式で出します。',
    en: 'A correction is published in the same form as the original.',
  },
  'publication-damaged': {
    ja: '公表した「{file}」の中身が、公表したときの指紋と合いません。データベースが書きかえられたおそれがあります。控え（バックアップ）と比べてください。',
    en: 'The contents of the published “{file}” do not match their fingerprint. The database may have been altered; compare it with a backup.',
  },
  'publication-file-unknown': {
    ja: 'この公表に「{file}」というファイルはありません。',
    en: 'This publication has no file “{file}”.',
  },
} as const satisfies Catalogue
