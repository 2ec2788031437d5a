import type { Edition } from '#domain/plan/edition.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '#reports/choices.ts'
import { type ReportName, reportTitles } from '#reports/report-name.ts'
import { hasStarter, starterNames, starterTemplate } from '#reports/templates/starters/starter.ts'
import type { TemplateCheck } from '#reports/templates/template.ts'
import type { StoredTemplate } from '#store/report-templates.ts'
import type { App } from '../app.ts'
import { checkTemplate, fillTemplate, templateProblems } from '../own-form.ts'
import { actOf, storable, type Who } from '../reviews/acting.ts'
import { sha256Of } from '../sha256.ts'
import { unusable, type WrittenFile } from './make-report.ts'

export type { TemplateCheck }

/** 預かっている市の様式。 */
export type KeptTemplate = StoredTemplate

/** 様式の名の字数の限り。 */
const longestName = 60

/** 名の順。 */
export const keptTemplates = (app: App, code: string): Promise<readonly KeptTemplate[]> =>
  app.store.read(code, (tx) => tx.templates.list())

/** 預かっている様式一つと、使っている差し込みの名。なければ undefined。 */
export const keptTemplate = async (
  app: App,
  code: string,
  id: string,
): Promise<{ readonly template: KeptTemplate; readonly check: Result<TemplateCheck> } | undefined> => {
  const found = await app.store.read(code, (tx) => tx.templates.get(id))
  if (!found) return undefined
  const { content, ...template } = found
  return { template, check: checkTemplate(template.file, content) }
}

export type AskedTemplate = { readonly name: string; readonly file: string; readonly bytes: Uint8Array }

/** 預けた結果。使えないものは預からず、直してほしいところを一つずつ言う。 */
export type Keeping =
  | { readonly ok: true; readonly id: string; readonly check: TemplateCheck }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** 様式を確かめて預かる。名が空ならファイルの名にする。同じ名のものは置きかえる。 */
export const keepTemplate = async (
  app: App,
  code: string,
  { name, file, bytes }: AskedTemplate,
  who: Who,
): Promise<Keeping> => {
  const told = storable(name.trim()) || storable(file.replace(/\.[^.]*$/, '')).slice(0, longestName)
  if (told.length > longestName)
    return no([refused('report-name-too-long', { limit: longestName, length: told.length }).problem])
  const check = checkTemplate(file, bytes)
  if (!check.ok) return no(templateProblems(file, bytes))
  const sha256 = sha256Of(bytes)
  const kept = { name: told, file: storable(file), sha256, content: bytes }
  const id = await app.store.write(code, actOf(app, who), (tx) => tx.templates.put(kept))
  return { ok: true, id, check: check.value }
}

const no = (problems: readonly Problem[]): Keeping => ({ ok: false, problems })

/** 様式に版の値を入れたファイル。断る符号: `template-absent`、様式の断り（`fillTemplate`）。 */
export const filledTemplate = async (
  app: App,
  id: string,
  edition: Edition,
  choices: ReportChoices,
): Promise<Result<WrittenFile>> => {
  const found = await app.store.read(edition.municipality.code, (tx) => tx.templates.get(id))
  if (!found) return refused('template-absent')
  const filled = await fillTemplate(found.file, found.content, edition, choices)
  if (!filled.ok) return filled
  return done({ ...namedFile(found), bytes: filled.value })
}

/** 預けたままのファイル。 */
export const originalTemplate = async (app: App, code: string, id: string): Promise<Result<WrittenFile>> => {
  const found = await app.store.read(code, (tx) => tx.templates.get(id))
  return found ? done({ ...namedFile(found), fileName: found.file, bytes: found.content }) : refused('template-absent')
}

/** ひな形のある様式。 */
export { starterNames }

/** ひな形。年度の列は、その計画の年度の数だけ立てる。ない様式は undefined。 */
export const starterFile = async (
  edition: Edition,
  form: ReportName,
  format: TemplateCheck['format'],
): Promise<WrittenFile | undefined> => {
  if (!hasStarter(form)) return undefined
  const bytes = await starterTemplate(form, format, reckon(edition).columns.length)
  return { ...namedFile({ name: `ひな形_${reportTitles[form]}`, file: `.${format}` }), bytes }
}

const office = 'application/vnd.openxmlformats-officedocument'

const namedFile = ({
  name,
  file,
}: Pick<KeptTemplate, 'name' | 'file'>): Pick<WrittenFile, 'fileName' | 'mediaType'> => {
  const word = /\.do[ct]x$/i.test(file)
  const extension = word ? '.docx' : '.xlsx'
  return {
    fileName: `${name.replace(unusable, '')}${extension}`,
    mediaType: word ? `${office}.wordprocessingml.document` : `${office}.spreadsheetml.sheet`,
  }
}

/** 様式を消す。もうなければ `template-absent`。 */
export const deleteTemplate = (app: App, code: string, id: string, who: Who): Promise<Result<null>> =>
  app.store.write(
    code,
    actOf(app, who),
    async (tx): Promise<Result<null>> => ((await tx.templates.remove(id)) ? done(null) : refused('template-absent')),
  )
