import type { Catalogue } from '../message.ts'

/** 新旧対照表・意見募集の資料のことばと、作れないときの文。 */
export const comparisonReportWords = {
  'comparison.text': { ja: '本文', en: 'text' },
  'comparison.target': { ja: '目標値', en: 'target' },
  'comparison.baseline': { ja: '基準値', en: 'baseline' },
  'comparison.plan-title': { ja: '計画の名称', en: 'title of the plan' },
  'comparison.period': { ja: '計画の期間', en: 'period of the plan' },
  'comparison-note-underlined': {
    ja: '下線は、改めたところ。',
    en: 'What changed is underlined.',
  },
  'comparison-note-moved': {
    ja: '順を入れ替えただけの文には、下線を引いていない。',
    en: 'Sentences that were only put in another order are not underlined.',
  },
  'comparison-note-writing': {
    ja: '全角・半角だけを改めたところには、下線を引いていない。',
    en: 'Changes of full-width and half-width characters only are not underlined.',
  },
  'report-no-comparison': {
    ja: '「{plan}」は、しるべの中で改訂した版ではないため、新旧を並べられません。改訂の案を作ると、案の頁から新旧対照表を作れます。ほかの版とは「版を比べる」で比べられます。',
    en: '"{plan}" is not an edition revised in Shirube, so there is no earlier text to set beside it. Start a revision to make this table from its page, or use "Compare editions" for any two editions.',
  },
  'report-nothing-changed': {
    ja: '「{plan}」の改訂には、改めたところがまだありません。改訂の案で変更を書いてから作ってください。',
    en: 'The revision of "{plan}" changes nothing yet. Enter changes in the revision first.',
  },
  'report-nothing-changed-in-goals': {
    ja: '選んだ基本目標には、改めたところがありません。ほかの基本目標を選ぶか、選びを外してください。',
    en: 'Nothing changed in the chosen basic goals. Choose others, or leave the goals open.',
  },
  'change-kind.target-changed': { ja: '目標値の修正', en: 'target changed' },
  'change-kind.indicator-renamed': { ja: '指標名の変更', en: 'indicator renamed' },
  'change-kind.indicator-redefined': { ja: '定義・単位などの変更', en: 'definition or unit changed' },
  'change-kind.indicator-added': { ja: '指標の新設', en: 'indicator added' },
  'change-kind.indicator-removed': { ja: '指標の廃止', en: 'indicator removed' },
  'change-kind.indicator-replaced': { ja: '代替指標の設定', en: 'indicator replaced' },
  'change-kind.indicator-moved': { ja: '指標の移動', en: 'indicator moved' },
  'change-kind.node-added': { ja: '節の新設', en: 'section added' },
  'change-kind.node-removed': { ja: '節の廃止', en: 'section removed' },
  'change-kind.node-renamed': { ja: '節の改称', en: 'section renamed' },
  'change-kind.node-moved': { ja: '節の移動', en: 'section moved' },
  'change-kind.text-changed': { ja: '本文の変更', en: 'text changed' },
  'change-kind.project-added': { ja: '事業の新設', en: 'project added' },
  'change-kind.project-removed': { ja: '事業の廃止', en: 'project removed' },
  'change-kind.project-changed': { ja: '事業の変更', en: 'project changed' },
  'change-kind.heading-changed': { ja: '名称・期間の変更', en: 'title or period changed' },
} as const satisfies Catalogue
