import type { Catalogue } from '../message.ts'

/** 突合の気づき。一つの文で、何と何が食い違うかを言う。直すかどうかは人が決める。 */
export const findingWords = {
  'rate-differs': {
    ja: '「{name}」の{year}の達成率は {printed} と印刷されていますが、計算すると {computed}（{working}）です。',
    en: '"{name}", {year}: the printed rate {printed} does not recompute; it comes to {computed} ({working}).',
  },
  'rate-by-hand': {
    ja: '「{name}」の達成率（{rates}）は、目標「{target}」からは出せません。人が計算したものとして、算式を書き添えてください。',
    en: '"{name}": the printed rates ({rates}) cannot come from the target "{target}". They must have been worked out by hand; add how.',
  },
  'rate-by-remarks': {
    ja: '「{name}」の達成率（{rates}）は、目標「{target}」からは出せませんが、備考の「{denominator}」を分母にすると合います。算式を書き添えてください。',
    en: '"{name}": the printed rates ({rates}) cannot come from the target "{target}", but they agree with "{denominator}" in the remarks as denominator. Add how they were worked out.',
  },
  'breakdown-sum': {
    ja: '「{name}」の{what}は {whole} ですが、内訳の合計は {sum}（{parts}）です。',
    en: '"{name}", {what}: {whole} is printed, but its breakdown adds up to {sum} ({parts}).',
  },
  'same-name-figures-differ': {
    ja: '同じ指標「{name}」が二か所にあり、{what}が {first} と {second} で違います。',
    en: 'The indicator "{name}" is printed twice and its {what} differs: {first} and {second}.',
  },
  'same-name-units-differ': {
    ja: '同じ指標「{name}」の{what}の単位が、「{first}」と「{second}」で違います。',
    en: 'The unit of "{name}", {what}, differs between "{first}" and "{second}".',
  },
  'same-name-remarks-differ': {
    ja: '同じ指標「{name}」の備考が、一方では「{first}」、他方では「{second}」です。',
    en: 'The indicator "{name}" is printed twice with different remarks: "{first}" and "{second}".',
  },
  'same-figures-names-differ': {
    ja: '基準値・目標値・実績値がすべて同じ行が、「{first}」と「{second}」の二つの名前であります。同じ指標なら名前をそろえてください。',
    en: 'Two rows with identical baseline, target and actuals go by two names: "{first}" and "{second}". If they are one indicator, use one name.',
  },
  'same-series-two-definitions': {
    ja: '「{first}」と「{second}」の実績値が同じ（{figures}）ですが、一方は{firstKind}、他方は{secondKind}です。どちらかの値か定義が違っています。',
    en: '"{first}" and "{second}" have the same actuals ({figures}), yet one is {firstKind} and the other {secondKind}. One value or definition is wrong.',
  },
  'cumulative-falls': {
    ja: '累計の指標「{name}」が、{before}の {from} から{after}の {to} に減っています。',
    en: 'The cumulative indicator "{name}" falls from {from} in {before} to {to} in {after}.',
  },
  'unit-missing': {
    ja: '「{name}」の{what} {raw} に単位がありません（同じ行のほかの値は「{unit}」）。',
    en: '"{name}", {what}: {raw} has no unit (the rest of the row is in {unit}).',
  },
  'unit-differs': {
    ja: '「{name}」の{what} {raw} の単位が、{other} {otherRaw} の単位と違います。',
    en: '"{name}": the unit of {what} {raw} differs from that of {other} {otherRaw}.',
  },
  'target-below-baseline': {
    ja: '「{name}」は減らす指標と書かれていませんが、目標 {target} が基準値 {baseline} を下回っています。意図したものか確かめてください。',
    en: '"{name}" is not said to be one to reduce, yet its target {target} lies below its baseline {baseline}. Confirm that this is meant.',
  },
  'target-falls': {
    ja: '「{name}」は増やす指標ですが、年度の目標が{before}の {from} から{after}の {to} に下がっています。',
    en: '"{name}" should rise, yet its yearly target falls from {from} in {before} to {to} in {after}.',
  },
  'total-differs': {
    ja: '「{name}」の{what}の合計は {total} と印刷されていますが、年度の値を足すと {sum} です。',
    en: '"{name}": the printed total of {what} is {total}, but the years add up to {sum}.',
  },
  'years-and-total': {
    ja: '「{name}」の目標は {total} ですが、年度の実績と予定を足すと {sum} です（{years}）。',
    en: '"{name}": the target is {total}, but the yearly results and plans add up to {sum} ({years}).',
  },
  'prose-differs': {
    ja: '「{name}」の表では{year}の実績が {table} ですが、説明文には {prose} とあります。',
    en: '"{name}": the table gives {table} for {year}, but the text says {prose}.',
  },
  'prose-ratio-differs': {
    ja: '「{name}」の説明文の率 {prose} は、表の実績 {table} と違います（説明文の {part}÷{whole} は {computed}）。',
    en: '"{name}": the rate {prose} in the text differs from the table’s {table} ({part}÷{whole} in the text is {computed}).',
  },
  'prose-verdict-differs': {
    ja: '「{name}」の{year}の実績は {table}、目標は {target} ですが、説明文には「{prose}」とあります。',
    en: '"{name}": for {year} the table gives {table} against a target of {target}, but the text says "{prose}".',
  },
  'list-sheet-name': {
    ja: '一覧の No.{number}「{list}」が、個票では「{sheet}」です。',
    en: 'No. {number} is "{list}" in the list but "{sheet}" on its sheet.',
  },
  'list-sheet-content-number': {
    ja: '「{name}」の{what}が、一方では「{first}」、他方では「{second}」です。',
    en: '"{name}": {what} is "{first}" in one place and "{second}" in another.',
  },
  'list-sheet-bodies': {
    ja: '「{name}」の事業主体が、一覧では「{list}」、個票では「{sheet}」です（{missing} が一方にしかありません）。',
    en: 'The implementers of "{name}" are "{list}" in the list but "{sheet}" on the sheet ({missing} only in one of them).',
  },
  'same-sheet-targets-differ': {
    ja: '一枚の個票の中で、計画の指標「{plan}」の目標は {first}、設定指標「{setting}」の目標は {second} です。同じ系列なら、どちらかが違っています。',
    en: 'On one sheet the plan’s indicator "{plan}" has the target {first} and its own indicator "{setting}" has {second}. If they are one series, one of them is wrong.',
  },
  'sheet-reprinted': {
    ja: '「{name}」の個票が二度以上印刷されていて、{what}が「{first}」と「{second}」で違います。',
    en: 'The sheet of "{name}" is printed twice and its {what} differs: "{first}" and "{second}".',
  },
  'heading-differs': {
    ja: '同じ見出しが「{first}」と「{second}」の二通りに書かれています。',
    en: 'The same heading is written in two ways: "{first}" and "{second}".',
  },
  'heading-empty': {
    ja: '見出し「{title}」の下に何もありません。',
    en: 'There is nothing under the heading "{title}".',
  },
  'subtotal-differs': {
    ja: '{where}の小計は{what} {printed} と印刷されていますが、表の行を数えると {counted} です。',
    en: 'The subtotal of {where} says {what} {printed}, but the rows come to {counted}.',
  },
  'grade-total-differs': {
    ja: '{what}の{grade}評価の合計は {printed} と印刷されていますが、各行を足すと {sum} です。',
    en: 'The total of grade {grade} for {what} is printed as {printed}, but the rows add up to {sum}.',
  },
  'rule-count-missing': {
    ja: '{grade}評価の修正指標数が空欄ですが、修正内容には合わせて {sum} 指標とあります。',
    en: 'The number of revised indicators for grade {grade} is blank, but its changes name {sum}.',
  },
  'rule-count-differs': {
    ja: '{grade}評価の修正指標数は {printed} ですが、修正内容を足すと {sum} 指標です。',
    en: 'Grade {grade}: {printed} revised indicators are printed, but the changes come to {sum}.',
  },
  'target-without-progress': {
    ja: '「{item}」の目標「{target}」について、進捗の記述がありません。',
    en: 'Nothing is said about the progress of the target "{target}" of "{item}".',
  },
  'legend-unused': {
    ja: '評価基準（{marks}）の凡例がありますが、どの項目にも評価が付いていません。',
    en: 'There is a legend of marks ({marks}), but no item carries one.',
  },
  'same-cost': {
    ja: '同じ事業費 {cost} が別の指標「{first}」と「{second}」に載っています。一つの事業の費用なら、足すと二重になります。',
    en: 'The same cost {cost} stands at two different indicators, "{first}" and "{second}". If it is one project’s, adding them counts it twice.',
  },
  'what-baseline': { ja: '基準値', en: 'baseline' },
  'what-target': { ja: '目標値', en: 'target' },
  'what-actual': { ja: '実績値', en: 'actual' },
  'what-cost': { ja: '事業費', en: 'cost' },
  'what-rate': { ja: '達成率', en: 'rate' },
  'what-whole': { ja: '計画全体', en: 'the whole plan' },
  'kind-single-year': { ja: '単年の値', en: 'a yearly figure' },
  'kind-cumulative': { ja: '累計', en: 'a running total' },
  'what-content': { ja: '事業内容', en: 'content' },
  'what-indicator-name': { ja: '設定指標の名', en: 'indicator name' },
  'what-implementers': { ja: '事業主体', en: 'implementer' },
  'what-name': { ja: '名称', en: 'name' },
  'what-projects': { ja: '事業数', en: 'projects' },
  'what-indicators': { ja: 'ＫＰＩ数', en: 'KPIs' },
} as const satisfies Catalogue
