import type { Catalogue } from '../message.ts'

/** 評価区分の見本の一言の説明（about）と、公表されていないところをしるべがどう読んだか（reading）。 */
export const scalePresetWords = {
  'scales.about-daisen': {
    ja: 'A～D を人が決め、区分ごとに見直しの決まりがある',
    en: 'A to D chosen by people, each with its revision policy',
  },
  'scales.reading-daisen': {
    ja: '区分の境は公表されていない。人が選ぶ区分とし、意味は改訂概要の見直し基準から書いた。',
    en: 'The thresholds are not published. People choose; the meanings follow the revision overview.',
  },
  'scales.about-ueda': {
    ja: '重点目標の進み具合を、人が四つの印で',
    en: 'Progress of priority goals by four marks, chosen by people',
  },
  'scales.about-akiruno': {
    ja: 'このまま進めたときの見込みを人が選ぶ。完了・未着手・中止・困難は順位の外',
    en: 'People choose by prospect; finished, not started, cancelled and hard to judge stand outside the order',
  },
  'scales.about-kitsuki': { ja: '効果と課題から人が選ぶ四段階', en: 'Four grades chosen from effect and issues' },
  'scales.about-nagareyama': { ja: '事業を達成・一部達成・未達成で', en: 'Projects: achieved, partly, not achieved' },
  'scales.about-manifesto-2019': { ja: '達成率 100・90・80％で四段階', en: 'Four grades at rates of 100, 90 and 80%' },
  'scales.reading-manifesto-2019': {
    ja: '公表されているのは A～D の境で、区分のことばはしるべが付けた。',
    en: 'The thresholds of A to D are published; the labels are ours.',
  },
  'scales.about-nagano': { ja: '目標以上・80％以上・80％未満の三段階', en: 'Target reached, at least 80%, below 80%' },
  'scales.about-nagayo-abc': {
    ja: '計画より概ね10％上・±10％・10％下の三段階',
    en: 'About 10% above plan, within ±10%, 10% below',
  },
  'scales.reading-nagayo-abc': {
    ja: '「概ね」の境は、ちょうど＋10％は A、ちょうど−10％は C と読んだ（「以上」とあるため）。',
    en: 'Exactly +10% is read as A and exactly −10% as C.',
  },
  'scales.about-fuji': { ja: '達成率 80・50・20％で数える', en: 'Counted at rates of 80, 50 and 20%' },
  'scales.about-nagoya-port': { ja: '達成率 80・60％で三段階', en: 'Three grades at rates of 80 and 60%' },
  'scales.about-agui': { ja: '達成状況で三段階。50％未満が最下位', en: 'Three grades; below 50% is the lowest' },
  'scales.reading-agui': {
    ja: '公表されている境は「50％未満」だけ。A（ほぼ達成済）の境は 80％ と置いた。B の名も公表されていない。',
    en: 'Only "below 50%" is published. 80% was placed for A (nearly achieved); the label of B is ours too.',
  },
  'scales.about-daisen-by-rate': {
    ja: '大仙市の A～D を、率で機械が決めるとしたときの例',
    en: 'An example of Daisen’s A to D decided by rate',
  },
  'scales.reading-daisen-by-rate': {
    ja: '大仙市は境を公表していない。100・80・50％は例で、大仙市の決まりではない。市で決めた境に直して使う。',
    en: 'Daisen publishes no thresholds. 100, 80 and 50% are an example, not its rule: change them to yours.',
  },
  'scales.about-nagayo-sabc': {
    ja: '目標値・基準値との比べで機械が決める（同水準は△10％以内）',
    en: 'By comparison with target and baseline (level = down to −10%)',
  },
  'scales.reading-nagayo-sabc': {
    ja: '「△10％以内」の△は負の印で、基準値から10％までの下落と読んだ（ちょうど10％の下落は B）。',
    en: 'The mark before 10% is read as minus: up to 10% below the baseline is B.',
  },
  'scales.about-ino': { ja: '目標値以上・同等・未達成・進捗なし', en: 'Above target, equal, not reached, no progress' },
  'scales.reading-ino': {
    ja: '◎は目標値を超えたもの、「進捗なし」は基準値よりよくなっていないものと読んだ。',
    en: '◎ is read as beyond the target, "no progress" as no better than the baseline.',
  },
  'scales.about-kakamigahara': {
    ja: '開始時点よりよくなったかだけを見る',
    en: 'Only whether it is better than at the start',
  },
  'scales.reading-kakamigahara': {
    ja: '開始時点と同じ値は「順調でない」と読んだ。',
    en: 'A value equal to the start is read as not on track.',
  },
  'scales.about-tama': {
    ja: '毎年 20％ずつ進むとして、その年の見込みに対する達成度で三段階',
    en: 'Three grades against an expected 20% of the target each year',
  },
  'scales.about-growth-strategy': {
    ja: '経過した期間の割合だけ進んだかを見る',
    en: 'Whether progress keeps up with the time elapsed',
  },
  'scales.reading-growth-strategy': {
    ja: '始まり（基準値とその年）から最終目標へ、毎年同じだけ進む線に届けば A と読んだ。F と N の分けは抜粋からの読み。',
    en: 'A is read as reaching the even line from baseline to final target. The split of F and N is read from excerpts.',
  },
  'scales.about-fukuoka': {
    ja: 'ペースどおり・改善か維持・悪化。意識の指標の±3ポイント未満は維持',
    en: 'On pace, improved or kept, worse; under ±3 points of a survey figure counts as kept',
  },
  'scales.reading-fukuoka': {
    ja: '±3ポイントは、単位が％・点の指標すべてに当てる（意識の指標かどうかはデータにない）。意識でない指標は人が確かめる。ペースは毎年同じだけ進む線と読んだ。',
    en: 'The ±3 points apply to every figure in % or points, as the data do not say which are survey figures: check the others. Pace is read as the even line.',
  },
  'scales.about-tagawa': {
    ja: '順調に伸びた・遅れはあるが伸びた・伸びていない',
    en: 'Growing well, growing late, not growing',
  },
  'scales.reading-tagawa': {
    ja: '「順調」は、毎年同じだけ進む線に届いたものと読んだ。',
    en: '"Growing well" is read as reaching the even line.',
  },
  'scales.about-fukushima': {
    ja: '年度の目標に達したか。値の確定前は「見込み」',
    en: 'Whether the year’s target is met; "expected" until the figure is final',
  },
  'scales.reading-fukushima': {
    ja: '「見込み」は、暫定値・見込みの値で判じたものと読んだ。値がまだなければ人が選ぶ。',
    en: '"Expected" is read as judged on a provisional or estimated figure; with no figure yet, a person chooses.',
  },
  'scales.about-cabinet-office': {
    ja: '目標を上回る・7～8割・開始前より改善・悪化の四段階',
    en: 'Beyond target, 70–80% reached, better than before, worse',
  },
  'scales.reading-cabinet-office': {
    ja: 'ある市の内部評価の説明による。「7～8割」は 70％以上、目標と同じ値は「相当程度」、開始前と同じ値は「効果がなかった」と読んだ。',
    en: 'After one city’s notes. "70 to 80%" is read as from 70%; equal to the target is 2, equal to the start is 4.',
  },
  'scales.about-aioi': {
    ja: '四項目を◎5・○2・△0・▲−1点で付け、合計で決める',
    en: 'Four criteria at 5, 2, 0 or −1 points; the sum decides',
  },
  'scales.reading-aioi': {
    ja: '四つの項目の名と、印のことばは抜粋にないので、市の項目に書き直して使う。',
    en: 'The names of the criteria are not in what could be read: write your own.',
  },
  'scales.about-sano': {
    ja: '目標達成率 7段階と取組方針 3段階の点を合計する',
    en: 'Seven steps of rate plus three of policy, summed',
  },
  'scales.reading-sano': {
    ja: '何を足して 18 点になるかは抜粋になく、施策と基本事業の目標・方針の四つを足すと読んだ（最高 20 点。19・20 点も最上位とする）。',
    en: 'How the sum reaches 18 could not be read: goals and policies of both levels are summed (20 at most; 19 and 20 count as the top).',
  },
} as const satisfies Catalogue
