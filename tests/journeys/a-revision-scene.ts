import type { Edition } from '#domain/plan/edition.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { Ground } from '#domain/revision/revision.ts'
import { startRevision } from '#operations/revision/start-revision.ts'
import type { WrittenChange } from '#store/plan-revisions.ts'
import type { Year } from '../year/a-year.ts'
import { ok } from '../year/round-steps.ts'

// 改訂の案を一つ、倉庫に開く：節の本文・新設、目標値・名、代替指標、廃止。新旧を見る試験のため。

/** 開いた案と、もとの版。 */
export type RevisionScene = { readonly id: string; readonly base: Edition; readonly addedNode: string }

export const aRevisionScene = async ({ app, code, editionId, people }: Year): Promise<RevisionScene> => {
  const base = await app.store.read(code, (tx) => tx.editions.get(editionId))
  if (!base) throw new Error('the edition is not there')
  const given = {
    kind: 'revision' as const,
    title: `${base.title}（改訂版）`,
    firstYear: '',
    lastYear: '',
    frame: '',
    gradedYear: '',
    purpose: '中間の見直し',
  }
  const { id } = ok(await startRevision(app, people.planner, code, editionId, given))
  const addedNode = app.newId()
  const act = { by: '企画課', at: app.now(), newId: app.newId }
  await app.store.write(code, act, (tx) => tx.revisions.change(id, changesFor(base, addedNode, app.newId)))
  return { id, base, addedNode }
}

const other: Ground = { kind: 'other' }

const changesFor = (base: Edition, addedNode: string, newId: () => string): readonly WrittenChange[] => {
  const [goal] = base.content.nodes
  const [first, second, third, fourth] = base.content.indicators
  if (!goal || !first || !second || !third || !fourth) throw new Error('the plan is too small')
  const set = (
    on: WrittenChange['on'],
    subjectId: string,
    field: string,
    before: unknown,
    after: unknown,
    reason = '',
  ) => ({ on, subjectId, op: 'set', field, before, after, reason, ground: other, replaces: null }) as const
  const place = { line: 1 }
  const node = {
    id: addedNode,
    parent: goal.id,
    level: '施策',
    number: '1',
    title: 'デジタル技術を活かした商いの支援',
    text: '○キャッシュレス決済の導入を支援します。\n○共同の配送を広げます。',
    place,
  }
  const target = [readFigure('45件', { year: 2024, place, scope: 'final' })]
  const added = {
    ...third,
    id: newId(),
    name: '一人当たりの観光消費額',
    targets: [readFigure('32千円', { year: 2024, place, scope: 'final' })],
  }
  const whole = { field: '*', ground: other, replaces: null } as const
  return [
    set('node', goal.id, 'text', goal.text, '働く場をつくり、若い世代の暮らしを支えます。', '前文を加える'),
    {
      ...whole,
      on: 'node',
      subjectId: addedNode,
      op: 'add',
      before: null,
      after: node,
      reason: '商いのデジタル化に関する施策を追加',
      ground: { kind: 'instruction', instructionId: newId() },
    },
    {
      ...set('indicator', first.id, 'targets', first.targets, target, '目標を達成したため'),
      ground: { kind: 'grade', year: 2022, grade: 'A' },
    },
    set('indicator', second.id, 'name', second.name, `${second.name}（延べ）`, '数えかたを明らかにする'),
    {
      ...whole,
      on: 'indicator',
      subjectId: added.id,
      op: 'add',
      before: null,
      after: added,
      reason: '質を測るため',
      replaces: third.id,
    },
    {
      ...whole,
      on: 'indicator',
      subjectId: third.id,
      op: 'remove',
      before: third,
      after: null,
      reason: '質を測るため',
    },
    {
      ...whole,
      on: 'indicator',
      subjectId: fourth.id,
      op: 'remove',
      before: fourth,
      after: null,
      reason: '国の調査がなくなったため',
    },
  ]
}
