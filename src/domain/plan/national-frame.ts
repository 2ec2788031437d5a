import type { Wording } from '../language/message.ts'

/**
 * 市の総合戦略が勘案する、国の総合戦略の代。まち・ひと・しごと創生法第10条により、市町村は国と県の総合戦略を勘案して定めるよう努める。
 * いくつもの代の計画が並んで走るので、どれを勘案したかは版ごとの値で持ち、プログラムには書かない。
 */
export type NationalFrame = {
  /** 版と改訂の案に残る符号。 */
  readonly code: string
  readonly title: Wording
  /** 決めた日（`2025-12-23`）か月（`2022-12`）。 */
  readonly decidedOn: string
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** 柱（しるべのことばで短く）。出典で確かめられないものは書かない。 */
  readonly pillars: readonly Wording[]
  /** 期間や続きの注意。 */
  readonly remark: Wording | null
  /** 確かめられる頁。 */
  readonly source: string
}

/**
 * 古い順。年度・決定の日・柱は、分野の手引き §4 にまとめた次の頁による（第1期・第2期の決定の月だけは広く知られたもので、頁で確かめていない）。
 * 新しい代ができたら、ここに一件を足す。
 */
export const nationalFrames: readonly NationalFrame[] = [
  {
    code: 'first-period',
    title: {
      ja: 'まち・ひと・しごと創生総合戦略（第1期）',
      en: 'Comprehensive Strategy for Towns, People and Jobs (1st period)',
    },
    decidedOn: '2014-12',
    firstYear: 2015,
    lastYear: 2019,
    pillars: [],
    remark: null,
    source: 'https://www.city.seki.lg.jp/0000019397.html',
  },
  {
    code: 'second-period',
    title: {
      ja: 'まち・ひと・しごと創生総合戦略（第2期）',
      en: 'Comprehensive Strategy for Towns, People and Jobs (2nd period)',
    },
    decidedOn: '2019-12',
    firstYear: 2020,
    lastYear: 2024,
    pillars: [],
    remark: {
      ja: '令和4年12月に、デジタル田園都市国家構想総合戦略に抜本的に改められました。',
      en: 'Fundamentally revised into the Digital Garden City strategy in December 2022.',
    },
    source: 'https://www.city.seki.lg.jp/0000019397.html',
  },
  {
    code: 'digital-garden-city',
    title: {
      ja: 'デジタル田園都市国家構想総合戦略',
      en: 'Comprehensive Strategy for the Vision for a Digital Garden City Nation',
    },
    decidedOn: '2022-12',
    firstYear: 2023,
    lastYear: 2027,
    pillars: [],
    remark: null,
    source: 'https://www.city.naka.lg.jp/gyousei/ijyu-teijyu/page006303.html',
  },
  {
    code: 'regional-revitalization-2',
    title: { ja: '地方創生2.0基本構想', en: 'Basic Concept of Regional Revitalization 2.0' },
    decidedOn: '2025-06-13',
    firstYear: null,
    lastYear: null,
    pillars: [],
    remark: {
      ja: '10年の構想で、五つの柱と国の重要目標（KGI）を置きます。総合戦略の前に決められた基本の考え方です。',
      en: 'A ten-year concept with five pillars and national goals (KGI), decided ahead of the strategy itself.',
    },
    source: 'https://worldjpn.net/documents/texts/SDGs/20250613.O1J.html',
  },
  {
    code: 'strategy-2025',
    title: { ja: '地方創生に関する総合戦略', en: 'Comprehensive Strategy for Regional Revitalization (2025)' },
    decidedOn: '2025-12-23',
    firstYear: 2025,
    lastYear: 2029,
    pillars: [
      { ja: '強い経済', en: 'A strong economy' },
      { ja: '豊かな生活環境', en: 'A good place to live' },
      { ja: '選ばれる地方', en: 'Regions that are chosen' },
    ],
    remark: {
      ja: '令和8年夏までに「地域未来戦略」をまとめるとされています。',
      en: 'A “regional future strategy” was announced to follow by the summer of 2026.',
    },
    source: 'https://www.nippon.com/ja/news/yjj2025122300297/',
  },
]

/** 符号から。知らない符号（と null）は undefined。 */
export const nationalFrame = (code: string | null): NationalFrame | undefined =>
  nationalFrames.find((each) => each.code === code)

/**
 * その期間の計画が勘案しうる国の総合戦略。期間の重なるものと、期間の定めのないもの。期間が分からなければすべて。
 *
 * @example framesFor(2025, 2029).map(({ code }) => code) // → ['digital-garden-city', 'regional-revitalization-2', 'strategy-2025']
 */
export const framesFor = (firstYear: number | null, lastYear: number | null): readonly NationalFrame[] =>
  nationalFrames.filter(
    (frame) =>
      frame.firstYear === null ||
      frame.lastYear === null ||
      ((lastYear === null || frame.firstYear <= lastYear) && (firstYear === null || firstYear <= frame.lastYear)),
  )
