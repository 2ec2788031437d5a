import type { Catalogue } from '../message.ts'

/** 指標の担当の頁のことば。 */
export const ownersWords = {
  'owners.title': { ja: '指標の担当', en: 'Owners of indicators' },
  'owners.summary': {
    ja: '指標{total}件のうち、担当のないもの{ownerless}件。',
    en: '{ownerless} of {total} indicators have no owner.',
  },
  'owners.all-owned': { ja: '指標{total}件のどれにも担当があります。', en: 'All {total} indicators have an owner.' },
  'owners.none': {
    ja: '指標がありません。計画を取り込むと、ここに並びます。',
    en: 'There are no indicators. They stand here once a plan has been imported.',
  },
  'owners.no-units': {
    ja: '課がまだないので、担当を決められません。先に課を作ってください。',
    en: 'There are no departments yet, so owners cannot be set. Make departments first.',
  },
  'owners.go-units': { ja: '課の頁へ', en: 'To the page of departments' },
  'owners.no-match': { ja: '合う指標はありません。', en: 'No indicator matches.' },
  'owners.shown': { ja: '{count}件', en: '{count} shown' },
  'owners.only': { ja: '担当', en: 'Owner' },
  'owners.show-ownerless': { ja: '担当のないものだけを見る', en: 'Show only those' },
  'owners.only-none': { ja: '担当のないもの', en: 'Without an owner' },
  'owners.plan': { ja: '計画', en: 'Plan' },
  'owners.member': { ja: '担当者', en: 'Person' },
  'owners.indicator': { ja: '指標', en: 'Indicator' },
  'owners.written': { ja: '図書の担当課', en: 'As written in the plan' },
  'owners.now': { ja: 'いまの担当', en: 'Owner now' },
  'owners.nobody': { ja: '担当なし', en: 'No owner' },
  'owners.proposed': { ja: '案：{name}', en: 'Proposed: {name}' },
  'owners.maybe': { ja: '案：{name}（名がよく似た課）', en: 'Proposed: {name} (similar name)' },
  'owners.choose': { ja: '{name}を選ぶ', en: 'Choose {name}' },
  'owners.set': { ja: '選んだ指標の担当を決める', en: 'Set the owner of the chosen indicators' },
  'owners.set-do': { ja: 'この課を担当にする', en: 'Make this department the owner' },
  'owners.member-hint': { ja: '決めなければ空のまま。', en: 'Leave empty if not decided.' },
  'owners.from': { ja: 'この日から', en: 'From' },
  'owners.add': { ja: 'いまの担当に加える（二つの課で持つ）', en: 'In addition to the present owner' },
  'owners.take': { ja: '選んだ指標を、案のとおりに決める', en: 'Set the chosen ones as proposed' },
  'owners.done': { ja: '{count}件の担当を決めました。', en: 'The owner of {count} indicators was set.' },
} as const satisfies Catalogue
