import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { type EntryOf, entriesOf, orderField, type RevisableKind } from '#domain/revision/revisable.ts'
import type { App } from '../app.ts'
import { inRevision } from './at-revision.ts'

/** 動かす先：同じ並びの一つ前・一つ後ろ。 */
export type MoveTo = 'up' | 'down'

/** 同じ節の並びの中で、一つ前か後ろへ動かす。端なら何もしない。 */
export const moveInRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
  { on, subjectId, to }: { readonly on: RevisableKind; readonly subjectId: string; readonly to: MoveTo },
): Promise<Result<null>> =>
  inRevision<null>(app, person, code, id, async ({ tx, draft, base, changes }) => {
    const entries = entriesOf(on, draft.content)
    const entry = entries.find((each) => each.id === subjectId)
    if (!entry) return refused('revision-subject-absent')
    const siblings = entries.filter((each) => whereOf(each) === whereOf(entry))
    const at = siblings.indexOf(entry)
    const other = siblings[to === 'up' ? at - 1 : at + 1]
    if (!other) return done(null)
    // 上へは、前の行の前（＝その前の行のあと）へ。下へは、次の行のあとへ。
    const rest = entries.filter((each) => each !== entry)
    const after = to === 'down' ? other.id : (rest[rest.indexOf(other) - 1]?.id ?? null)
    const original = entriesOf(on, base.content).map((each) => each.id)
    const before = original[original.indexOf(subjectId) - 1] ?? null
    const known = changes.find((change) => change.subjectId === subjectId && change.field === orderField)
    await tx.revisions.change(id, [
      {
        on,
        subjectId,
        op: 'set',
        field: orderField,
        before,
        after,
        replaces: null,
        reason: known?.reason ?? '',
        ground: known?.ground ?? { kind: 'other' },
      },
    ])
    return done(null)
  })

const whereOf = (entry: EntryOf[RevisableKind]): string | null =>
  'parent' in entry ? entry.parent : 'nodes' in entry ? (entry.nodes[0] ?? null) : entry.node
