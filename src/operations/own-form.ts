import type { Edition } from '#domain/plan/edition.ts'
import type { Problem, Result } from '#domain/problem.ts'
import { unpackPackage } from '#reading/formats/unpack-package.ts'
import type { ReportChoices } from '#reports/choices.ts'
import * as templates from '#reports/templates/template.ts'

/**
 * 市の様式（ひな形）を使うこと。様式の中身は reports が決め、ファイルを安全に開くことは reading が決めるので、
 * 二つをここで合わせる。
 */

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
