import type { Catalogue } from '../message.ts'

/** 版と系統、次の期の頁のことば。 */
export const webLineageWords = {
  // 旧版の帯
  'lineage.old-band': { ja: '旧版（{date}に改訂）', en: 'Old edition (revised on {date})' },
  'lineage.old-band-undated': { ja: '旧版（改訂した日は図書にない）', en: 'Old edition (date of revision not stated)' },
  'lineage.to-current': { ja: 'いまの版へ', en: 'To the current edition' },
  'lineage.old-editions': { ja: '旧版 {count}', en: 'Old editions: {count}' },
  'lineage.old-edition': {
    ja: 'この計画は改訂され、旧版になりました。旧版は決めたときのまま残すので、直せません。いまの版を開いて直してください。',
    en: 'This plan has been revised and this is an old edition. Old editions stay as they were decided; open the current edition and change it there.',
  },
  'lineage.nth': { ja: '第{number}版', en: 'edition {number}' },
  'lineage.undated': { ja: '決定日は図書にない', en: 'date of decision not stated in the document' },
  'lineage.decided': { ja: '{date} 決定', en: 'decided on {date}' },
  'lineage.decided-by': { ja: '{date} {by}で決定', en: 'decided on {date} by {by}' },

  // 指標の頁：目標の移り変わり
  'lineage.target-changes': { ja: '目標の移り変わり', en: 'How the target changed' },
  'lineage.target-changed': {
    ja: '目標は{date}に {from} から {to} に改められました。',
    en: 'On {date} the target was changed from {from} to {to}.',
  },
  'lineage.target-changed-by': {
    ja: '目標は{date}に {from} から {to} に改められました（{by}）。',
    en: 'On {date} the target was changed from {from} to {to} ({by}).',
  },
  'lineage.target-changed-undated': {
    ja: '目標は {from} から {to} に改められました（改訂版。決定日は図書にない）。',
    en: 'The target was changed from {from} to {to} (revised edition; date of decision not stated in the document).',
  },
  'lineage.unit-changed': {
    ja: '単位が {before} から {after} に変わりました（目標は {from} から {to}）。単位の違う値は、同じ図に描きません。',
    en: 'The unit changed from {before} to {after} (target from {from} to {to}). Values in different units are not drawn on one chart.',
  },
  'lineage.earlier-target': { ja: '旧目標', en: 'Old target' },
  'lineage.caption-earlier': {
    ja: '点線と白抜きの菱形は改める前の目標です。',
    en: 'Dotted lines and hollow diamonds are targets before the change.',
  },
  'lineage.changed-on': { ja: '{date} 改訂', en: 'revised {date}' },
  'lineage.col-edition': { ja: '版', en: 'Edition' },
  'lineage.col-decided': { ja: '決定', en: 'Decided' },
  'lineage.editions-link': { ja: '版の一覧', en: 'All editions' },
  'lineage.title': { ja: '指標の系統', en: 'Line of the indicator' },

  // 版の一覧
  'lineage.editions-title': { ja: '計画の版', en: 'Editions of the plan' },
  'lineage.edition-absent': {
    ja: 'その版はありません。市の頁から、計画を選び直してください。',
    en: 'There is no such edition. Choose the plan again from the municipality page.',
  },
  'lineage.col-state': { ja: 'いまの版か', en: 'State' },
  'lineage.col-period': { ja: '計画期間', en: 'Period' },
  'lineage.col-publications': { ja: '公表', en: 'Publications' },
  'lineage.current': { ja: 'いまの版', en: 'Current' },
  'lineage.superseded': { ja: '旧版', en: 'Old' },
  'lineage.compare': { ja: 'いまの版と比べる', en: 'Compare with the current one' },
  'lineage.no-publications': { ja: 'なし', en: 'None' },
  'lineage.relatives': { ja: '前の期・次の期の計画', en: 'Plans of earlier and later periods' },
  'lineage.relation-earlier': { ja: '前の期', en: 'Earlier period' },
  'lineage.relation-later': { ja: '次の期', en: 'Next period' },
  'lineage.relation-other': { ja: 'ほかの計画', en: 'Another plan' },
  'lineage.relation-same-series': { ja: '題の同じ計画', en: 'Same title' },
  'lineage.national': { ja: '勘案した国の総合戦略', en: 'National strategy taken into account' },
  'lineage.no-national': {
    ja: 'まだ選ばれていません。改訂や次の期を始めるときに選びます。',
    en: 'Not chosen yet. It is chosen when a revision or the next period is started.',
  },
  'lineage.national-decided': { ja: '（{date} 決定）', en: '(decided {date})' },
  'lineage.national-years': { ja: '期間 {years}', en: 'period {years}' },
  'lineage.national-source': { ja: '確かめられる頁', en: 'Where to check' },
  'lineage.revise': { ja: 'この計画を改訂する', en: 'Revise this plan' },
  'lineage.next-start': { ja: '次の期の計画を始める', en: 'Start the next period' },

  // 指標の系統
  'lineage.indicator-absent': {
    ja: 'その指標は、この版にありません。計画の頁から選び直してください。',
    en: 'That indicator is not in this edition. Choose it again from the plan.',
  },
  'lineage.lead': {
    ja: 'この指標が載っている計画を、期間の順に並べています。実績はどの計画にも一度で入り、目標は計画ごとです。',
    en: 'The plans that carry this indicator, by period. An actual is entered once for all of them; targets belong to each plan.',
  },
  'lineage.lead-alone': {
    ja: 'この指標は、いまはこの計画だけに載っています。',
    en: 'At present only this plan carries this indicator.',
  },
  'lineage.not-drawn': {
    ja: '「{title}」は単位が違う（{unit}。この計画は {own}）ので、図に描きません。下の表で見てください。',
    en: '“{title}” uses another unit ({unit}; here {own}), so it is not drawn. See the table below.',
  },
  'lineage.chart-description': { ja: 'すべての計画を通した実績は {points}。', en: 'Actuals over all plans: {points}.' },
  'lineage.chart-caption': { ja: 'すべての期を通した実績と、目標。', en: 'Actuals over all periods, and targets.' },
  'lineage.caption-others': {
    ja: '点線と白抜きの菱形は、ほかの期・計画の目標です。',
    en: 'Dotted lines and hollow diamonds are the targets of other periods and plans.',
  },
  'lineage.target-here': { ja: '目標', en: 'Target' },
  'lineage.target-earlier': { ja: '前の期', en: 'Earlier' },
  'lineage.target-later': { ja: '次の期', en: 'Next' },
  'lineage.target-other': { ja: 'ほかの計画', en: 'Other plan' },
  'lineage.here': { ja: 'この計画', en: 'This plan' },
  'lineage.row-unit': { ja: '単位', en: 'Unit' },
  'lineage.row-baseline': { ja: '基準値', en: 'Baseline' },
  'lineage.row-target': { ja: '最終目標', en: 'Final target' },
  'lineage.no-target': { ja: 'まだない', en: 'not set' },
  'lineage.linked': { ja: 'つないだ指標', en: 'Linked indicators' },
  'lineage.link': { ja: 'ほかの計画の同じ指標につなぐ', en: 'Link to the same indicator in another plan' },
  'lineage.link-lead': {
    ja: 'つなぐと、これからの実績は一度だけ尋ね、どちらの計画にも入ります（その計画の期間の年度だけ）。目標・基準値・文は計画ごとのままで、もうある実績は変わりません。',
    en: 'Once linked, actuals are asked once and reach both plans (for the years of each plan’s period). Targets, baselines and texts stay with each plan, and actuals already there do not change.',
  },
  'lineage.candidates': { ja: '同じものらしい指標', en: 'Indicators that look the same' },
  'lineage.found': { ja: '見つかった指標', en: 'Indicators found' },
  'lineage.no-candidates': {
    ja: 'ほかの計画に、名の似た、単位の比べられる指標はありません。名で探してください。',
    en: 'No other plan has an indicator with a similar name and a comparable unit. Search by name.',
  },
  'lineage.none-found': {
    ja: 'その語のある、単位の比べられる指標は、ほかの計画にありません。別の語で探してください。',
    en: 'No indicator of another plan has that word and a comparable unit. Try another word.',
  },
  'lineage.candidate-target': { ja: '目標 {target}', en: 'target {target}' },
  'lineage.ground-name': { ja: '名が同じ', en: 'same name' },
  'lineage.ground-similar-name': { ja: '名が似ている', en: 'similar name' },
  'lineage.ground-unit': { ja: '単位が同じ', en: 'same unit' },
  'lineage.ground-owner': { ja: '担当が同じ', en: 'same owner' },
  'lineage.find': { ja: 'ほかの計画の指標を名で探す', en: 'Search other plans by name' },
  'lineage.reason': { ja: 'わけ（記録に残ります）', en: 'Reason (kept on record)' },
  'lineage.link-do': { ja: 'つなぐ', en: 'Link' },
  'lineage.unlink': { ja: '系統から外す', en: 'Take out of the line' },
  'lineage.unlink-lead': {
    ja: '外すと、これからの実績は計画ごとに尋ねます。もう入った実績は、どの計画でも変わりません。',
    en: 'Once taken out, actuals are asked for each plan. Actuals already entered stay in every plan.',
  },
  'lineage.unlink-do': { ja: '外す', en: 'Take out' },
  'lineage.done-linked': { ja: 'つなぎました。', en: 'Linked.' },
  'lineage.done-unlinked': { ja: '系統から外しました。', en: 'Taken out of the line.' },
  'lineage.no-reason': {
    ja: 'わけが書かれていません。わけを書いてください。',
    en: 'No reason is given. Write the reason.',
  },
  'lineage.reason-too-long': {
    ja: 'わけが長すぎます。{limit}字までにしてください。',
    en: 'The reason is too long. Keep it within {limit} characters.',
  },
  'lineage.same-plan': {
    ja: '同じ計画の中の指標どうしはつなげません。同じ行が二度載っているなら、再掲として直してください。',
    en: 'Indicators of one plan cannot be linked. If the same row is printed twice, mark it as a repeat.',
  },
  'lineage.is-repeat': {
    ja: '再掲の行はつなげません。元の行を選んでください。',
    en: 'A repeated row cannot be linked. Choose its first row.',
  },
  'lineage.units-differ': {
    ja: '単位が {one} と {other} で、直しても比べられないので、つなげません。単位が誤りなら、計画の単位を先に直してください。',
    en: 'The units {one} and {other} cannot be converted into each other, so they cannot be linked. If a unit is wrong, correct the plan first.',
  },
  'lineage.linked-already': {
    ja: '「{name}」とは、もうつながっています。',
    en: '“{name}” is linked already.',
  },
  'lineage.link-absent': {
    ja: 'その指標は、もう系統から外されています。頁を開き直してください。',
    en: 'That indicator is no longer in the line. Open the page again.',
  },

  // 次の期
  'lineage.next-title': { ja: '次の期の計画を始める', en: 'Start the plan of the next period' },
  'lineage.next-lead': {
    ja: 'いまの計画を写して、次の期の案を作ります。基準値には前の期の終わりの実績が入り、目標は空になります。決めるまで、いまの計画は変わりません。',
    en: 'A draft of the next period is made from this plan. Baselines take the last actuals; targets start empty. Nothing in this plan changes until the draft is adopted.',
  },
  'lineage.next-open-lead': { ja: 'もう次の期の案があります。', en: 'A draft of the next period exists already:' },
  'lineage.next-name': { ja: '次の期の計画の題', en: 'Title of the next plan' },
  'lineage.next-years': { ja: '計画期間（年度）', en: 'Period (fiscal years)' },
  'lineage.next-years-hint': {
    ja: '始まりと終わりの年度（2025、R7、令和7年度のどれでも）',
    en: 'First and last fiscal year (2025, R7 or 令和7年度)',
  },
  'lineage.next-first': { ja: '始まりの年度', en: 'First fiscal year' },
  'lineage.next-last': { ja: '終わりの年度', en: 'Last fiscal year' },
  'lineage.no-frame': { ja: '定めない', en: 'None' },
  'lineage.next-purpose': { ja: '策定の趣旨（書かなくてもよい）', en: 'Purpose (optional)' },
  'lineage.keep': { ja: '続けるもの', en: 'What goes on' },
  'lineage.keep-lead': {
    ja: '次の期に載せないものの印を外してください。節の印を外すと、その下もすべて載せません。新しいものは、案ができてから足せます。',
    en: 'Clear the mark of what is not carried on. Clearing a heading drops everything under it. New entries can be added in the draft.',
  },
  'lineage.baselines-empty': {
    ja: '実績が一つもなく、基準値が空になる指標が{count}件あります。',
    en: '{count} indicators have no actual, so their baselines stay empty.',
  },
  'lineage.project': { ja: '事業', en: 'Project' },
  'lineage.baseline': { ja: '基準値', en: 'baseline' },
  'lineage.baseline-none': { ja: '実績がないので、基準値は空', en: 'no actual: baseline left empty' },
  'lineage.baseline-unsettled': { ja: '変わりうる値', en: 'may still change' },
  'lineage.drop-reason': { ja: '載せないわけ（書かなくてもよい）', en: 'Why they are dropped (optional)' },
  'lineage.next-do': { ja: '次の期の案を作る', en: 'Make the draft' },
  'lineage.title-missing': {
    ja: '計画の題がありません。題を入れてください。',
    en: 'The title is missing. Enter a title.',
  },
  'lineage.title-too-long': {
    ja: '計画の題が長すぎます。{limit}字までにしてください。',
    en: 'The title is too long. Keep it within {limit} characters.',
  },
  'lineage.title-taken': {
    ja: '「{title}」という題の計画が、もうあります。期の分かる別の題にしてください。',
    en: 'A plan titled “{title}” exists already. Choose a title that tells the period.',
  },
  'lineage.years-wrong': {
    ja: '計画期間が読めません。始まりと終わりの年度を、2025 や 令和7年度 のように、古い順に入れてください。',
    en: 'The period cannot be read. Enter the first and last fiscal year, such as 2025 or R7, earlier first.',
  },
  'lineage.starts-before': {
    ja: '次の期は、前の期の始まり（{year}年度）より後に始まらなければなりません。始まりの年度を直してください。',
    en: 'The next period must start after fiscal year {year}, when the current one started. Correct the first year.',
  },
  'lineage.frame-unknown': {
    ja: 'その国の総合戦略は一覧にありません。選び直してください。',
    en: 'That national strategy is not in the list. Choose again.',
  },
  'lineage.text-too-long': {
    ja: '文が長すぎます。{limit}字までにしてください。',
    en: 'The text is too long. Keep it within {limit} characters.',
  },
  'lineage.nothing-kept': {
    ja: '続けるものが一つもありません。続けるものに印を付けてください。',
    en: 'Nothing is carried on. Mark what goes on.',
  },
  'lineage.next-open': {
    ja: 'この計画の次の期の案「{title}」が、もうあります。それを開くか、取り下げてから始めてください。',
    en: 'A draft of the next period, “{title}”, exists already. Open it, or withdraw it before starting another.',
  },
} as const satisfies Catalogue
