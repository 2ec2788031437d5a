import type { Catalogue } from '../message.ts'

/** 探す頁と、大きな計画を語・節・頁で絞るときのことば。 */
export const webSearchWords = {
  'search.title': { ja: '探す', en: 'Search' },
  'search.title-for': { ja: '「{q}」を探した結果', en: 'Search results for "{q}"' },
  'search.found': { ja: '{count}件見つかりました。', en: '{count} found.' },
  'search.how': {
    ja: '頁の上の欄に、指標・事業・施策・担当課・図書の名の一部を入れてください。空白で区切ると、どの語もあるものを探します。全角と半角、ひらがなとカタカナ、「サーバー」と「サーバ」の違いは気にしなくてかまいません。',
    en: 'Type part of the name of an indicator, project, measure, department or document into the box at the top. Words separated by spaces must all appear. Full or half width, hiragana or katakana, and long vowels make no difference.',
  },
  'search.nothing': {
    ja: '「{q}」が書かれたものは、{name}のどの計画にもありませんでした。語を減らすか、短くしてください（「空き家バンク登録」なら「空き家」）。言いかえた語でも試してください。',
    en: 'Nothing in the plans of {name} mentions "{q}". Try fewer or shorter words, or another word for it.',
  },
  'search.nothing-of-kind': {
    ja: '「{q}」が書かれた{kind}はありませんでした。ほかの種類なら下にあります。',
    en: 'No {kind} mentions "{q}", but other kinds do; see below.',
  },
  'search.kinds': { ja: '見つかったものの種類', en: 'Kinds found' },
  'search.kind-count': { ja: '{kind} {count}件', en: '{kind}: {count}' },
  'search.all-kinds': { ja: 'すべての種類', en: 'All kinds' },
  'search.all-of-kind': { ja: '{kind}{count}件をすべて見る', en: 'Show all {count} ({kind})' },
  'search.others': { ja: 'ほか{count}か所', en: 'also elsewhere: {count}' },
  'search.pages': { ja: '結果の頁', en: 'Pages of results' },
  'search.page': { ja: '{from}～{to}件目', en: '{from}–{to}' },
  'search.indicator': { ja: '指標', en: 'Indicators' },
  'search.project': { ja: '事業', en: 'Projects' },
  'search.node': { ja: '目標・施策', en: 'Goals and measures' },
  'search.department': { ja: '担当課', en: 'Departments' },
  'search.priority': { ja: '重点目標', en: 'Priority goals' },
  'search.instruction': { ja: '市長指示事項', en: "Mayor's instructions" },
  'search.revision': { ja: '改訂の内容', en: 'Revision items' },
  'search.source': { ja: '出典の図書', en: 'Source documents' },

  'filter.words': { ja: 'ことば', en: 'Words' },
  'filter.node': { ja: 'この見出しの下だけ：', en: 'Only under' },
  'table.rows-here': { ja: 'この頁は{from}～{to}行目です。', en: 'This page shows rows {from}–{to}.' },
  'table.show-all': { ja: '{rows}行を一頁で見る（印刷用）', en: 'Show all {rows} rows on one page (to print)' },
  'table.show-pages': { ja: '頁に分けて見る', en: 'Show in pages' },
  'table.too-many': {
    ja: '{limit}行を超える表は一頁にできません。基本目標や担当課で絞ると、一頁にして印刷できます。',
    en: 'A table of more than {limit} rows cannot be shown on one page. Filter by goal or department to print it.',
  },
  'plan.folded': {
    ja: '指標が多い計画なので、ここでは施策ごとの数だけを並べています。数を選ぶと、その指標だけの一覧表が開きます。',
    en: 'This plan has many indicators, so only the counts of each heading are shown here. Choose a count to see those indicators in the table.',
  },
  'plan.indicators': { ja: '指標{count}行', en: '{count} indicator rows' },
  'plan.to-rows': { ja: '{count}行を一覧表で見る', en: 'Show {count} rows in the table' },
} as const satisfies Catalogue
