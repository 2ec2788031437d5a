import type { Catalogue } from '../message.ts'
import { webAccountWords } from './web-account.ts'
import { webAuditWords } from './web-audit.ts'
import { webColumnWords } from './web-columns.ts'
import { webCommitteeWords } from './web-committee.ts'
import { webComparisonWords } from './web-comparison.ts'
import { webEntryWords } from './web-entry.ts'
import { webFindingWords } from './web-findings.ts'
import { webFlowWords } from './web-flow.ts'
import { webGradeWords } from './web-grades.ts'
import { webInstructionWords } from './web-instructions.ts'
import { webIntakeWords } from './web-intake.ts'
import { webLineageWords } from './web-lineage.ts'
import { webNoticesWords } from './web-notices.ts'
import { webPeopleWords } from './web-people.ts'
import { webPlaceWords } from './web-places.ts'
import { webPriorityYearWords } from './web-priority-year.ts'
import { webProjectWords } from './web-projects.ts'
import { webReportWords } from './web-reports.ts'
import { webRevisionWords } from './web-revisions.ts'
import { webRoundsWords } from './web-rounds.ts'
import { webScaleWords } from './web-scales.ts'
import { webSearchWords } from './web-search.ts'
import { webSheetsWords } from './web-sheets.ts'
import { webStartWords } from './web-start.ts'
import { webTagWords } from './web-tags.ts'
import { webTermWords } from './web-terms.ts'

/** 画面のことば。頁ごとの文と見出し（用語は web-terms.ts）。 */
export const webWords = {
  ...webTermWords,
  ...webIntakeWords,
  ...webColumnWords,
  ...webProjectWords,
  ...webPlaceWords,
  ...webTagWords,
  ...webFindingWords,
  ...webReportWords,
  ...webSearchWords,
  ...webStartWords,
  ...webAccountWords,
  ...webPeopleWords,
  ...webRoundsWords,
  ...webEntryWords,
  ...webSheetsWords,
  ...webFlowWords,
  ...webNoticesWords,
  ...webAuditWords,
  ...webScaleWords,
  ...webGradeWords,
  ...webCommitteeWords,
  ...webPriorityYearWords,
  ...webInstructionWords,
  ...webRevisionWords,
  ...webComparisonWords,
  ...webLineageWords,

  'frame.product': { ja: 'しるべ', en: 'Shirube' },
  'frame.skip': { ja: '本文へ', en: 'Skip to the content' },
  'frame.years': { ja: '年の書き方', en: 'Years as' },
  'frame.years-both': { ja: '和暦と西暦', en: 'both' },
  'frame.years-era': { ja: '和暦', en: 'Japanese eras' },
  'frame.years-western': { ja: '西暦', en: 'western' },
  'frame.find-in': {
    ja: '{name}の指標・事業・担当課・図書を探す',
    en: 'Search the indicators, projects, departments and documents of {name}',
  },
  'frame.find-words': { ja: 'ことばで探す', en: 'Search' },
  'frame.recorded-as': { ja: '記録に残る名：', en: 'Recorded as:' },
  'frame.work': { ja: 'あなたの仕事', en: 'Your work' },
  'frame.notices': { ja: '通知', en: 'Notices' },
  'frame.settings': { ja: '設定', en: 'Settings' },
  'frame.sign-in': { ja: 'ログイン', en: 'Sign in' },
  'frame.sign-out': { ja: 'ログアウト', en: 'Sign out' },
  'frame.you': { ja: 'あなた', en: 'You' },
  'frame.crumbs': { ja: 'いまいるところ', en: 'You are here' },
  'frame.foot': {
    ja: '数値は、取り込んだ図書か、課が入れて受理されたもののとおりで、達成率はしるべが計算し直したものです。',
    en: 'Every figure is as printed in the imported document, or as a department entered it and it was accepted; achievement rates are recomputed by Shirube.',
  },

  'cities.title': { ja: '市町村', en: 'Municipalities' },
  'cities.lead': {
    ja: '計画の進み具合を見る市町村を選んでください。',
    en: 'Choose the municipality whose plans you want to see.',
  },
  'cities.search': { ja: '市町村の名前か団体コード', en: 'Name or municipality code' },
  'cities.try': {
    ja: '見本の市では、担当者・課長・企画課などの役を選んで、実績の入力から受理までを試せます。',
    en: 'In a sample city you can choose a role (clerk, head, planning office…) and try everything from entry to acceptance.',
  },
  'cities.find': { ja: '探す', en: 'Search' },
  'cities.name': { ja: '市町村', en: 'Municipality' },
  'cities.plans': { ja: '計画', en: 'Plans' },
  'cities.latest': { ja: '最新の実績', en: 'Latest figures' },
  'cities.code': { ja: '団体コード', en: 'Code' },
  'cities.no-figures': { ja: 'まだ実績がありません', en: 'No figures yet' },
  'cities.empty': {
    ja: 'まだ計画がありません。「図書を取り込む」から計画書や進捗の表を入れると、ここに市町村が並びます。',
    en: 'There are no plans yet. Bring in a plan or a progress table with "Bring a document in" and its municipality will appear here.',
  },
  'cities.no-match': {
    ja: '「{q}」に合う市町村はありません。名前の一部か、団体コードの初めの数字で探してください。',
    en: 'No municipality matches "{q}". Try part of a name or the first digits of a code.',
  },

  'city.empty': {
    ja: 'まだ計画がありません。「図書を取り込む」から、手元の計画書や進捗の表を入れると、ここに並びます。',
    en: 'There are no plans yet. Bring in a plan or a progress table with "Bring a document in" and it will appear here.',
  },
  'city.as-of': { ja: '{year}の実績まで', en: 'figures up to {year}' },
  'city.count-indicators': { ja: '指標 {count}行', en: '{count} indicator rows' },
  'city.count-projects': { ja: '事業 {count}行', en: '{count} project rows' },
  'city.count-priority': { ja: '重点目標 {count}', en: '{count} priority goals' },
  'city.count-revisions': { ja: '改訂の変更 {count}', en: '{count} revision items' },

  'tabs.label': { ja: 'この計画の見方', en: 'Views of this plan' },
  'tabs.plan': { ja: '計画の全体', en: 'The plan' },
  'tabs.projects': { ja: '事業', en: 'Projects' },
  'tabs.priority': { ja: '重点目標', en: 'Priority goals' },
  'tabs.revision': { ja: '改訂', en: 'Revision' },
  'tabs.findings': { ja: '突合結果', en: 'Findings' },
  'tabs.source': { ja: '出典の図書', en: 'Source document' },

  'years.label': { ja: '年度を選ぶ', en: 'Choose a fiscal year' },

  'plan.glance': { ja: 'いまの進み具合', en: 'Progress at a glance' },
  'plan.tree': { ja: '目標と指標', en: 'Goals and indicators' },
  'plan.policy': { ja: '計画の文を読む', en: 'Read the text of the plan' },
  'plan.period-unknown': { ja: '計画期間は図書に書かれていません', en: 'The plan period is not stated' },
  'plan.empty': {
    ja: 'この計画からは、目標も指標も読み取れていません。出典の図書を見て、読める様式か確かめてください。',
    en: 'No goals or indicators were read from this plan. Look at the source document and check that its form can be read.',
  },
  'plan.node-empty': {
    ja: 'この見出しの下には、指標も事業も印刷されていません。',
    en: 'Nothing is printed under this heading.',
  },

  'counts.goal': { ja: '基本目標', en: 'Goal' },
  'counts.share': { ja: '割合', en: 'Share' },
  'counts.all': { ja: '計', en: 'All' },
  'counts.total': { ja: '合計', en: 'Total' },
  'counts.link': { ja: '{standing} {count}件を一覧表で見る', en: '{standing}: show {count} in the table' },
  'counts.meaning': { ja: '達成・順調・遅れの分け方', en: 'How the states are decided' },
  'counts.once': {
    ja: '再掲と内訳の行、KPIに数えないと書かれた行は、数に入れていません。',
    en: 'Repeated rows, breakdown rows and rows declared not to be KPIs are not counted.',
  },

  'table.title': { ja: '進捗状況一覧表', en: 'Progress table' },
  'table.title-summary': { ja: '数値目標・KPI集計表', en: 'KPI summary' },
  'table.unit': { ja: '単位 {unit}', en: 'unit {unit}' },
  'table.indicator': { ja: '指標', en: 'Indicator' },
  'table.line': { ja: '段', en: 'Line' },
  'table.baseline': { ja: '基準値', en: 'Baseline' },
  'table.target-value': { ja: '目標値', en: 'Target' },
  'table.target': { ja: '目標', en: 'Target' },
  'table.actual': { ja: '実績', en: 'Actual' },
  'table.rate': { ja: '達成率', en: 'Rate' },
  'table.total': { ja: '期間の合計', en: 'Period total' },
  'table.cost': { ja: '事業費', en: 'Cost' },
  'table.department': { ja: '担当課', en: 'Department' },
  'table.remarks': { ja: '備考', en: 'Remarks' },
  'table.sheet': { ja: 'シートNo.', en: 'Sheet' },
  'table.repeat': { ja: '再掲', en: 'repeat' },
  'table.first': { ja: '元の行へ', en: 'first row' },
  'table.breakdown': { ja: '内訳', en: 'of which' },
  'table.doubtful': { ja: '要確認', en: 'to be checked' },
  'table.shown-all': {
    ja: '{rows}行（数える指標は{counted}件）。',
    en: '{rows} rows ({counted} counted indicators).',
  },
  'table.shown-some': {
    ja: '{of}行のうち{rows}行（数える指標は{counted}件）。',
    en: '{rows} of {of} rows ({counted} counted indicators).',
  },
  'table.standing-year': { ja: '状態は{year}のものです。', en: 'States are those of {year}.' },
  'table.recomputed': {
    ja: '印刷された達成率{total}個をすべて計算し直し、{same}個が一致しました。',
    en: 'All {total} printed rates were recomputed; {same} agree.',
  },
  'table.differing': { ja: '一致しない{count}個を見る', en: 'show the {count} that do not' },
  'table.no-match': {
    ja: 'この条件に合う指標はありません。条件を減らすか「条件をすべて外す」を選んでください。',
    en: 'No indicator matches. Remove a condition or clear the filter.',
  },
  'table.no-indicators': {
    ja: 'この計画の図書には、指標の表がありません。',
    en: 'The document of this plan has no table of indicators.',
  },

  'filter.goal': { ja: '基本目標', en: 'Goal' },
  'filter.department': { ja: '担当課', en: 'Department' },
  'filter.standing': { ja: '状態', en: 'State' },
  'filter.all': { ja: 'すべて', en: 'All' },
  'filter.apply': { ja: '絞り込む', en: 'Filter' },
  'filter.clear': { ja: '条件をすべて外す', en: 'Clear the filter' },

  'rate.met': { ja: '達成', en: 'met' },
  'rate.not-met': { ja: '未達成', en: 'not met' },
  'rate.differs': { ja: '計算では{computed}', en: 'computed {computed}' },
  'rate.not-computed': { ja: '計算できず', en: 'not computable' },

  'legend.title': { ja: '表の見方', en: 'How to read this table' },
  'legend.rates': {
    ja: '達成率は市が印刷した率で、計算し直して違ったものには「≠」の形と計算した率を添えています。薄い字の率は、図書に印刷がなく計算だけで出したものです。実績の数字を選ぶと、計算と出典が開きます。',
    en: 'Rates are as printed by the city; those that do not recompute carry the ≠ shape and the computed rate. Rates in lighter type are computed only. Choose a figure to see its working and its source.',
  },
  'legend.none': {
    ja: '「―」は値がないことを表し、ゼロではありません。わけの分かるものは、数字に合わせるか、指標の頁で読めます。',
    en: 'A dash means there is no value; it is not zero. The reason, where known, appears on hover and on the indicator page.',
  },
  'legend.standing': { ja: '状態の意味：', en: 'States:' },

  'indicator.rated': {
    ja: '{year}は{actual}。{target}に対し{rate}で、{standing}。',
    en: '{actual} in {year}: {rate} of {target} – {standing}.',
  },
  'indicator.judged': {
    ja: '{year}は{actual}。{target}に照らして、{standing}。',
    en: '{actual} in {year}, against {target} – {standing}.',
  },
  'indicator.no-rate': {
    ja: '{year}は{actual}。{target}。達成率は出していません：{why}',
    en: '{actual} in {year}; {target}. No rate: {why}',
  },
  'indicator.no-actual': { ja: 'まだ実績がありません。{target}。', en: 'There are no actual figures yet; {target}.' },
  'indicator.target-year': { ja: '{year}の目標{target}', en: 'the {year} target of {target}' },
  'indicator.target-period': { ja: '計画期間の目標{target}', en: 'the target of {target} for the whole period' },
  'indicator.target': { ja: '目標{target}', en: 'the target of {target}' },
  'indicator.target-none': { ja: '目標は決められていません', en: 'no target is set' },
  'indicator.workings': { ja: '年度ごとの値と計算', en: 'Figures and workings by year' },
  'indicator.notes': { ja: 'この指標についての気づき', en: 'Notes on this indicator' },
  'indicator.elsewhere': { ja: 'ほかに出てくるところ', en: 'Where else it appears' },
  'indicator.neighbours': { ja: '前後の指標', en: 'Neighbouring indicators' },
  'indicator.in-table': { ja: '一覧表のこの行を見る', en: 'See this row in the table' },
  'indicator.before': { ja: '前の指標', en: 'Previous' },
  'indicator.after': { ja: '次の指標', en: 'Next' },

  'chart.title': { ja: '{name}の推移', en: 'Series of {name}' },
  'chart.description': { ja: '実績は{points}。目標は{target}。', en: 'Actual figures: {points}. Target: {target}.' },
  'chart.caption': { ja: '同じ値を次の表に示します。', en: 'The same figures are in the table below.' },
  'chart.caption-target': { ja: '破線と菱形が目標です。', en: 'The dashed line and diamonds are the target.' },
  'chart.caption-baseline': { ja: '白ぬきが基準値です。', en: 'The hollow mark is the baseline.' },

  'workings.year': { ja: '年度', en: 'Fiscal year' },
  'workings.working': { ja: '計算', en: 'Working' },
  'workings.printed': { ja: '印刷された率', en: 'Printed rate' },
  'workings.standing': { ja: '状態', en: 'State' },

  'facts.title': { ja: '指標の定義', en: 'Definition' },
  'facts.target': { ja: '最終の目標', en: 'Final target' },
  'facts.accumulation': { ja: '数え方', en: 'How it is counted' },
  'facts.measured': { ja: '測り方', en: 'How it is measured' },
  'facts.unit': { ja: '単位', en: 'Unit' },
  'facts.unit-none': { ja: '書かれていません', en: 'not stated' },
  'facts.project': { ja: '事業', en: 'Project' },
  'facts.printed-grade': { ja: '印刷された判定', en: 'Printed grade' },
  'facts.comment': { ja: '添えられた文', en: 'Comment' },
  'facts.source': { ja: '出典', en: 'Source' },
  'facts.formula': { ja: '達成率の式', en: 'Formula of the rate' },

  'source.title': { ja: '出典の図書', en: 'Source document' },
  'source.short': { ja: '出典', en: 'Source' },
  'source.about': {
    ja: '{date} 取込み・{bytes}バイト・指紋 {sha}…',
    en: 'imported {date} · {bytes} bytes · SHA-256 {sha}…',
  },
  'source.text': { ja: '図書の本文', en: 'Text of the document' },
  'source.sheets': { ja: 'シート', en: 'Sheets' },
  'source.window': { ja: '前後の行', en: 'Other lines' },
  'source.earlier': { ja: '前の行', en: 'Earlier lines' },
  'source.later': { ja: '次の行', en: 'Later lines' },
  'source.lines': { ja: '{from}～{to}行目（全{of}行）', en: 'lines {from}–{to} of {of}' },
  'source.no-place': {
    ja: '取り込んだ図書を、書かれたまま示しています。指標の頁で値の出典を選ぶと、その行に印が付きます。',
    en: 'The imported document as it is. Choose the source of a figure on an indicator page to see its line marked here.',
  },
  'source.rebuilt': {
    ja: 'この図書の原本は預かっていません。読み取った値だけを、それが書かれていた行に並べています。原本を「shirube import」で取り込み直すと、図書そのものが見られます。',
    en: 'The document itself is not kept here; only what was read from it is shown, on the lines where it stood. Import the original with "shirube import" to see it whole.',
  },
  'source.not-found': {
    ja: '{place}は、この図書にありません。番地の行やセルを確かめてください。',
    en: 'There is no {place} in this document. Check the line or cell in the address.',
  },
  'source.read-here': { ja: '{place}から読み取ったもの', en: 'What was read from {place}' },
  'source.read-nothing': { ja: 'この場所からは何も読み取っていません。', en: 'Nothing was read from here.' },
  'source.jump': { ja: '印を付けた{place}へ', en: 'Go to the marked {place}' },

  'projects.title': { ja: '事業', en: 'Projects' },
  'projects.empty': {
    ja: 'この計画の図書には、事業の一覧がありません。',
    en: 'The document of this plan has no list of projects.',
  },
  'projects.matrix': { ja: '取組事業一覧', en: 'All projects' },
  'projects.list': { ja: '重点施策一覧', en: 'Priority projects' },
  'projects.sheet': { ja: '個票', en: 'Project sheets' },
  'projects.table': { ja: '集計表の事業', en: 'Projects of the table' },
  'projects.name': { ja: '事業名', en: 'Project' },
  'projects.priority': { ja: '重点', en: 'Priority' },
  'projects.yes': { ja: '該当', en: 'yes' },
  'projects.content': { ja: '内容', en: 'Content' },
  'projects.implementers': { ja: '実施主体', en: 'Carried out by' },
  'projects.period': { ja: '期間', en: 'Period' },
  'projects.indicators': { ja: '指標', en: 'Indicators' },
  'projects.years': { ja: '年度ごとの実績・予定', en: 'Done and planned by year' },

  'priority.title': { ja: '重点目標', en: 'Priority goals' },
  'priority.instructions': { ja: '市長指示事項', en: "Mayor's instructions" },
  'priority.item': { ja: '重点取組項目', en: 'Item' },
  'priority.target': { ja: '期限・数値目標', en: 'Deadline and target' },
  'priority.progress': { ja: '進捗状況', en: 'Progress' },
  'priority.grade': { ja: '評価', en: 'Grade' },
  'priority.no-target': { ja: '目標が印刷されていません', en: 'No target is printed' },
  'priority.no-progress': { ja: '進捗が印刷されていません', en: 'No progress is printed' },
  'priority.no-grade': { ja: '評価が印刷されていません', en: 'No grade is printed' },

  'revision.grades': { ja: '評価の集計', en: 'Grades' },
  'revision.class': { ja: '種類', en: 'Class' },
  'revision.grade': { ja: '{grade}評価', en: 'Grade {grade}' },
  'revision.grade-head': { ja: '評価', en: 'Grade' },
  'revision.rules': { ja: '評価ごとの見直し', en: 'Revision by grade' },
  'revision.rule': { ja: '見直しの基準', en: 'Rule' },
  'revision.count': { ja: '修正した指標', en: 'Indicators changed' },
  'revision.changes': { ja: '修正の内容', en: 'Changes' },
  'revision.items': { ja: '主な変更', en: 'Main changes' },

  'away.title': { ja: 'ログインの時間が切れました', en: 'Your sign-in has expired' },
  'away.kept': {
    ja: 'まだ送られていませんが、打ったものはこの頁に残っています。この頁を閉じずに、次の二つをしてください。',
    en: 'Nothing was sent yet, but what you typed is kept on this page. Leave it open and do these two things.',
  },
  'away.sign-in': { ja: '別の窓でログインする', en: 'Sign in, in another window' },
  'away.send-again': { ja: 'ログインできたら、もう一度送る', en: 'Send again once signed in' },
  'away.what': { ja: '送ろうとしたもの', en: 'What you were sending' },
  'away.forbidden': { ja: 'この役ではできません', en: 'Your role does not allow this' },
  'away.not-permitted': {
    ja: 'この頁は、あなたの役では使えません。できる人（企画課や管理者）に頼むか、役を持つ人としてログインし直してください。',
    en: 'Your role does not allow this page. Ask someone who may (the planning office or an administrator), or sign in as them.',
  },
  'trouble.home': { ja: '市町村の一覧へ', en: 'To the list of municipalities' },
  'trouble.not-found': { ja: '頁がありません', en: 'No such page' },
  'trouble.no-page': {
    ja: 'この番地の頁はありません。番地を確かめるか、市町村の一覧から選び直してください。',
    en: 'There is no page at this address. Check the address or start from the list of municipalities.',
  },
  'trouble.no-city': {
    ja: '団体コード{code}の市町村は、まだ取り込まれていません。6桁の団体コードを確かめるか、市町村の一覧から選んでください。',
    en: 'No plans of municipality {code} have been imported. Check the six-digit code or choose from the list.',
  },
  'trouble.no-plan': {
    ja: 'この市にその計画はありません。市の頁から計画を選び直してください。',
    en: 'This municipality has no such plan. Choose one from its page.',
  },
  'trouble.no-item': {
    ja: 'この計画にその指標や事業はありません。図書を取り込み直して載らなくなったのかもしれません。計画の頁から選び直してください。',
    en: 'This plan has no such indicator or project; it may have been dropped by a later import. Choose one from the plan page.',
  },
  'trouble.no-source': {
    ja: 'その図書は、この市に保存されていません。指標の頁の「出典」から開き直してください。',
    en: 'This document is not kept for this municipality. Open it again from a source link on an indicator page.',
  },
  'trouble.refused': { ja: '受け付けられませんでした', en: 'Not accepted' },
  'trouble.from-elsewhere': {
    ja: 'この画面から送られたものではないようなので、何も変えませんでした。ブラウザーの「戻る」で前の頁に戻り、頁を読み直してから、もう一度送ってください。',
    en: 'This does not seem to have been sent from these pages, so nothing was changed. Go back, reload the page and send it again.',
  },
  'upload-too-large': {
    ja: 'ファイルが{limit}を超えているので、受け取れません。写真や使わないシートを除いて保存し直すか、計画ごとに分けて送ってください。',
    en: 'The file is larger than {limit} and cannot be taken. Save it again without pictures or unused sheets, or send it in parts.',
  },
  'form-unreadable': {
    ja: '送られたものを読めませんでした。前の頁に戻って、もう一度送ってください。',
    en: 'What was sent could not be read. Go back and send it again.',
  },

  'trouble.only-get': { ja: 'できない操作です', en: 'Not allowed' },
  'trouble.only-get-why': {
    ja: 'この番地は、その送り方を受け付けません。何も変えていません。前の頁に戻り、画面のボタンから操作してください。',
    en: 'This address does not take that kind of request. Nothing was changed. Go back and use the buttons on the page.',
  },
  'trouble.failed': { ja: '思わぬ誤りが起きました', en: 'Something went wrong' },
  'trouble.failed-why': {
    ja: '頁を作れませんでした。もう一度開いても同じなら、「shirube doctor」を実行し、表示された文と、起動した端末に出た記録を保守の担当に渡してください。',
    en: 'The page could not be made. If it happens again, run "shirube doctor" and pass its output and the log in the terminal to whoever maintains this system.',
  },

  'serve.port-taken': {
    ja: 'ポート{port}はほかのプログラムが使っているので、{next}で開きます。',
    en: 'Port {port} is taken by another program; using {next}.',
  },
  'serve.samples': {
    ja: '見本の {count} 市を取り込みました（市が公表した図書の事実と数値）。',
    en: 'Loaded {count} sample cities (facts and figures of documents the cities published).',
  },
  'serve.ready': { ja: 'しるべを開きました：{address}', en: 'Shirube is open at {address}' },
  'serve.how-to-stop': {
    ja: 'データは {where} にあります。止めるときは Ctrl-C を押してください。',
    en: 'The data is in {where}. Press Ctrl-C to stop.',
  },
  'serve.closed': { ja: '閉じました。', en: 'Closed.' },
  'serve.no-port': {
    ja: 'ポート{first}から{last}まではどれも使われています。--port で別の番号を指定してください。',
    en: 'Ports {first} to {last} are all taken. Choose another with --port.',
  },
} as const satisfies Catalogue
