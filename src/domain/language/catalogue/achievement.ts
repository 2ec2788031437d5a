import type { Catalogue } from '../message.ts'

// 式。数は書かれた単位のまま、割合は版の端数の決まりで丸めて印刷する。
const formulas = {
  'working-ratio': { ja: '{actual} ÷ {target} ＝ {computed}％', en: '{actual} ÷ {target} = {computed}%' },
  'working-ratio-of-sum': {
    ja: '（{terms}）{unit} ÷ {target} ＝ {computed}％',
    en: '({terms}){unit} ÷ {target} = {computed}%',
  },
  'working-inverse-ratio': { ja: '{target} ÷ {actual} ＝ {computed}％', en: '{target} ÷ {actual} = {computed}%' },
  'working-inverse-ratio-of-sum': {
    ja: '{target} ÷（{terms}）{unit} ＝ {computed}％',
    en: '{target} ÷ ({terms}){unit} = {computed}%',
  },
  'working-progress': {
    ja: '（{actual}−{baseline}）÷（{target}−{baseline}）＝ {computed}％',
    en: '({actual} − {baseline}) ÷ ({target} − {baseline}) = {computed}%',
  },
  'working-progress-down': {
    ja: '（{baseline}−{actual}）÷（{baseline}−{target}）＝ {computed}％',
    en: '({baseline} − {actual}) ÷ ({baseline} − {target}) = {computed}%',
  },
  'working-pro-rata': {
    ja: '{actual} ÷（{target}×{years}年÷{of}年）＝ {computed}％',
    en: '{actual} ÷ ({target} × {years} of {of} years) = {computed}%',
  },
  'working-pro-rata-of-sum': {
    ja: '（{terms}）{unit} ÷（{target}×{years}年÷{of}年）＝ {computed}％',
    en: '({terms}){unit} ÷ ({target} × {years} of {of} years) = {computed}%',
  },
  'working-pro-rata-down': {
    ja: '（{baseline}−{actual}）÷（（{baseline}−{target}）×{years}年÷{of}年）＝ {computed}％',
    en: '({baseline} − {actual}) ÷ (({baseline} − {target}) × {years} of {of} years) = {computed}%',
  },
  'working-manual': { ja: '{shown}％（手入力。{reason}）', en: '{shown}% (entered by hand: {reason})' },
} as const satisfies Catalogue

// 率にせず、達成・未達成だけを言うもの。
const judgements = {
  'working-judged-met': { ja: '実績{actual}、目標{target}：達成', en: 'Actual {actual}, target {target}: met' },
  'working-judged-not-met': {
    ja: '実績{actual}、目標{target}：未達成',
    en: 'Actual {actual}, target {target}: not met',
  },
  'working-inside-range': {
    ja: '実績{actual}は目標の範囲{range}の中：達成',
    en: 'Actual {actual} is inside the target range {range}: met',
  },
  'working-outside-range': {
    ja: '実績{actual}は目標の範囲{range}の外：未達成',
    en: 'Actual {actual} is outside the target range {range}: not met',
  },
} as const satisfies Catalogue

// 式に続けて言うこと。
const reasons = {
  'because-less-is-better': {
    ja: '（少ないほどよい指標なので目標÷実績）',
    en: ' (less is better, so target ÷ actual)',
  },
  'because-zero-target': { ja: '（目標が0なので割合にならない）', en: ' (the target is 0, so there is no ratio)' },
  'because-negative-target': {
    ja: '（目標が負の数なので割合にならない）',
    en: ' (the target is negative, so there is no ratio)',
  },
  'because-nothing-left': {
    ja: '（実績が0以下なので目標÷実績の割合にならない）',
    en: ' (the actual is 0 or less, so target ÷ actual is no ratio)',
  },
  'because-target-is-baseline': {
    ja: '（目標が基準値と同じなので、基準値からの進み具合ではなく実績と目標を比べた）',
    en: ' (the target equals the baseline, so actual and target are compared, not the progress from the baseline)',
  },
  'because-target-behind-baseline': {
    ja: '（基準値がすでに目標を満たしているので、基準値からの進み具合ではなく実績と目標を比べた）',
    en: ' (the baseline already satisfies the target, so actual and target are compared, not the progress)',
  },
  'because-kept': {
    ja: '（維持する目標なので年度で按分しない）',
    en: ' (a target to keep is not divided over the years)',
  },
  'remark-floor': { ja: '（下限により{shown}％とする）', en: ' (floor: shown as {shown}%)' },
  'remark-cap': { ja: '（上限により{shown}％とする）', en: ' (cap: shown as {shown}%)' },
  'remark-provisional': { ja: '（暫定値による）', en: ' (from a provisional figure)' },
  'remark-estimated': { ja: '（見込みの値による）', en: ' (from an estimate)' },
  'remark-part': { ja: '（「{whole}」のうち{part}を使った）', en: ' (of "{whole}", {part} is used)' },
  'remark-secondary': { ja: '（かっこ書きの{value}は使わない）', en: ' (the bracketed {value} is not used)' },
  'remark-converted': { ja: '（{from}と{to}は換算した）', en: ' ({from} converted to {to})' },
  'remark-summed': { ja: '（{years}の実績の合計）', en: ' (sum of the actuals of {years})' },
  'remark-not-summed': {
    ja: '（{years}は値がないので合計に入れていない）',
    en: ' ({years} have no figure and are not in the sum)',
  },
} as const satisfies Catalogue

// 率のないわけ。
const absences = {
  'working-doubtful': {
    ja: '読みが確かでないので計算していません。図書を見て値を確かめてください',
    en: 'The reading is doubtful, so nothing is computed. Check the figures against the document',
  },
  'working-no-target': { ja: '目標が置かれていないので率はない', en: 'No target is set, so there is no rate' },
  'working-no-target-in-year': {
    ja: '{year}年度の目標は置かれていないので率はない',
    en: 'No target is set for {year}',
  },
  'working-target-unset': {
    ja: '目標の欄は「{target}」で、目標が置かれていないので率はない',
    en: 'The target cell says "{target}": no target is set, so there is no rate',
  },
  'working-no-baseline': {
    ja: '基準値がないので、基準値からの進み具合は出せない',
    en: 'There is no baseline to measure progress from',
  },
  'working-baseline-unusable': {
    ja: '基準値「{baseline}」を目標の単位（{unit}）にそろえられないので、基準値からの進み具合は出せない',
    en: 'The baseline "{baseline}" cannot be brought to the unit of the target ({unit}), so progress cannot be measured',
  },
  'working-no-period': {
    ja: '{year}年度が計画期間の何年目かわからないので按分できない',
    en: 'Which year of the plan {year} is cannot be told, so nothing can be divided over the years',
  },
  'working-qualitative': {
    ja: '目標「{target}」は数ではないので率はない（実績：{actual}）',
    en: 'The target "{target}" is not a number, so there is no rate (actual: {actual})',
  },
  'working-relative': {
    ja: '目標「{target}」はほかの値と比べるものなので率はない（実績：{actual}）',
    en: 'The target "{target}" compares with another figure, so there is no rate (actual: {actual})',
  },
  'working-several-target': {
    ja: '目標「{target}」には系列がいくつもあるので、一つの率にならない（実績：{actual}）。率は人が理由を添えて入れる',
    en: 'The target "{target}" holds several series, so there is no single rate (actual: {actual}). A person enters one with its reason',
  },
  'working-several': {
    ja: '値「{text}」には数がいくつもあり、どれを目標と比べるか決められない',
    en: 'The figure "{text}" holds several numbers; which one to compare with the target cannot be told',
  },
  'working-units-differ': {
    ja: '実績{actual}の単位が目標の単位（{unit}）と合わないので率はない',
    en: 'The unit of the actual {actual} does not fit the unit of the target ({unit}), so there is no rate',
  },
  'working-actual-not-number': {
    ja: '実績「{text}」は数ではないので率はない',
    en: 'The actual "{text}" is not a number, so there is no rate',
  },
  'working-actual-missing': { ja: '{year}年度の実績は書かれていない', en: 'No actual is recorded for {year}' },
  'working-actual-reference-only': {
    ja: '{year}年度の実績はかっこ書きの参考値「{text}」だけで、計算に使わない',
    en: 'For {year} there is only the bracketed reference "{text}", which is not used',
  },
  'working-actual-not-measured': {
    ja: '{year}年度は調査の年でないなどの理由で測られていない',
    en: 'Not measured in {year} (for example, not a survey year)',
  },
  'working-actual-not-published': {
    ja: '{year}年度の実績はまだ公表されていない',
    en: 'The figure for {year} is not published yet',
  },
  'working-actual-not-started': { ja: '{year}年度は事業が始まっていない', en: 'The project had not started in {year}' },
  'working-actual-ended': {
    ja: '事業が終わったので{year}年度の実績はない',
    en: 'The project has ended; no figure for {year}',
  },
  'working-actual-cancelled': { ja: '中止のため{year}年度の実績はない', en: 'Cancelled; no figure for {year}' },
  'working-actual-not-applicable': { ja: '{year}年度は対象外', en: 'Not applicable in {year}' },
  'working-actual-undecided': { ja: '{year}年度の実績は未定', en: 'The figure for {year} is not decided yet' },
  'working-actual-withheld': { ja: '{year}年度の実績は秘匿されている', en: 'The figure for {year} is withheld' },
  'working-actual-blank': { ja: '{year}年度の実績の欄は空', en: 'The cell for {year} is empty' },
  'working-actual-dash': {
    ja: '{year}年度の実績は「―」で、値がない（理由は書かれていない）',
    en: 'The cell for {year} holds only a dash; no reason is given',
  },
  'working-actual-unreadable': {
    ja: '{year}年度の実績は読めない。図書を見て値を入れてください',
    en: 'The figure for {year} cannot be read. Check the document and enter it',
  },
} as const satisfies Catalogue

// 目標の向きの手がかり。conflict は式にも添える。
const directions = {
  'direction-stated': { ja: '「{words}」と書かれている', en: 'it says "{words}"' },
  'direction-word-more': { ja: '名前の「{word}」は多いほどよい', en: '"{word}" in the name: more is better' },
  'direction-word-less': { ja: '名前の「{word}」は少ないほどよい', en: '"{word}" in the name: less is better' },
  'direction-move-more': {
    ja: '目標{target}が基準値{baseline}より大きい',
    en: 'the target {target} is above the baseline {baseline}',
  },
  'direction-move-less': {
    ja: '目標{target}が基準値{baseline}より小さい',
    en: 'the target {target} is below the baseline {baseline}',
  },
  'direction-conflict-more': {
    ja: '（目標{target}は基準値{baseline}より小さいが、名前の「{word}」から多いほどよいと読んだ）',
    en: ' (the target {target} is below the baseline {baseline}, but "{word}" in the name is read as: more is better)',
  },
  'direction-conflict-less': {
    ja: '（目標{target}は基準値{baseline}より大きいが、名前の「{word}」から少ないほどよいと読んだ）',
    en: ' (the target {target} is above the baseline {baseline}, but "{word}" in the name is read as: less is better)',
  },
  'direction-assumed': {
    ja: '向きの手がかりがないので、多いほどよいと見た',
    en: 'nothing tells the direction; more is taken as better',
  },
  'direction-assumed-zero': {
    ja: '目標が0なので、少ないほどよいと見た',
    en: 'the target is 0, so less is taken as better',
  },
} as const satisfies Catalogue

// 指標の頁の一文と、計画の式の提案。
const sentences = {
  'achievement-met': { ja: '{working}、達成', en: '{working}, met' },
  'achievement-not-met': { ja: '{working}、未達成', en: '{working}, not met' },
  'latest-rate-met': {
    ja: '{year}は{actual}。目標{target}に対し{shown}％で、達成。',
    en: '{year}: {actual}. {shown}% of the target {target}; met.',
  },
  'latest-rate-not-met': {
    ja: '{year}は{actual}。目標{target}に対し{shown}％で、未達成。',
    en: '{year}: {actual}. {shown}% of the target {target}; not met yet.',
  },
  'latest-target-met': {
    ja: '{year}は{actual}。{targetYear}目標{target}に対し{shown}％で、達成。',
    en: '{year}: {actual}. {shown}% of the {targetYear} target of {target}; met.',
  },
  'latest-target-not-met': {
    ja: '{year}は{actual}。{targetYear}目標{target}に対し{shown}％で、未達成。',
    en: '{year}: {actual}. {shown}% of the {targetYear} target of {target}; not met yet.',
  },
  'latest-judged-met': {
    ja: '{year}は{actual}。目標{target}を達成。',
    en: '{year}: {actual}. The target {target} is met.',
  },
  'latest-judged-not-met': {
    ja: '{year}は{actual}。目標{target}は未達成。',
    en: '{year}: {actual}. The target {target} is not met yet.',
  },
  'latest-manual': {
    ja: '{year}は{actual}。達成率は{shown}％（手入力。{reason}）。',
    en: '{year}: {actual}. Rate {shown}%, entered by hand ({reason}).',
  },
  'latest-no-rate': { ja: '{year}は{actual}。{reason}。', en: '{year}: {actual}. {reason}.' },
  'latest-nothing': { ja: '実績はまだありません。', en: 'No actual figures yet.' },
  'rules-reproduce': {
    ja: '印刷された達成率{printed}件のうち{reproduced}件が「{formula}」で一致する',
    en: '{reproduced} of the {printed} printed rates come out with "{formula}"',
  },
  'rules-by-form': {
    ja: '達成率は印刷されていない。年度ごとに目標を置く様式なので「{formula}」とする',
    en: 'No rates are printed. The form has a target for each year, so "{formula}"',
  },
  'rules-default': {
    ja: '達成率は印刷されていない。ほかに手がかりがないので「{formula}」とする',
    en: 'No rates are printed and nothing else tells, so "{formula}"',
  },
  'formula-ratio-to-final': { ja: '実績÷最終目標', en: 'actual ÷ final target' },
  'formula-ratio-to-year': { ja: '実績÷その年度の目標', en: "actual ÷ the year's target" },
  'formula-progress': { ja: '（実績−基準値）÷（目標−基準値）', en: '(actual − baseline) ÷ (target − baseline)' },
  'formula-pro-rata': { ja: '実績÷年度で按分した目標', en: 'actual ÷ target divided over the years' },
  'formula-period-total': { ja: '実績の合計÷期間の目標', en: 'sum of actuals ÷ target of the period' },
  'formula-cumulative': { ja: '累計の実績÷最終目標', en: 'cumulative actual ÷ final target' },
} as const satisfies Catalogue

/** 達成率のことば。式・判定・ただし書き・率のないわけ・向きの手がかり・一文。 */
export const achievementWords = {
  ...formulas,
  ...judgements,
  ...reasons,
  ...absences,
  ...directions,
  ...sentences,
} as const satisfies Catalogue
