import type { AnswerValue } from '#domain/collection/answer.ts'
import type { FlowStep } from '#domain/collection/flow.ts'
import type { Response } from '#domain/collection/response.ts'
import type { Person } from '#domain/people/person.ts'
import type { Result } from '#domain/problem.ts'
import { type StepAsked, stepResponse } from '#operations/collection/step-response.ts'
import { actAs } from '#operations/people/acting-person.ts'
import { plainAnswers, type Section, type Year } from './a-year.ts'
import { ok } from './round-steps.ts'

/** 実績の欄の値。 */
export const actual = (raw: string, more: Partial<Extract<AnswerValue, { kind: 'actual' }>> = {}): AnswerValue => ({
  kind: 'actual',
  raw,
  absence: null,
  expected: null,
  provisional: false,
  confirmed: [],
  ...more,
})

export const responseIdOf = ({ responseId }: Section): string => {
  if (responseId === null) throw new Error('an open round was expected')
  return responseId
}

export const responseNow = async ({ app, code }: Year, id: string): Promise<Response> => {
  const found = await app.store.read(code, (tx) => tx.responses.get(id))
  if (!found) throw new Error(`no response ${id}`)
  return found
}

export const itemsIn = ({ app, code }: Year, section: Section) =>
  app.store.read(code, (tx) => tx.responses.items(responseIdOf(section)))

/** 課の実績の欄を、順にこの値で埋める（渡さなければ、尋ねられることのない値）。 */
export const fill = async (year: Year, section: Section, values: readonly AnswerValue[] = []): Promise<void> => {
  const items = await itemsIn(year, section)
  await year.app.store.write(year.code, actAs(year.app, section.clerk), async (tx) => {
    const known = await tx.responses.answers(responseIdOf(section))
    return tx.responses.write(
      items,
      items.map(({ id: itemId }, n) => ({
        itemId,
        field: 'actual' as const,
        value: values[n] ?? actual(plainAnswers[n % plainAnswers.length] ?? '1'),
        base: known.find((answer) => answer.itemId === itemId && answer.field === 'actual')?.revision ?? 0,
      })),
    )
  })
}

/** いまの revision で一歩進める。 */
export const step = async (
  year: Year,
  person: Person,
  id: string,
  name: FlowStep,
  given: Partial<StepAsked> = {},
): Promise<Result<Response>> => {
  const { revision } = await responseNow(year, id)
  return stepResponse(year.app, person, year.code, id, name, { revision, ...given })
}

/** 入力から受理まで進める（`until` まで）。 */
export const carried = async (
  year: Year,
  section: Section,
  until: 'submit' | 'approve' | 'accept',
  values: readonly AnswerValue[] = [],
): Promise<void> => {
  const id = responseIdOf(section)
  await fill(year, section, values)
  ok(await step(year, section.clerk, id, 'submit'))
  if (until === 'submit') return
  ok(await step(year, section.head, id, 'approve'))
  if (until === 'accept') ok(await step(year, year.people.planner, id, 'accept'))
}
