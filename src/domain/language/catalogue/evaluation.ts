import type { Catalogue } from '../message.ts'

/** 評価区分の判定のことば。わけの文は、初め（grade-because-…）・幅（grade-band-…）・終わり（体言なら grade-so、用言なら grade-hence）をつないで言う。 */
export const evaluationWords = {
  'grade-because-rate': { ja: '{percent}％は', en: '{percent}% is' },
  'grade-because-share': {
    ja: '{years}年目の見込み（目標の{due}％）に対して{percent}％で、',
    en: '{percent}% of what year {years} should reach ({due}% of the target), which is',
  },
  'grade-band-from': { ja: '{percent}％以上', en: ' at least {percent}%' },
  'grade-band-above': { ja: '{percent}％超', en: ' above {percent}%' },
  'grade-band-under': { ja: '{percent}％未満', en: ' below {percent}%' },
  'grade-band-up-to': { ja: '{percent}％以下', en: ' at most {percent}%' },
  'grade-band-and-under': { ja: '{percent}％未満', en: ' and below {percent}%' },
  'grade-band-and-up-to': { ja: '{percent}％以下', en: ' and at most {percent}%' },
  'grade-band-any': { ja: 'どの値でも', en: ' any value' },
  'grade-so': { ja: 'なので {grade}（{label}）', en: ', so {grade} ({label})' },
  'grade-hence': { ja: 'ので {grade}（{label}）', en: ', so {grade} ({label})' },
  'grade-therefore': { ja: ' → {grade}（{label}）', en: ' → {grade} ({label})' },
  'grade-unrounded': {
    ja: '。表には{shown}％と出るが、丸める前の率で判じた',
    en: '. The table shows {shown}%, but the rate is judged before rounding',
  },
  'grade-because-met': { ja: '目標に達している', en: 'The target is met' },
  'grade-because-not-met': { ja: '目標に達していない', en: 'The target is not met' },
  'grade-because-early-met': {
    ja: '値は確定前だが、目標に達する見込みである',
    en: 'The figure is not final, and the target is expected to be met',
  },
  'grade-because-early-not-met': {
    ja: '値は確定前で、目標に達しない見込みである',
    en: 'The figure is not final, and the target is not expected to be met',
  },
  'grade-because-on-line': {
    ja: '最終目標へ毎年同じだけ進む線に届いている',
    en: 'It is on the line that leads evenly to the final target',
  },
  'grade-because-below-line': {
    ja: '最終目標へ毎年同じだけ進む線に届いていない',
    en: 'It is below the line that leads evenly to the final target',
  },
  'grade-because-beyond-target': {
    ja: '実績{actual}は目標{target}を超えている',
    en: 'The actual {actual} is beyond the target {target}',
  },
  'grade-because-at-target': {
    ja: '実績{actual}は目標{target}に達している',
    en: 'The actual {actual} reaches the target {target}',
  },
  'grade-because-above-baseline': {
    ja: '実績{actual}は基準値{baseline}よりよい',
    en: 'The actual {actual} is better than the baseline {baseline}',
  },
  'grade-because-around-baseline': {
    ja: '実績{actual}は基準値{baseline}と同水準',
    en: 'The actual {actual} is level with the baseline {baseline}',
  },
  'grade-because-no-worse-than-baseline': {
    ja: '実績{actual}は基準値{baseline}より悪くない',
    en: 'The actual {actual} is no worse than the baseline {baseline}',
  },
  'grade-because-otherwise': {
    ja: '実績{actual}は上のどの区分にも当てはまらない（目標{target}、基準値{baseline}）',
    en: 'The actual {actual} fits none of the grades above (target {target}, baseline {baseline})',
  },
  'grade-because-points': { ja: '合計{sum}点（{terms}）は', en: '{sum} points in all ({terms}) is' },
  'grade-because-sum': { ja: '合計{sum}点は', en: '{sum} points in all is' },
  'grade-band-points-from': { ja: '{points}点以上', en: ' at least {points}' },
  'grade-band-points-under': { ja: '{points}点未満', en: ' below {points}' },
  'grade-band-points-and-under': { ja: '{points}点未満', en: ' and below {points}' },
  'grade-line-share': {
    ja: '（この年度までに進むはずの分の{percent}％）',
    en: ' ({percent}% of the way due by this year)',
  },
  'grade-width-percent': { ja: '（基準値の±{width}％以内）', en: ' (within ±{width}% of it)' },
  'grade-width-points': { ja: '（±{width}ポイント未満）', en: ' (less than ±{width} points)' },
  'grade-needs-person': {
    ja: 'この評価区分は人が決めます。区分を選び、理由を書いてください',
    en: 'A person decides this grade. Choose one and give the reason',
  },
  'grade-direction-conflict': {
    ja: '多いほどよいのか少ないほどよいのか、手がかりが食い違うので、機械では判定しません。区分を選び、理由を書いてください',
    en: 'It is not clear whether more or less is better, so there is no automatic grade. Choose one and give the reason',
  },
  'grade-needs-points': {
    ja: '点数で決める評価区分です。観点ごとに選ぶと、合計から区分が決まります',
    en: 'This grade comes from points. Choose for each criterion and the sum decides',
  },
  'grade-points-missing': {
    ja: 'まだ選んでいない観点があります（{criteria}）。すべて選ぶと区分が決まります',
    en: 'Not yet chosen: {criteria}. The grade is decided when all are',
  },
  'grade-not-met-no-rate': {
    ja: '目標に達していないが率がないので、どの区分かは人が決めます。区分を選び、理由を書いてください',
    en: 'The target is not met and there is no rate, so a person decides. Choose a grade and give the reason',
  },
  'grade-no-figures': {
    ja: '判定に要る値（実績・目標・基準値）がそろっていません。値を入れるか、人が区分を選んでください',
    en: 'The figures the rule needs (actual, target, baseline) are not all there. Enter them, or choose a grade by hand',
  },
  'grade-no-expected': {
    ja: '期間の見込みと比べられません（基準値・計画期間・数の目標のどれかがない）。区分を選び、理由を書いてください',
    en: 'It cannot be compared with the expected progress (no baseline, plan period or numeric target). Choose a grade and give the reason',
  },
  'grade-no-reach': {
    ja: '目標に達したかを機械では言えません。達成の見込みを含めて区分を選び、理由を書いてください',
    en: 'Whether the target is met cannot be told automatically. Choose a grade, expectation included, and give the reason',
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
