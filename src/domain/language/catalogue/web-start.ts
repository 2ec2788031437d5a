import type { Catalogue } from '../message.ts'

/** 市のはじめの頁のことば。 */
export const webStartWords = {
  'start.doors': { ja: 'この市ですること', en: 'What you can do here' },
  'start.doors-year': { ja: '今年の仕事', en: 'This year' },
  'start.doors-see': { ja: '見る', en: 'Look' },
  'start.doors-prepare': { ja: '準備', en: 'Prepare' },
  'start.intake': { ja: '図書を取り込む', en: 'Bring a document in' },
  'start.departments': { ja: '担当課ごとに見る', en: 'By department' },
  'start.tags': { ja: 'SDGs・視点ごとに見る', en: 'By SDG and viewpoint' },
  'start.standing': {
    ja: '{year}の実績では、{total}指標のうち{reached}が達成、{onTheWay}が順調、{behind}が遅れ、{notJudged}は判定なしです。',
    en: 'With the figures of {year}, {reached} of {total} indicators are reached, {onTheWay} on the way, {behind} behind and {notJudged} not judged.',
  },
  'start.unmeasured': {
    ja: '{total}指標の目標が決められています。実績はまだありません。',
    en: 'Targets are set for {total} indicators. There are no figures yet.',
  },
  'start.moved': { ja: '前に測った年度から、大きく動いたもの', en: 'What moved most since it was last measured' },
  'start.moved-counts': {
    ja: '目標に近づいたもの{up}、遠ざかったもの{down}。新しく達成したもの{reached}、達成から外れたもの{lost}。',
    en: '{up} moved towards the target, {down} away from it; {reached} newly reached, {lost} no longer reached.',
  },
  'start.up': { ja: '目標に近づいた', en: 'Towards the target' },
  'start.down': { ja: '目標から遠ざかった', en: 'Away from the target' },
  'start.none': { ja: 'ありません。', en: 'None.' },
  'start.points': { ja: '{points}ポイント', en: '{points} points' },
  'start.rates': { ja: '（達成率 {from} → {to}）', en: '(rate {from} → {to})' },
  'start.reached': { ja: '達成した', en: 'newly reached' },
  'start.lost': { ja: '達成から外れた', en: 'no longer reached' },
  'start.missing': { ja: '{year}の値がないもの {count}指標', en: 'No figure for {year}: {count} indicators' },
  'start.count': { ja: '{count}指標', en: '{count}' },
  'start.findings': {
    ja: '突合で気づいたこと：誤り{error}、要確認{warning}、参考{info}',
    en: 'Findings: {error} errors, {warning} to check, {info} for information',
  },
  'start.no-findings': {
    ja: '図書の中に食い違いは見つかっていません。',
    en: 'No contradictions were found in the document.',
  },
} as const satisfies Catalogue
