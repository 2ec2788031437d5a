import type { Catalogue } from '../message.ts'

/** 版と系統、次の期の頁のことば。 */
export const webLineageWords = {
  // 旧版の帯
  'lineage.old-band': { ja: '旧版（{date} に改訂）', en: 'Old edition (revised on {date})' },
  'lineage.old-band-undated': { ja: '旧版（改訂した日は図書にない）', en: 'Old edition (date of revision not stated)' },
  'lineage.to-current': { ja: 'いまの版へ', en: 'To the current edition' },
  'lineage.old-editions': { ja: '旧版 {count}', en: 'Old editions: {count}' },
  'lineage.old-edition': {
    ja: 'この計画は改訂され、旧版になりました。旧版は決めたときのまま残すので、直せません。いまの版を開いて直してください。',
    en: 'This plan has been revised and this is an old edition. Old editions stay as they were decided; open the current edition and change it there.',
  },
  'lineage.nth': { ja: '第{number}版', en: 'edition {number}' },
  'lineage.undated': { ja: '決定日は図書にない', en: 'date of decision not stated in the document' },
  'lineage.decided': { ja: '{date} 決定', en: 'decided on {date}' },
  'lineage.decided-by': { ja: '{date} {by}で決定', en: 'decided on {date} by {by}' },

  // 指標の頁：目標の移り変わり
  'lineage.target-changes': { ja: '目標の移り変わり', en: 'How the target changed' },
  'lineage.target-changed': {
    ja: '目標は {date} に {from} から {to} に改められました。',
    en: 'On {date} the target was changed from {from} to {to}.',
  },
  'lineage.target-changed-by': {
    ja: '目標は {date} に {from} から {to} に改められました（{by}）。',
    en: 'On {date} the target was changed from {from} to {to} ({by}).',
  },
  'lineage.target-changed-undated': {
    ja: '目標は {from} から {to} に改められました（改訂版。決定日は図書にない）。',
    en: 'The target was changed from {from} to {to} (revised edition; date of decision not stated in the document).',
  },
  'lineage.unit-changed': {
    ja: '単位が {before} から {after} に変わりました（目標は {from} から {to}）。単位の違う値は、同じ図に描きません。',
    en: 'The unit changed from {before} to {after} (target from {from} to {to}). Values in different units are not drawn on one chart.',
  },
  'lineage.earlier-target': { ja: '旧目標', en: 'Old target' },
  'lineage.caption-earlier': {
    ja: '点線と白抜きの菱形は改める前の目標です。',
    en: 'Dotted lines and hollow diamonds are targets before the change.',
  },
  'lineage.changed-on': { ja: '{date} 改訂', en: 'revised {date}' },
  'lineage.col-edition': { ja: '版', en: 'Edition' },
  'lineage.col-decided': { ja: '決定', en: 'Decided' },
  'lineage.editions-link': { ja: '版の一覧', en: 'All editions' },
  'lineage.title': { ja: '指標の系統', en: 'Line of the indicator' },
} as const satisfies Catalogue
