import type { Catalogue } from '../message.ts'
import { scalePresetWords } from './scale-presets.ts'

const rules = {
  'scales.rule-human': { ja: '人が選ぶ', en: 'chosen by people' },
  'scales.rule-rate': { ja: '達成率が', en: 'rate' },
  'scales.rule-share': { ja: 'その年の見込み（年数で割った目標）に対して', en: 'of what the year should reach:' },
  'scales.rule-points': { ja: '点の合計が', en: 'points in all' },
  'scales.rule-on-line': { ja: '最終目標へ毎年同じだけ進む線に届いた', en: 'on the even line to the final target' },
  'scales.rule-below-line': {
    ja: '最終目標へ毎年同じだけ進む線に届かない',
    en: 'below the even line to the final target',
  },
  'scales.rule-met': { ja: '目標に達した', en: 'target met' },
  'scales.rule-not-met': { ja: '目標に達しない', en: 'target not met' },
  'scales.rule-early-met': { ja: '値は確定前で、目標に達する見込み', en: 'figure not final, expected to be met' },
  'scales.rule-early-not-met': {
    ja: '値は確定前で、目標に達しない見込み',
    en: 'figure not final, not expected to be met',
  },
  'scales.rule-beyond-target': { ja: '目標を超えた', en: 'beyond the target' },
  'scales.rule-at-target': { ja: '目標に達した', en: 'reaches the target' },
  'scales.rule-above-baseline': { ja: '基準値よりよい', en: 'better than the baseline' },
  'scales.rule-around-baseline': { ja: '基準値と同水準', en: 'level with the baseline' },
  'scales.rule-no-worse-than-baseline': { ja: '基準値より悪くない', en: 'no worse than the baseline' },
  'scales.rule-otherwise': { ja: '上のどれにも当てはまらない', en: 'none of the above' },
  'scales.absence-not-measured': { ja: '調査の年でない', en: 'not measured' },
  'scales.absence-not-published': { ja: '未公表', en: 'not published' },
  'scales.absence-not-started': { ja: '未着手', en: 'not started' },
  'scales.absence-ended': { ja: '事業終了', en: 'ended' },
  'scales.absence-cancelled': { ja: '中止', en: 'cancelled' },
  'scales.absence-not-applicable': { ja: '対象外', en: 'not applicable' },
  'scales.absence-undecided': { ja: '未定', en: 'undecided' },
  'scales.absence-withheld': { ja: '秘匿', en: 'withheld' },
  'scales.absence-blank': { ja: '空欄', en: 'blank' },
  'scales.absence-dash': { ja: '「―」', en: 'dash' },
  'scales.no-rate-no-actual': { ja: '実績がない', en: 'no actual' },
  'scales.no-rate-no-target': { ja: '目標がない', en: 'no target' },
  'scales.no-rate-no-baseline': { ja: '基準値がない', en: 'no baseline' },
  'scales.no-rate-no-period': { ja: '計画期間が分からない', en: 'plan period unknown' },
  'scales.no-rate-qualitative': { ja: '目標・実績が数でない', en: 'not a number' },
  'scales.no-rate-units-differ': { ja: '単位が合わない', en: 'units differ' },
  'scales.no-rate-several-series': { ja: '系列がいくつもある', en: 'several series' },
  'scales.no-rate-relative-target': { ja: 'ほかの値と比べる目標', en: 'relative target' },
  'scales.no-rate-doubtful': { ja: '読みが疑わしい', en: 'doubtful reading' },
} as const satisfies Catalogue

const examples = {
  'scales.example-rate': { ja: '達成率 {rate}％', en: 'rate {rate}%' },
  'scales.example-actual': {
    ja: '基準値100％・目標200％で実績{actual}％（達成率{rate}％、{of}年計画の{years}年目）',
    en: 'baseline 100%, target 200%, actual {actual}% (rate {rate}%, year {years} of {of})',
  },
  'scales.example-unsettled': { ja: '（暫定値）', en: ' (provisional)' },
  'scales.example-points': { ja: '合計 {points}点', en: '{points} points in all' },
  'scales.example-not-met': { ja: '目標0人に達していない（率がない）', en: 'target 0 not met (no rate)' },
  'scales.example-blank': { ja: '実績が空欄', en: 'no actual written' },
  'scales.example-not-published': { ja: '実績が未公表', en: 'actual not yet published' },
  'scales.example-qualitative': { ja: '目標が「計画策定」など、数でない', en: 'target not a number' },
} as const satisfies Catalogue

const problems = {
  'scales.problem-no-name': {
    ja: '評価区分の名がありません。名を入れてください。',
    en: 'The scale has no name. Give it one.',
  },
  'scales.problem-no-grades': {
    ja: '区分が一つもありません。区分を足すか、見本から選んでください。',
    en: 'There is no grade. Add one, or choose a ready-made scale.',
  },
  'scales.problem-nameless': {
    ja: '符号か名の空いている区分があります。入れるか、その行を消してください。',
    en: 'A grade has no code or no label. Fill it in, or delete the row.',
  },
  'scales.problem-same-code': {
    ja: '符号「{grade}」が二つあります。符号は区分ごとに変えてください。',
    en: 'The code "{grade}" is used twice. Give every grade its own.',
  },
  'scales.problem-not-number': {
    ja: '区分「{grade}」の境「{typed}」は数ではありません。「80」「79.5」のように入れてください。',
    en: 'The threshold "{typed}" of grade "{grade}" is not a number. Write it like 80 or 79.5.',
  },
  'scales.problem-two-edges': {
    ja: '区分「{grade}」には「以上」と「超」の両方があります。どちらか一つにしてください。',
    en: 'Grade "{grade}" has both "at least" and "above". Keep one.',
  },
  'scales.problem-no-width': {
    ja: '区分「{grade}」は「同水準」の幅がありません。何％以内か、何ポイント未満かを入れてください。',
    en: 'Grade "{grade}" needs the width of "level": a percentage or points.',
  },
  'scales.problem-width-not-number': {
    ja: '区分「{grade}」の幅「{typed}」は 0 以上の数ではありません。「10」のように入れてください。',
    en: 'The width "{typed}" of grade "{grade}" is not a number from 0. Write it like 10.',
  },
  'scales.problem-point-not-number': {
    ja: '観点「{criterion}」の「{typed}」は数ではありません。点は「5」「-1」のように入れてください。',
    en: '"{typed}" in criterion "{criterion}" is not a number. Write points like 5 or -1.',
  },
  'scales.problem-mixed': {
    ja: '人が選ぶ区分（{grades}）と、機械が決める区分が混じっています。このままでは機械は何も決めません。すべて人が選ぶか、すべてに条件を置いてください。人だけが選ぶ区分は「順位の外」にも置けます。',
    en: 'Grades chosen by people ({grades}) are mixed with rules, so nothing would be decided automatically. Make all of them human, or give every grade a rule. Grades for people only may also stand outside the order.',
  },
  'scales.problem-mixed-points': {
    ja: '点数で決める区分に、ほかの条件（{grades}）が混じっています。すべて点の合計で決めるようにしてください。',
    en: 'Grades by points are mixed with other rules ({grades}). Let the sum of points decide all of them.',
  },
  'scales.problem-no-points': {
    ja: '点を付ける観点がありません。観点と選びを入れるか、点数でない条件にしてください。',
    en: 'There are no criteria to give points for. Add criteria and choices, or use another rule.',
  },
  'scales.problem-points-never': {
    ja: '区分「{grade}」には、どの選び方でも届きません（合計は {low}～{high}点）。境か点を直してください。',
    en: 'No choice of points leads to grade "{grade}" (sums run from {low} to {high}). Change the threshold or the points.',
  },
  'scales.problem-points-gap': {
    ja: '合計{points}点は、どの区分にも当てはまりません。いちばん下の区分の境を空けると、残りすべてになります。',
    en: 'A sum of {points} falls in no grade. Leave the last threshold empty to take the rest.',
  },
  'scales.problem-shadowed': {
    ja: '区分「{grade}」は決して選ばれません。上にある「{winner}」が先に当てはまります。順を入れかえるか、境を直してください。例：',
    en: 'Grade "{grade}" is never chosen: "{winner}" above it fits first. Change the order or the thresholds. Example: ',
  },
  'scales.problem-never': {
    ja: '区分「{grade}」に当てはまる値がありません。条件を直すか、その区分を消してください。',
    en: 'No value fits grade "{grade}". Change its rule, or remove it.',
  },
  'scales.problem-gap': {
    ja: 'どの区分にも当てはまらない値があります。いちばん下の区分の境を空けると、残りすべてになります。例：',
    en: 'Some values fall in no grade. Leave the last threshold empty to take the rest. Example: ',
  },
  'scales.problem-end': { ja: '。', en: '.' },
  'scales.unreadable': {
    ja: '評価区分として読めません（{where}）。見本から選び直すか、書き出したままのものを使ってください。',
    en: 'This cannot be read as a scale ({where}). Choose a ready-made one, or use an export as it was.',
  },
} as const satisfies Catalogue

/** 評価区分の頁のことばと、直すところの文。 */
export const webScaleWords = {
  ...rules,
  ...examples,
  ...problems,
  ...scalePresetWords,
} as const satisfies Catalogue
