import type { Catalogue } from '../message.ts'

/** 事業の帳票（取組事業一覧・重点施策一覧・個票）が作れないときのことば。 */
export const projectReportWords = {
  'report-projects-none': {
    ja: 'この計画には事業が一つもないので、「{form}」は作れません。事業の一覧や個票のある図書（アクションプランなど）を取り込んでください。',
    en: 'This plan has no projects, so "{form}" cannot be made. Import a document with a list of projects or project sheets, such as an action plan.',
  },
  'report-priority-projects-none': {
    ja: 'この計画には重点施策の印の付いた事業がないので、「{form}」は作れません。重点施策の一覧か、重点の印のある事業の一覧を取り込んでください。すべての事業の表は「{instead}」で作れます。',
    en: 'No project of this plan is marked as a priority, so "{form}" cannot be made. Import a list of priority projects, or a list of projects with a priority mark. "{instead}" has all the projects.',
  },
  'report-sheets-none': {
    ja: 'この計画には個票がないので、「{form}」は作れません。個票のある図書を取り込んでください。事業の一覧は「{instead}」で作れます。',
    en: 'This plan has no project sheets, so "{form}" cannot be made. Import a document with project sheets. "{instead}" has the list of projects.',
  },
  'report-projects-none-chosen': {
    ja: '選ばれた基本目標・担当課に当てはまる事業がないので、「{form}」は作れません。基本目標か担当課の選びを広げてください。',
    en: 'No project matches the chosen goals and departments, so "{form}" cannot be made. Widen the choice of goals or departments.',
  },
} as const satisfies Catalogue
