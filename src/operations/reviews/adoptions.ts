import type { Result } from '#domain/problem.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import type { AdoptionListing } from '#store/adoptions.ts'
import type { App } from '../app.ts'
import { actOf, type Who } from './acting.ts'

/** 取り込んだ記録一つ。この市のものでなければ undefined。 */
export const viewAdoption = (app: App, code: string, id: string): Promise<AdoptionRecord | undefined> =>
  app.store.read(code, (tx) => tx.adoptions.get(id))

/** 取り込んだ記録（変わったところは数だけ）。新しい順に百まで。`editionId` があればその版のもの。 */
export const listAdoptions = (app: App, code: string, editionId?: string): Promise<readonly AdoptionListing[]> =>
  app.store.read(code, (tx) => tx.adoptions.list({ editionId: editionId ?? null }))

/**
 * 取り込みを取り消す。版は id も含めて取り込む前のとおりに戻り、新しい計画なら版ごとなくなる。
 * 断る符号は `adoption-absent`・`adoption-already-undone`・`adoption-newer-exists`。
 */
export const undoAdoption = (app: App, code: string, id: string, who: Who): Promise<Result<AdoptionRecord>> =>
  app.store.write(code, actOf(app, who), (tx) => tx.adoptions.undo(id))
