import type { Catalogue } from '../message.ts'

/** 画面で使う用語：状態、値のないわけ、数え方、式、気づきの重さ。 */
export const webTermWords = {
  'standing.reached': { ja: '達成', en: 'reached' },
  'standing.on-the-way': { ja: '順調', en: 'on the way' },
  'standing.behind': { ja: '遅れ', en: 'behind' },
  'standing.not-judged': { ja: '判定なし', en: 'not judged' },
  'standing-means.reached': { ja: '目標に届いたもの。', en: 'the target has been reached.' },
  'standing-means.on-the-way': {
    ja: '目標には届かないが、基準値から目標値まで毎年同じだけ進むとした線か、それより上にあるもの。',
    en: 'not yet reached, but on or above the straight line from baseline to target.',
  },
  'standing-means.behind': {
    ja: 'その線より下にあるもの。線の引けない指標（基準値がない、年ごとの目標がある）は、目標に届いていないもの。',
    en: 'below that line; where no line can be drawn (no baseline, or a target for the year), not reached.',
  },
  'standing-means.not-judged': {
    ja: 'その年度の値がないか、数で比べられないもの。',
    en: 'no figure for the year, or not comparable as a number.',
  },

  'absence.no-entry': { ja: '図書に記入がありません', en: 'nothing is entered in the document' },
  'absence.not-measured': { ja: 'この年度は測っていません', en: 'not measured this year' },
  'absence.not-published': { ja: 'まだ公表されていません', en: 'not yet published' },
  'absence.not-started': { ja: 'まだ始まっていません', en: 'not started' },
  'absence.ended': { ja: '終了しました', en: 'ended' },
  'absence.cancelled': { ja: '中止しました', en: 'cancelled' },
  'absence.not-applicable': { ja: '対象外です', en: 'not applicable' },
  'absence.withheld': { ja: '公表しない値です', en: 'withheld' },
  'absence.blank': { ja: '空欄です', en: 'left blank' },
  'absence.dash': { ja: '線だけが印刷され、わけは書かれていません', en: 'only a dash is printed; no reason is given' },
  'absence.undecided': { ja: 'まだ決まっていません', en: 'not yet decided' },
  'absence.unreadable': { ja: '読み取れません', en: 'cannot be read' },

  'figure.provisional': { ja: '暫定', en: 'provisional' },
  'figure.reference': { ja: '参考値', en: 'for reference' },
  'figure.estimated': { ja: '見込み', en: 'estimate' },

  'agreement.same': { ja: '一致', en: 'agrees' },
  'agreement.differs': { ja: '計算と違います', en: 'differs from the working' },
  'agreement.not-computed': { ja: '計算では出せません', en: 'cannot be computed' },
  'agreement.not-printed': { ja: '印刷なし', en: 'not printed' },

  'accumulation.since': { ja: '{year}からの累計', en: 'cumulative since {year}' },
  'accumulation.cumulative': { ja: '累計（始まりの年は書かれていません）', en: 'cumulative (start year not stated)' },
  'accumulation.single-year': { ja: '年度ごと（単年度）', en: 'each year by itself' },
  'accumulation.level': { ja: 'ある時点の水準', en: 'level at a date' },
  'accumulation.period-total': { ja: '計画期間の合計', en: 'total over the plan period' },
  'accumulation.unstated': { ja: '図書に書かれていません', en: 'not stated' },

  'formula.ratio-to-final': { ja: '実績 ÷ 最終の目標', en: 'actual ÷ final target' },
  'formula.ratio-to-year': { ja: '実績 ÷ その年度の目標', en: "actual ÷ that year's target" },
  'formula.progress': { ja: '（実績 − 基準）÷（目標 − 基準）', en: '(actual − baseline) ÷ (target − baseline)' },
  'formula.pro-rata': { ja: '実績 ÷ 年度で按分した目標', en: 'actual ÷ target pro rata to the year' },
  'formula.period-total': { ja: '期間の合計 ÷ 期間の目標', en: 'total of the period ÷ target of the period' },
  'formula.cumulative': { ja: '累計 ÷ 最終の目標', en: 'cumulative actual ÷ final target' },

  'certainty.likely': {
    ja: '読み取りは確からしいものの、確かめが要ります',
    en: 'Read with some certainty: please check',
  },
  'certainty.doubtful': { ja: '読み取りが確かでありません', en: 'The reading is doubtful' },
  'certainty.alternatives': { ja: 'ほかにも次の読み方が成り立ちます。', en: 'These readings are possible too.' },

  'elsewhere.first': { ja: '初めに出てくるところ', en: 'first appearance' },
  'elsewhere.repeat': { ja: '再掲', en: 'repeat' },
  'elsewhere.parent': { ja: '合わせた指標', en: 'whole' },
  'elsewhere.breakdown': { ja: '内訳', en: 'of which' },
  'elsewhere.same-name': { ja: '同じ名の指標', en: 'same name' },

  'citation.name': { ja: '指標名', en: 'name' },
  'citation.baseline': { ja: '基準値', en: 'baseline' },
  'citation.target': { ja: '目標', en: 'target' },
  'citation.actual': { ja: '実績', en: 'actual' },
  'citation.rate': { ja: '印刷された率', en: 'printed rate' },
  'citation.cost': { ja: '事業費', en: 'cost' },
  'citation.node': { ja: '見出し', en: 'heading' },
  'citation.project': { ja: '事業', en: 'project' },
  'citation.priority': { ja: '重点目標', en: 'priority goal' },
  'citation.other': { ja: '記載', en: 'entry' },

  'note.error': { ja: '誤り', en: 'Error' },
  'note.warning': { ja: '要確認', en: 'To check' },
  'note.info': { ja: '参考', en: 'Note' },

  'grade.double': { ja: '目標を上回る', en: 'above target' },
  'grade.circle': { ja: '目標どおり', en: 'on target' },
  'grade.triangle': { ja: '一部未進捗', en: 'partly behind' },
  'grade.cross': { ja: '未進捗', en: 'no progress' },
} as const satisfies Catalogue
