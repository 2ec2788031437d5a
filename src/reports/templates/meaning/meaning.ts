import { done, type Problem, type Result } from '#domain/problem.ts'
import type { FieldTag, OpenTag } from '../language/tags.ts'
import type { Field } from '../vocabulary/field.ts'
import type { Loop } from '../vocabulary/loops.ts'
import { type Scope, scopeNames } from '../vocabulary/scope.ts'
import type { Style } from '../vocabulary/value.ts'
import { fieldNamed, formatNamed, loopNamed, nearestNames } from '../vocabulary/vocabulary.ts'
import { whichYear } from '../vocabulary/which-year.ts'
import { problemAt, type TemplatePlace } from './place.ts'

/** 差し込みの印の意味。何を、何を添えて、どう書くか。 */
export type FieldUse = {
  readonly field: Field
  readonly argument: string | null
  readonly style: (base: Style) => Style
}

/** 繰り返しの重なり（版を見ずに分かること）。 */
export type Scopes = ReadonlySet<Scope>

const fail = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem })

/** `{{目標値|カンマ}}` の意味。知らない名・使えない所・合わない書き方なら、所つきで断る。 */
export const meaningOfField = (tag: FieldTag, scopes: Scopes, place: TemplatePlace): Result<FieldUse> => {
  const used = fieldUse(tag, tag.name, tag.argument, scopes, place)
  if (!used.ok) return used
  const changes: ((style: Style) => Style)[] = []
  for (const name of tag.formats) {
    const format = formatNamed(name)
    if (!format) return fail(unknown(place, 'format', name, { written: tag.written }))
    if (format.fits.length > 0 && !format.fits.includes(used.value.kind))
      return fail(problemAt(place, 'template-format-unfit', { written: tag.written, name }))
    changes.push(format.apply)
  }
  const { field, argument } = used.value
  return done({ field, argument, style: (base) => changes.reduce((style, change) => change(style), base) })
}

/** `{{?達成率 令和5年度}}` の意味。 */
export const meaningOfCondition = (
  tag: Extract<OpenTag, { what: 'condition' }>,
  scopes: Scopes,
  place: TemplatePlace,
): Result<FieldUse> => {
  const used = fieldUse(tag, tag.name, tag.argument, scopes, place)
  return used.ok ? done({ ...used.value, style: (base) => base }) : used
}

/** `{{#指標}}` の意味。 */
export const meaningOfLoop = (
  tag: Extract<OpenTag, { what: 'loop' }>,
  scopes: Scopes,
  place: TemplatePlace,
): Result<Loop> => {
  const loop = loopNamed(tag.name)
  if (!loop) return fail(unknown(place, 'loop', tag.name))
  if (scopes.has(loop.scope)) {
    const outer = loopMark(loop.scope)
    return fail(problemAt(place, 'template-loop-inside-itself', { name: tag.name, outer }))
  }
  if (loop.within.length > 0 && !loop.within.some((scope) => scopes.has(scope)))
    return fail(
      problemAt(place, 'template-loop-outside-loop', { name: tag.name, loops: loop.within.map(loopMark).join('・') }),
    )
  return done(loop)
}

const loopMark = (scope: Scope): string => `{{#${scopeNames[scope]}}}`

const fieldUse = (
  tag: FieldTag | OpenTag,
  name: string,
  argument: string | null,
  scopes: Scopes,
  place: TemplatePlace,
): Result<{ readonly field: Field; readonly argument: string | null; readonly kind: Field['kind'] }> => {
  const field = fieldNamed(name)
  if (!field) return fail(unknown(place, 'field', name))
  if (field.needs.length > 0 && !field.needs.some((scope) => scopes.has(scope)))
    return fail(problemAt(place, 'template-field-outside-loop', { name, loops: field.needs.map(loopMark).join('・') }))
  const problem = argumentProblem(tag, field, argument, place)
  return problem ? fail(problem) : done({ field, argument, kind: field.kind })
}

const argumentProblem = (
  { written }: FieldTag | OpenTag,
  field: Field,
  argument: string | null,
  place: TemplatePlace,
): Problem | null => {
  if (argument === null)
    return field.argument === 'grade' || field.argument === 'goal'
      ? problemAt(place, 'template-argument-missing', { written, example: exampleOf(field) })
      : null
  if (field.argument === 'none')
    return problemAt(place, 'template-argument-not-taken', { written, argument, name: `{{${field.name}}}` })
  return field.argument === 'year' && !whichYear(argument)
    ? problemAt(place, 'template-year-unreadable', { written, argument })
    : null
}

const exampleOf = ({ name, argument }: Field): string => `{{${name} ${argument === 'grade' ? 'A' : '1'}}}`

const unknown = (
  place: TemplatePlace,
  kind: 'field' | 'loop' | 'format',
  name: string,
  params: Readonly<Record<string, string>> = {},
): Problem => {
  const near = nearestNames(kind, name)
  return near.length === 0
    ? problemAt(place, `template-${kind}-unknown-none-near`, { name, ...params })
    : problemAt(place, `template-${kind}-unknown`, {
        name,
        nearest: near.map((each) => `「${each}」`).join(''),
        ...params,
      })
}
