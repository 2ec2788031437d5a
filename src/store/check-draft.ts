import { createHash } from 'node:crypto'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Problem } from '#domain/problem.ts'
import { refused } from '#domain/problem.ts'

/**
 * 取り込める案か。取り込めないわけを返す（取り込めるなら undefined）。
 * `municipality-differs` 別の団体の案、`source-differs` 出典のバイト列が案のものと違う、
 * `draft-id-twice` 同じ id が二つ、`draft-reference-missing` ない行を指している、
 * `draft-value-not-decimal` 値が十進の数でない、`draft-text-unstorable` 保存できない文字がある。
 */
export const whyNotAdoptable = (
  draft: PlanDraft,
  content: Uint8Array | null,
  municipality: string,
): Problem | undefined =>
  [
    wrongMunicipality(draft, municipality),
    wrongSource(draft, content),
    repeatedId(draft),
    missingReference(draft),
    notDecimal(draft),
    unstorableText(draft),
  ].find((problem) => problem !== undefined)

const problem = (...args: Parameters<typeof refused>): Problem => refused(...args).problem

const wrongMunicipality = ({ municipality: { code, name } }: PlanDraft, expected: string): Problem | undefined =>
  code === null || code === expected ? undefined : problem('municipality-differs', { name, code, expected })

const wrongSource = ({ source }: PlanDraft, content: Uint8Array | null): Problem | undefined =>
  content === null || createHash('sha256').update(content).digest('hex') === source.sha256
    ? undefined
    : problem('source-differs', { file: source.file })

/** 三つの種類の行は、それぞれの中で id が一つずつ。 */
const repeatedId = ({ nodes, indicators, projects }: PlanDraft): Problem | undefined => {
  const twice = [nodes, indicators, projects].flatMap((entries) => {
    const seen = new Set<string>()
    return entries.filter(({ id }) => seen.size === seen.add(id).size)
  })[0]
  return twice && problem('draft-id-twice', { id: twice.id })
}

const missingReference = (draft: PlanDraft): Problem | undefined => {
  const missing = [
    ...outside(draft.nodes, [
      ...draft.nodes.map(({ parent }) => parent),
      ...draft.indicators.map(({ node }) => node),
      ...draft.projects.flatMap(({ nodes }) => nodes),
      ...[...draft.grades, ...draft.revisionItems, ...draft.subtotals].map(({ node }) => node),
    ]),
    ...outside(draft.indicators, [
      ...draft.indicators.flatMap(({ breakdownOf, repeatOf }) => [breakdownOf, repeatOf]),
      ...draft.projects.flatMap(({ indicators }) => indicators),
    ]),
    ...outside(draft.projects, [
      ...draft.indicators.map(({ project }) => project),
      ...draft.projects.flatMap(({ sameAs }) => sameAs ?? []),
    ]),
  ][0]
  return missing === undefined ? undefined : problem('draft-reference-missing', { id: missing })
}

const outside = (entries: readonly { readonly id: string }[], references: readonly (string | null)[]): string[] => {
  const known = new Set(entries.map(({ id }) => id))
  return references.filter((id): id is string => id !== null && !known.has(id))
}

const notDecimal = ({ indicators }: PlanDraft): Problem | undefined =>
  indicators
    .flatMap(({ name, baseline, targets, actuals, costs }) =>
      [...(baseline ? [baseline] : []), ...targets, ...actuals, ...costs].map(({ value }) => ({ name, value })),
    )
    .flatMap(({ name, value }) =>
      value === null || /^-?\d+(\.\d+)?$/.test(value) ? [] : [problem('draft-value-not-decimal', { name, value })],
    )[0]

/** PostgreSQL は NUL も、対にならないサロゲートも保存できない。 */
const unstorableText = (draft: PlanDraft): Problem | undefined => {
  const found = unstorable(draft)
  return found === undefined ? undefined : problem('draft-text-unstorable', { text: visible(found) })
}

const unstorable = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? value : undefined
  if (value === null || typeof value !== 'object') return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(key) ?? unstorable(inner)
    if (found !== undefined) return found
  }
  return undefined
}

const visible = (text: string): string => text.toWellFormed().replaceAll('\0', '�').slice(0, 40)
