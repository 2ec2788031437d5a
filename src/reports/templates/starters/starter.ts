import type { Report, Section } from '../../report.ts'
import { type ReportName, reportTitles } from '../../report-name.ts'
import type { TemplateFormat } from '../package/office-package.ts'
import { guideSection } from './guide-section.ts'
import { kpiSummaryStarter } from './kpi-summary.ts'
import { priorityGoalsStarter } from './priority-goals.ts'
import { progressTableStarter } from './progress-table.ts'
import { projectSheetsStarter } from './project-sheets.ts'
import { revisionOverviewStarter } from './revision-overview.ts'

const starters = {
  'progress-table': progressTableStarter,
  'kpi-summary': kpiSummaryStarter,
  'revision-overview': revisionOverviewStarter,
  'project-sheets': projectSheetsStarter,
  'priority-goals': priorityGoalsStarter,
} as const satisfies Partial<Record<ReportName, (years: number) => Section>>

/** ひな形のある様式。 */
export type StarterName = keyof typeof starters

export const starterNames = Object.keys(starters) as readonly StarterName[]

export const hasStarter = (form: ReportName): form is StarterName => Object.hasOwn(starters, form)

/** ひな形に立てる年度の列の限り。 */
const mostYears = 12

/**
 * ひな形。市の人が Excel や Word で直して、様式として返すもの。帳票と同じ書き手で書くので、見た目も紙も帳票と同じになる。
 * `years` は年度の列の数（計画の載せる年度の数に合わせる）。
 */
export const starterTemplate = async (form: StarterName, format: TemplateFormat, years = 5): Promise<Uint8Array> => {
  const writer =
    format === 'xlsx'
      ? (await import('../../writers/xlsx/xlsx.ts')).xlsxWriter
      : (await import('../../writers/docx/docx.ts')).docxWriter
  const columns = Math.min(mostYears, Math.max(1, years))
  return writer.write(starterReport(form, columns), {
    pdfStandard: 'plain',
    font: 'noto-sans',
    // 同じひな形は同じバイト列になるように、決まった日時を書く。
    madeAt: '2026-04-01T00:00:00.000Z',
  })
}

const starterReport = (form: StarterName, years: number): Report => ({
  form,
  title: `{{計画名}} ${reportTitles[form]}`,
  documentNumber: '{{資料番号|空白}}',
  municipality: '{{市町村名}}',
  plan: '{{計画名}}',
  asOf: null,
  sections: [starters[form](years), guideSection()],
})
