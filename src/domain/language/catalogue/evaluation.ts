import type { Catalogue } from '../message.ts'

/** 評価区分の判定のことば。 */
export const evaluationWords = {
  'grade-by-rate': { ja: '{percent}％ → {grade}（{label}）', en: '{percent}% → {grade} ({label})' },
  'grade-by-judgement': {
    ja: '率はないが目標を達成しているので {grade}（{label}）',
    en: 'No rate, but the target is met → {grade} ({label})',
  },
  'grade-by-comparison': {
    ja: '実績{actual}、目標{target}、基準値{baseline} → {grade}（{label}）',
    en: 'Actual {actual}, target {target}, baseline {baseline} → {grade} ({label})',
  },
  'grade-outside': {
    ja: '順位の外の区分 {grade}（{label}）とする',
    en: 'Placed outside the order: {grade} ({label})',
  },
  'grade-needs-person': {
    ja: 'この評価区分は人が決めます。区分を選び、理由を書いてください',
    en: 'A person decides this grade. Choose one and give the reason',
  },
  'grade-not-met-no-rate': {
    ja: '目標に達していないが率がないので、どの区分かは人が決めます。区分を選び、理由を書いてください',
    en: 'The target is not met and there is no rate, so a person decides. Choose a grade and give the reason',
  },
  'grade-no-figures': {
    ja: '判定に要る値（実績・目標・基準値）がそろっていません。値を入れるか、人が区分を選んでください',
    en: 'The figures the rule needs (actual, target, baseline) are not all there. Enter them, or choose a grade by hand',
  },
  'grade-no-rate': {
    ja: '達成率がないので機械では判定できません。区分を選び、理由を書いてください',
    en: 'There is no achievement rate, so no automatic grade. Choose a grade and give the reason',
  },
  'grade-fits-none': {
    ja: '評価区分のどの条件にも当てはまりません。評価区分の定義を見直してください',
    en: 'None of the conditions of this scale applies. Review the definition of the scale',
  },
} as const satisfies Catalogue
