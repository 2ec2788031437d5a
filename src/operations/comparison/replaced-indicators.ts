import type { App } from '../app.ts'

/**
 * しるべの中で決めた改訂で、代わりの指標が入ったところ。新しい指標の id → 廃止した指標の id。
 * 二つの版の中身だけからは「新設」と「廃止」にしか見えず、改訂の記録（代替指標の設定）と数が合わなくなるため。
 */
export const replacedIndicators = (app: App, code: string): Promise<ReadonlyMap<string, string>> =>
  app.store.read(code, async (tx) => {
    const pairs: (readonly [string, string])[] = []
    for (const { id, adoptedEditionId } of await tx.revisions.list()) {
      if (adoptedEditionId === null) continue
      for (const { subjectId, replaces } of await tx.revisions.changes(id))
        if (replaces) pairs.push([subjectId, replaces])
    }
    return new Map(pairs)
  })
