import type { Catalogue } from '../message.ts'

/** 指標の帳票（進捗状況一覧表・集計表）を作れないわけ。 */
export const indicatorReportWords = {
  'report-no-indicators': {
    ja: '「{plan}」には指標が一つもないので、{form}は作れません。指標の載った図書を取り込んでから、もう一度作ってください。',
    en: '"{plan}" has no indicators, so the {form} cannot be made. Import a document that lists its indicators, then try again.',
  },
  'report-no-chosen-indicators': {
    ja: '選ばれた基本目標・担当課に当てはまる指標がないので、{form}は作れません。基本目標か担当課の選びを広げてください。',
    en: 'No indicator belongs to the chosen goals and departments, so the {form} cannot be made. Choose more goals or departments.',
  },
  'report-year-without-figures': {
    ja: '{year}の実績は一つもありません。実績のある年度は{years}です。この中から選んでください。',
    en: 'There are no actuals for {year}. Years with actuals: {years}. Choose one of them.',
  },
  'report-year-before-any-figures': {
    ja: '「{plan}」にはまだ実績が一つもないので、{year}の資料は作れません。実績を入れるか、年度を選ばずに作ってください。',
    en: '"{plan}" has no actuals yet, so nothing can be reported for {year}. Enter actuals, or make it without choosing a year.',
  },
  'report-no-years': {
    ja: '載せる年度が一つもありません。年度を一つ以上選んでください。',
    en: 'No years were chosen to show. Choose at least one year.',
  },
  'report-year-without-grades': {
    ja: '{year}の評価の集計はありません。集計のある年度は{years}です。この中から選んでください。',
    en: 'There is no table of grades for {year}. Years with one: {years}. Choose one of them.',
  },
  'report-nothing-to-grade': {
    ja: '「{plan}」には評価も、評価のもとになる実績もないので、評価区分集計表は作れません。評価か実績を入れてから、もう一度作ってください。',
    en: '"{plan}" has neither grades nor actuals to judge, so the table of grades cannot be made. Enter grades or actuals, then try again.',
  },
} as const satisfies Catalogue
