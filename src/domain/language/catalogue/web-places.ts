import type { Catalogue } from '../message.ts'

/** 重点目標・改訂・担当課・印の頁のことば。 */
export const webPlaceWords = {
  'priority.counts': {
    ja: '重点目標{goals}、取組項目{items}。進捗の書かれていない項目は{noProgress}。',
    en: '{goals} goals with {items} items; {noProgress} items without a word of progress.',
  },
  'priority.none-graded': {
    ja: '評価（◎○△×）は、この図書にはまだ印刷されていません。',
    en: 'No marks (◎○△×) are printed in this document yet.',
  },
  'priority.legend': { ja: '評価の基準：', en: 'Meaning of the marks:' },
  'priority.by-department': { ja: '部局で選ぶ', en: 'Choose a department' },
  'priority.all': { ja: 'すべての部局', en: 'All departments' },
  'priority.empty': { ja: '重点目標は載っていません。', en: 'There are no priority goals.' },
  'priority.glance': {
    ja: '：{goals}の目標と{items}の取組項目、市長指示事項{instructions}。',
    en: ': {goals} goals, {items} items, {instructions} instructions.',
  },

  'revision.counts': {
    ja: '評価した指標{graded}、見直しの基準{rules}、主な変更{items}。',
    en: '{graded} graded indicators, {rules} rules, {items} main changes.',
  },
  'revision.shares': {
    ja: '基本目標ごとの評価の割合（数値目標とKPIを合わせて）',
    en: 'Share of grades per goal (all classes)',
  },
  'revision.printed-total': { ja: '合計（印刷）', en: 'Total (printed)' },
  'revision.summed': { ja: '合計（足した数）', en: 'Total (added up)' },
  'revision.summed-differs': {
    ja: '足した数（印刷の合計と違います）',
    en: 'Added up (differs from the printed total)',
  },
  'revision.filter-grade': { ja: '見直しの評価', en: 'Grade of the rules' },
  'revision.filter-goal': { ja: '変更の基本目標', en: 'Goal of the changes' },
  'revision.others': { ja: '同じ計画のほかの期・版', en: 'Other editions of this plan' },
  'revision.named': { ja: '変更の文に出てくる指標：', en: 'Indicators named in the changes:' },
  'revision.glance': {
    ja: '：見直しの基準{rules}と、主な変更{items}。',
    en: ': {rules} rules and {items} main changes.',
  },
  'revision.glance-grades': { ja: '評価した指標は{counts}。', en: ' Graded indicators: {counts}.' },

  'departments.title': { ja: '担当課', en: 'Departments' },
  'departments.lead': {
    ja: 'どの課が何を受け持っているか。課の名は図書に書かれたとおりです。',
    en: 'Who holds what. Names are as printed in the documents.',
  },
  'departments.empty': {
    ja: '取り込んだ図書には、担当課が書かれていません。担当課の欄のある表を取り込むと、ここに並びます。',
    en: 'The imported documents name no departments. Bring in a table with a department column and they will appear here.',
  },
  'departments.name': { ja: '担当課', en: 'Department' },
  'departments.indicators': { ja: '指標', en: 'Indicators' },
  'departments.missing': { ja: '値なし', en: 'No figure' },
  'departments.goals': { ja: '重点目標', en: 'Priority goals' },
  'departments.projects': { ja: '事業', en: 'Projects' },
  'departments.unowned': {
    ja: '担当課の書かれていない指標が{count}あります。',
    en: '{count} indicators name no department.',
  },
  'departments.related': { ja: '事業の指標', en: "Projects' indicators" },
  'departments.similar': { ja: '名のよく似た課', en: 'Departments with similar names' },
  'department.tally-indicators': { ja: '指標 {count}', en: 'Indicators: {count}' },
  'department.tally-related': { ja: '事業の指標 {count}', en: "Projects' indicators: {count}" },
  'department.tally-goals': { ja: '重点目標 {count}', en: 'Priority goals: {count}' },
  'department.tally-projects': { ja: '事業 {count}', en: 'Projects: {count}' },
  'department.plan': { ja: '計画', en: 'Plan' },
  'department.no-match': {
    ja: 'この条件に合うものはありません。条件を減らすか「条件をすべて外す」を選んでください。',
    en: 'Nothing matches. Remove a condition or clear the filter.',
  },
  'department.as-of': {
    ja: '値と状態は{year}のものです。',
    en: 'Figures and states are those of {year}.',
  },
  'department.similar': { ja: '名のよく似た課：', en: 'Departments with a similar name:' },
  'department.similar-why': {
    ja: '別の課として分けています。同じ課なら、図書の書き方をそろえてください。',
    en: 'They are kept apart. If they are one department, spell it the same in the documents.',
  },
  'department.indicators': { ja: '指標 {count}行', en: 'Indicators: {count} rows' },
  'department.in-table': { ja: '一覧表で見る', en: 'See them in the table' },
  'department.goals': { ja: '重点目標 {count}', en: 'Priority goals: {count}' },
  'department.related': { ja: '事業の指標 {count}', en: 'Indicators of the projects: {count}' },
  'department.projects': { ja: '事業 {count}', en: 'Projects: {count}' },
} as const satisfies Catalogue
