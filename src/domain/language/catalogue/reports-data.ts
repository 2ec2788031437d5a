import type { Catalogue } from '../message.ts'

/** 機械可読なデータのことば。 */
export const reportDataWords = {
  'data-unknown-name': {
    ja: '「{name}」という表はありません。次の中から選んでください：{known}',
    en: 'There is no table called "{name}". Choose from: {known}',
  },
  'data-too-many-rows': {
    ja: '表「{table}」は{rows}行あり、Excel の一枚のシート（{most}行まで）に入りません。CSV か JSON を選んでください',
    en: 'Table "{table}" has {rows} rows, more than one Excel sheet holds ({most}). Choose CSV or JSON',
  },
  'data-number-too-long': {
    ja: '表「{table}」の「{column}」（{row}行目）の数は15桁を超え、Excel では終わりの桁が失われます。CSV か JSON を選んでください',
    en: 'The number in "{column}" of table "{table}" (row {row}) has more than 15 digits, and Excel would lose the last ones. Choose CSV or JSON',
  },
  'data-text-too-long': {
    ja: '表「{table}」の「{column}」（{row}行目）の文は長すぎて、Excel の一つのセル（32,767字まで）に入りません。CSV か JSON を選んでください',
    en: 'The text in "{column}" of table "{table}" (row {row}) is too long for one Excel cell (32,767 characters). Choose CSV or JSON',
  },
} as const satisfies Catalogue
