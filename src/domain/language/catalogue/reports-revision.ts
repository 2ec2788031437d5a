import type { Catalogue } from '../message.ts'

/** 改訂概要と重点目標一覧表を作れないときの文。 */
export const revisionReportWords = {
  'report-no-revision': {
    ja: '「{plan}」には、評価の集計も、見直し基準も、主な変更内容もないため、改訂概要を作れません。改訂概要の図書を取り込むと作れます。',
    en: '"{plan}" has no grade counts, no revision rules and no changes, so the revision overview cannot be made. Import the overview of the revision first.',
  },
  'report-no-grades-in-year': {
    ja: '{year}の実績の評価は取り込まれていません。評価のある年度を選ぶか、年度を選ばずに作ってください。',
    en: 'No grades for {year} have been imported. Choose a year that has grades, or leave the year open.',
  },
  'report-goal-without-changes': {
    ja: '基本目標「{goal}」の主な変更内容は、この計画にありません。あるのは {known} です。選び直してください。',
    en: 'This plan has no changes for the basic goal "{goal}". It has those for {known}. Choose one of these.',
  },
  'report-no-priority-goals': {
    ja: '「{plan}」には重点目標がないため、重点目標一覧表を作れません。重点目標一覧表（中間報告調書など）を取り込むと作れます。',
    en: '"{plan}" has no priority goals, so their list cannot be made. Import a list of priority goals first.',
  },
  'report-department-without-goals': {
    ja: '「{department}」の重点目標は、この計画にありません。あるのは {known} です。選び直してください。',
    en: 'This plan has no priority goals of "{department}". It has those of {known}. Choose one of these.',
  },
  'report-no-priority-goals-in-year': {
    ja: '{year}の重点目標は取り込まれていません。重点目標のある年度（{known}）を選ぶか、年度を選ばずに作ってください。',
    en: 'No priority goals for {year} have been imported. Choose a year that has them ({known}), or leave the year open.',
  },
} as const satisfies Catalogue
