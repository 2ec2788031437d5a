import type { Edition } from '#domain/plan/edition.ts'
import type { Problem, Result } from '#domain/problem.ts'
import { unpackPackage } from '#reading/formats/unpack-package.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { chosenYears } from '#reports/forms/chosen.ts'
import type { TemplateFormat } from '#reports/templates/package/office-package.ts'
import * as starters from '#reports/templates/starters/starter.ts'
import * as templates from '#reports/templates/template.ts'
import { type VocabularyTable, vocabularyTables } from '#reports/templates/vocabulary/vocabulary-tables.ts'

/**
 * 市の様式（ひな形）を使うこと。様式の中身は reports が決め、ファイルを安全に開くことは reading が決めるので、
 * 二つをここで合わせる。
 */

export type { TemplateFormat } from '#reports/templates/package/office-package.ts'
export { hasStarter, type StarterName, starterNames } from '#reports/templates/starters/starter.ts'
export type { TemplateCheck } from '#reports/templates/template.ts'

/** 様式を確かめる。使えなければ、悪いところのすべてを所つきで言う。 */
export const checkTemplate = (file: string, bytes: Uint8Array): Result<templates.TemplateCheck> =>
  templates.checkTemplate(file, bytes, unpackPackage)

/** 様式の悪いところを一つずつ。使えるものなら空。 */
export const templateProblems = (file: string, bytes: Uint8Array): readonly Problem[] =>
  templates.templateProblems(file, bytes, unpackPackage)

/** 様式に版の値を差し込む。断るときは、書きかけのファイルを渡さない。 */
export const fillTemplate = (
  file: string,
  bytes: Uint8Array,
  edition: Edition,
  choices: ReportChoices,
): Promise<Result<Uint8Array>> => templates.fillTemplate(file, bytes, edition, choices, unpackPackage)

/** その計画のひな形。年度の列は、載せる年度の数だけ立てる。 */
export const starterTemplate = (
  form: starters.StarterName,
  format: TemplateFormat,
  edition: Edition,
  choices: ReportChoices,
): Promise<Uint8Array> => starters.starterTemplate(form, format, chosenYears(edition, choices).length || undefined)

/** 様式に書ける名の一覧（繰り返し・差し込む名・書き方）。 */
export const templateFields = (): readonly VocabularyTable[] => vocabularyTables()
