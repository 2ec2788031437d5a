/** 帳票の選び。扉（画面・端末）は、ここから使う。 */
export { ordinaryChoices, type ReportChoices } from '#reports/choices.ts'
export { readChoices, writeChoices } from '#reports/choices-text.ts'
export { isReportName, type ReportName, reportNames, reportTitles } from '#reports/report-name.ts'
export type { PdfStandard, ReportFont, WrittenFormat } from '#reports/writers/writer.ts'
