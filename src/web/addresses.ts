import type { Language } from '#domain/language/message.ts'
import type { Place } from '#domain/provenance.ts'
import { part, query } from './address-parts.ts'
import { cycleAddresses } from './addresses-cycle.ts'
import { yearAddresses } from './addresses-year.ts'

/**
 * 頁の番地。番地はここだけで組み立てる。日本語は `/152081/…`、英語は頭に `/en` を付けた同じ番地。
 * 団体コード・版・指標の id がいつも番地に載り、印（どの年度か、どの升目か）は `?` と `#` に載る。
 */
export type Addresses = ReturnType<typeof addressesIn>

export type PlanFilter = {
  readonly goal?: string | undefined
  readonly node?: string | undefined
  readonly q?: string | undefined
  readonly department?: string | undefined
  readonly standing?: string | undefined
  readonly rate?: string | undefined
  readonly year?: number | undefined
  readonly page?: number | 'all' | undefined
}

/** 取込みの番地。`/152081/intake` が置き場、`/152081/reviews/<id>` が一つの取込み。 */
const intakeAddresses = (root: string) => {
  const review = (code: string, id: string) => `${root}/${code}/reviews/${part(id)}`
  return {
    /** 図書を選ぶ頁。市が決まっていなければ code なし。 */
    intake: (code?: string) => (code === undefined ? `${root}/intake` : `${root}/${code}/intake`),
    review: (code: string, id: string, asked: Readonly<Record<string, string | number | undefined>> = {}) =>
      `${review(code, id)}${query(asked)}`,
    reviewColumns: (code: string, id: string) => `${review(code, id)}/columns`,
    reviewDifference: (code: string, id: string) => `${review(code, id)}/difference`,
    /** 取込みへの働きかけ（POST）。`act` は edit・undo・adopt・discard… */
    reviewAct: (code: string, id: string, act: string) => `${review(code, id)}/${part(act)}`,
    /** 取り込んである版を直すために開く（POST）。 */
    correct: (code: string, edition: string) => `${root}/${code}/plans/${part(edition)}/correct`,
    adoption: (code: string, id: string) => `${root}/${code}/adoptions/${part(id)}`,
    /** 取り消してよいか確かめる頁と、取り消し（POST）。 */
    adoptionUndo: (code: string, id: string) => `${root}/${code}/adoptions/${part(id)}/undo`,
  }
}

/** 帳票の番地。計画の `/reports` からみな始まる。選びは `?` に載る（`writeChoices`）。 */
const reportAddresses = (root: string) => {
  const reports = (code: string, edition: string) => `${root}/${code}/plans/${part(edition)}/reports`
  const asked = (choices: URLSearchParams | undefined) => {
    const text = choices?.toString() ?? ''
    return text === '' ? '' : `?${text}`
  }
  return {
    reports,
    report: (code: string, edition: string, form: string, choices?: URLSearchParams) =>
      `${reports(code, edition)}/${part(form)}${asked(choices)}`,
    /** 印刷のできる一枚。 */
    reportPrint: (code: string, edition: string, form: string, choices?: URLSearchParams) =>
      `${reports(code, edition)}/${part(form)}/print${asked(choices)}`,
    /** 落とすファイル。`format` は pdf・xlsx・docx・csv・json。 */
    reportFile: (code: string, edition: string, form: string, format: string, choices?: URLSearchParams) =>
      `${reports(code, edition)}/${part(form)}/file.${part(format)}${asked(choices)}`,
    /** 様式への働きかけ（POST）。`act` は name・start・publish。 */
    reportAct: (code: string, edition: string, form: string, act: string) =>
      `${reports(code, edition)}/${part(form)}/${part(act)}`,
    /** 公表する前に、何が凍るかを確かめる頁。 */
    reportPublish: (code: string, edition: string, form: string, choices?: URLSearchParams) =>
      `${reports(code, edition)}/${part(form)}/publish${asked(choices)}`,
    namedReportDelete: (code: string, edition: string, id: string) =>
      `${reports(code, edition)}/named/${part(id)}/delete`,
    reportJob: (code: string, edition: string, id: string) => `${reports(code, edition)}/files/${part(id)}`,
    /** 作っているファイルへの働きかけ（cancel・delete）と、できたファイル（file）、進み（state）。 */
    reportJobPart: (code: string, edition: string, id: string, name: string) =>
      `${reports(code, edition)}/files/${part(id)}/${part(name)}`,
    dataFile: (code: string, edition: string, dataset: string, format: string) =>
      `${reports(code, edition)}/data/${part(dataset)}.${part(format)}`,
    templates: (code: string, edition: string) => `${reports(code, edition)}/templates`,
    template: (code: string, edition: string, id: string, choices?: URLSearchParams) =>
      `${reports(code, edition)}/templates/${part(id)}${asked(choices)}`,
    templatePart: (code: string, edition: string, id: string, name: string, choices?: URLSearchParams) =>
      `${reports(code, edition)}/templates/${part(id)}/${part(name)}${asked(choices)}`,
    starterTemplate: (code: string, edition: string, form: string, format: string) =>
      `${reports(code, edition)}/starters/${part(form)}.${part(format)}`,
    publications: (code: string) => `${root}/${code}/publications`,
    publication: (code: string, id: string) => `${root}/${code}/publications/${part(id)}`,
    /** 凍らせた中身から作り直すファイル。 */
    publicationIn: (code: string, id: string, format: string) =>
      `${root}/${code}/publications/${part(id)}/file.${part(format)}`,
    publishedFile: (code: string, id: string, fileName: string) =>
      `${root}/${code}/publications/${part(id)}/files/${part(fileName)}`,
  }
}

/** 出典の中の印。`?line=49&column=3&length=2#L49`、`?sheet=指標&cell=D7#cited` */
const citation = (place: Place): string => {
  if ('line' in place) {
    const { line, column, length } = place
    return `${query({ line, column, length })}#L${line}`
  }
  if ('cell' in place) return `${query({ sheet: place.sheet, cell: place.cell })}#cited`
  return `${query({ page: place.page })}#P${place.page}`
}

/** @example addressesIn('ja').indicator('152081', 'abc', 'kpi-1', 2023) // → '/152081/plans/abc/indicators/kpi-1#y2023' */
export const addressesIn = (language: Language) => {
  const root = language === 'en' ? '/en' : ''
  const plan = (code: string, edition: string) => `${root}/${code}/plans/${part(edition)}`
  return {
    cities: (q?: string) => `${root}/${query({ q })}`,
    city: (code: string) => `${root}/${code}`,
    plan: (code: string, edition: string, year?: number) => `${plan(code, edition)}${query({ year })}`,
    progress: (code: string, edition: string, filter: PlanFilter = {}) =>
      `${plan(code, edition)}/progress${query({ ...filter })}`,
    indicator: (code: string, edition: string, id: string, year?: number) =>
      `${plan(code, edition)}/indicators/${part(id)}${year === undefined ? '' : `#y${year}`}`,
    projects: (code: string, edition: string, asked: Readonly<Record<string, string | number | undefined>> = {}) =>
      `${plan(code, edition)}/projects${query(asked)}`,
    project: (code: string, edition: string, id: string) => `${plan(code, edition)}/projects/${part(id)}`,
    summary: (code: string, edition: string, filter: PlanFilter = {}) =>
      `${plan(code, edition)}/summary${query({ ...filter })}`,
    priority: (code: string, edition: string, department?: string) =>
      `${plan(code, edition)}/priority${query({ department })}`,
    revision: (code: string, edition: string, filter: Readonly<Record<string, string | undefined>> = {}) =>
      `${plan(code, edition)}/revision${query(filter)}`,
    findings: (code: string, edition: string, filter: Readonly<Record<string, string | undefined>> = {}) =>
      `${plan(code, edition)}/findings${query(filter)}`,
    departments: (code: string, department?: string, asked: Readonly<Record<string, string | undefined>> = {}) =>
      `${root}/${code}/departments${department === undefined ? '' : `/${part(department)}`}${query(asked)}`,
    tags: (code: string, kind?: string, value?: string) =>
      `${root}/${code}/tags${[kind, value].flatMap((each) => (each === undefined ? [] : `/${part(each)}`)).join('')}`,
    search: (code: string, q?: string, more: Readonly<Record<string, string | number | undefined>> = {}) =>
      `${root}/${code}/search${query({ q, ...more })}`,
    years: () => `${root}/years`,
    ...intakeAddresses(root),
    ...reportAddresses(root),
    ...yearAddresses(root),
    ...cycleAddresses(root),
    source: (code: string, sha256: string, place?: Place) =>
      `${root}/${code}/sources/${sha256}${place ? citation(place) : ''}`,
  }
}

/** 同じ頁の、もう一つのことばでの番地。 */
export const inOtherLanguage = (path: string): string => {
  if (path === '/en') return '/'
  return path.startsWith('/en/') || path.startsWith('/en?') ? path.slice(3) : `/en${path}`
}
