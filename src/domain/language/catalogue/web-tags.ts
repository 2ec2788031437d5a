import type { Catalogue } from '../message.ts'

/** 印（SDGs・視点・関連施策）の頁のことば。`sdg.<番号>` は国際連合広報センターの訳による題。 */
export const webTagWords = {
  'tags.title': { ja: 'SDGs・視点・関連施策', en: 'SDGs, viewpoints and related measures' },
  'tags.lead': {
    ja: '図書の事業に付いている印を、計画をまたいで数えました。いくつもの表に載る同じ事業は、一度だけ数えます。',
    en: 'Marks on the projects, counted across plans. A project printed in several tables counts once.',
  },
  'tags.empty': {
    ja: '取り込んだ図書の事業には、SDGsや視点の印が付いていません。印の欄のある事業の一覧を取り込むと、ここに並びます。',
    en: 'No project in the imported documents carries an SDG or a viewpoint. Bring in a list of projects with such columns and they will appear here.',
  },
  'tags.kind-counts': {
    ja: '{of}事業のうち{projects}事業に付いています。',
    en: 'On {projects} of {of} projects.',
  },
  'tags.kind-more': { ja: '事業と指標の数を見る', en: 'Projects and indicators of each' },
  'tags.value': { ja: '印', en: 'Mark' },
  'tags.projects': { ja: '事業', en: 'Projects' },
  'tags.indicators': { ja: '指標', en: 'Indicators' },
  'tags.share': { ja: '指標の状態の割合', en: 'Share of the states' },
  'tags.chip-count': { ja: '{count}事業', en: '{count} projects' },
  'tags.unused': {
    ja: 'どの事業にも付いていないゴール：',
    en: 'Goals no project is marked with:',
  },
  'tags.bare': {
    ja: '図書の表には番号だけが載っています。番号の意味は、出典の図書の凡例で確かめてください。',
    en: 'The tables give numbers only; their meaning is in the legend of the source document.',
  },
  'tags.latest': {
    ja: '指標は事業の設定指標と、関係する成果目標・KPIです。再掲は一度だけ数えます。状態は、値のあるいちばん新しい年度のものです。',
    en: "Indicators are the projects' own and the outcome targets and KPIs they serve; repeats count once. States are those of the latest year with a figure.",
  },

  'tag.counts': {
    ja: '{projects}事業に付いています。その指標は{indicators}で、{reached}が達成、{onTheWay}が順調、{behind}が遅れ、{notJudged}は判定なしです。',
    en: 'On {projects} projects. Of their {indicators} indicators {reached} are reached, {onTheWay} on the way, {behind} behind and {notJudged} not judged.',
  },
  'tag.counts-projects': {
    ja: '{projects}事業に付いています。関係する指標はありません。',
    en: 'On {projects} projects, which have no indicators.',
  },
  'tag.in-projects': { ja: '事業の一覧で見る', en: 'See them in the list of projects' },
  'tag.projects': { ja: '事業 {count}', en: 'Projects: {count}' },
  'tag.indicators': { ja: 'これらの事業の指標 {count}', en: 'Indicators of these projects: {count}' },
  'tag.neighbours': { ja: '前後の印', en: 'Neighbouring marks' },
  'tag.before': { ja: '前の印', en: 'Previous' },
  'tag.after': { ja: '次の印', en: 'Next' },

  'sdg.1': { ja: '貧困をなくそう', en: 'No poverty' },
  'sdg.2': { ja: '飢餓をゼロに', en: 'Zero hunger' },
  'sdg.3': { ja: 'すべての人に健康と福祉を', en: 'Good health and well-being' },
  'sdg.4': { ja: '質の高い教育をみんなに', en: 'Quality education' },
  'sdg.5': { ja: 'ジェンダー平等を実現しよう', en: 'Gender equality' },
  'sdg.6': { ja: '安全な水とトイレを世界中に', en: 'Clean water and sanitation' },
  'sdg.7': { ja: 'エネルギーをみんなに そしてクリーンに', en: 'Affordable and clean energy' },
  'sdg.8': { ja: '働きがいも経済成長も', en: 'Decent work and economic growth' },
  'sdg.9': { ja: '産業と技術革新の基盤をつくろう', en: 'Industry, innovation and infrastructure' },
  'sdg.10': { ja: '人や国の不平等をなくそう', en: 'Reduced inequalities' },
  'sdg.11': { ja: '住み続けられるまちづくりを', en: 'Sustainable cities and communities' },
  'sdg.12': { ja: 'つくる責任 つかう責任', en: 'Responsible consumption and production' },
  'sdg.13': { ja: '気候変動に具体的な対策を', en: 'Climate action' },
  'sdg.14': { ja: '海の豊かさを守ろう', en: 'Life below water' },
  'sdg.15': { ja: '陸の豊かさも守ろう', en: 'Life on land' },
  'sdg.16': { ja: '平和と公正をすべての人に', en: 'Peace, justice and strong institutions' },
  'sdg.17': { ja: 'パートナーシップで目標を達成しよう', en: 'Partnerships for the goals' },
} as const satisfies Catalogue
