import type { Edition } from '#domain/plan/edition.ts'
import { isReportName, type ReportChoices, readChoices } from '#operations/reports/choices.ts'
import { type FormChoice, formChoice } from '#operations/reports/make-report.ts'
import type { Form } from '../form.ts'
import type { Shown, Visit } from '../visit.ts'

/** 番地の計画。ほかの市の計画や、ない計画は、ないものとする。 */
export const editionOf = ({ shelf, version, param }: Visit): Promise<Edition | undefined> =>
  shelf.edition(param('code'), param('edition'), version)

export const noPlan: Shown = { missing: 'trouble.no-plan' }
export const noForm: Shown = { missing: 'trouble.no-form' }

/** 番地の計画と様式。どちらかがなければ、その断り。 */
export const formOf = async (
  visit: Visit,
): Promise<{ readonly edition: Edition; readonly form: FormChoice } | { readonly absent: Shown }> => {
  const edition = await editionOf(visit)
  if (!edition) return { absent: noPlan }
  const name = visit.param('form')
  const form = isReportName(name) ? formChoice(name) : undefined
  return form ? { edition, form } : { absent: noForm }
}

/** 番地の `?` の欄すべて。 */
export const askedIn = ({ frame }: Visit): URLSearchParams =>
  new URLSearchParams(frame.path.includes('?') ? frame.path.slice(frame.path.indexOf('?') + 1) : '')

/** 番地に載った選び。 */
export const choicesIn = (visit: Visit): ReportChoices => readChoices(askedIn(visit))

/** 送信に添えられた選び。 */
export const choicesOf = (form: Form): ReportChoices => readChoices({ getAll: form.all })

/** 送信に名のった名。覚えておいて、次から欄に入れる。 */
export const whoIn = (form: Form): string => form.text('who').trim().slice(0, 60)
