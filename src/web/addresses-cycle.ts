import { part, query } from './address-parts.ts'

type Asked = Readonly<Record<string, string | number | undefined>>

/** 評価・外部の会議・重点目標・市長指示・改訂の番地。 */
export const cycleAddresses = (root: string) => {
  const city = (code: string) => `${root}/${code}`
  const plan = (code: string, edition: string) => `${city(code)}/plans/${part(edition)}`
  const below = (at: string, name: string | undefined, asked: Asked) =>
    `${at}${name === undefined ? '' : `/${part(name)}`}${query(asked)}`
  return {
    /** 評価区分（何をどの区分で評価するか）と、評価ごとの見直しの決まり。`name` は presets・edit・try・policies… */
    scales: (code: string, edition: string, name?: string, asked: Asked = {}) =>
      below(`${plan(code, edition)}/scales`, name, asked),
    /** 評価の一覧（年度は `?year=`）。`name` は open・close・save・summary… */
    grades: (code: string, edition: string, name?: string, asked: Asked = {}) =>
      below(`${plan(code, edition)}/grades`, name, asked),
    /** 一つのものの評価調書。kind は indicator・project・node。 */
    evaluation: (code: string, edition: string, kind: string, id: string, asked: Asked = {}) =>
      `${plan(code, edition)}/grades/${part(kind)}/${part(id)}${query(asked)}`,
    /** 外部の会議への付議。 */
    referrals: (code: string, asked: Asked = {}) => `${city(code)}/referrals${query(asked)}`,
    referral: (code: string, id: string, name?: string, asked: Asked = {}) =>
      below(`${city(code)}/referrals/${part(id)}`, name, asked),
    /** 部局の重点目標（年度ごと）。`year` は西暦の始まり。 */
    priorityYear: (code: string, year?: number, name?: string, asked: Asked = {}) =>
      below(`${city(code)}/priority${year === undefined ? '' : `/${year}`}`, name, asked),
    /** 部局の調書一つ。`name` は edit・report・step・history… */
    prioritySheet: (code: string, sheet: string, name?: string, asked: Asked = {}) =>
      below(`${city(code)}/priority-sheets/${part(sheet)}`, name, asked),
    /** ヒアリングの画面。 */
    hearing: (code: string, sheet: string, asked: Asked = {}) => `${city(code)}/hearing/${part(sheet)}${query(asked)}`,
    /** 市長指示事項。 */
    instructions: (code: string, asked: Asked = {}) => `${city(code)}/instructions${query(asked)}`,
    instruction: (code: string, id: string, name?: string, asked: Asked = {}) =>
      below(`${city(code)}/instructions/${part(id)}`, name, asked),
    /** 改訂の案。`name` は proposals・edit・changes・compare・adopt… */
    revisions: (code: string, asked: Asked = {}) => `${city(code)}/revisions${query(asked)}`,
    planRevision: (code: string, id: string, name?: string, asked: Asked = {}) =>
      below(`${city(code)}/revisions/${part(id)}`, name, asked),
    /** 改訂の案の帳票。`file` は print・file.pdf・file.xlsx・file.docx。 */
    revisionForm: (code: string, id: string, form: string, file: string) =>
      `${city(code)}/revisions/${part(id)}/forms/${part(form)}/${part(file)}`,
    /** この版をもとに、改訂・次の期を始める。 */
    startRevision: (code: string, edition: string, asked: Asked = {}) => `${plan(code, edition)}/revise${query(asked)}`,
    /** 二つの版を比べる（`?with=` もう一つの版）。 */
    comparison: (code: string, edition: string, asked: Asked = {}) => `${plan(code, edition)}/compare${query(asked)}`,
    /** 計画の版（いまの版・旧版）と、指標の系統。 */
    editions: (code: string, edition: string) => `${plan(code, edition)}/editions`,
    /** この計画から、次の期の計画の案を始める。 */
    nextPeriod: (code: string, edition: string) => `${plan(code, edition)}/next-period`,
    /** 指標の系統（第1期から第3期、総合計画と総合戦略）と、つなぐ・ほどく。 */
    lineage: (code: string, edition: string, indicator: string, name?: string, asked: Asked = {}) =>
      below(`${plan(code, edition)}/indicators/${part(indicator)}/lineage`, name, asked),
  }
}
