import type { ReportName } from '../report-name.ts'
import type { Form } from './form.ts'
import { planBookOf } from './plan-book/plan-book.ts'

/** 計画書に綴じる様式。綴じる順に。 */
const bound: readonly Form[] = []

/** すべての様式。画面に並ぶ順に。足すときは docs/tasks/add-a-form.md。 */
export const forms: readonly Form[] = [...bound, planBookOf(bound)]

export const formNamed = (name: ReportName): Form | undefined => forms.find((form) => form.name === name)
