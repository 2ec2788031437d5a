import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { problemInWords } from '#domain/problem.ts'
import { type SampleName, sampleDraft } from '#operations/a-sample-edition.ts'
import { adoptRead } from '#operations/adopt-document.ts'
import { type App, openApp } from '#operations/app.ts'
import { copyEmptyStore } from '../prepared-stores.ts'

/** 見本の市一つが入ったしるべ。`adopt` は改めた案を取り込む。使い終わったら `close` する。 */
export type CityApp = {
  readonly app: App
  readonly code: string
  readonly editionId: string
  readonly draft: PlanDraft
  readonly adopt: (draft: PlanDraft) => Promise<string>
  readonly close: () => Promise<void>
}

export const aCityApp = async (name: SampleName): Promise<CityApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-forms-'))
  copyEmptyStore(folder)
  const opened = await openApp({ dataDirectory: folder })
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  const app = opened.value
  const code = name.slice(0, 6)
  const draft = sampleDraft(name)
  const adopt = async (changed: PlanDraft): Promise<string> => {
    const act = { by: '企画課', at: app.now(), newId: app.newId }
    const adopted = await adoptRead(app.store, { draft: changed, content: null }, code, act)
    if (!adopted.ok) throw new Error(problemInWords(adopted.problem))
    return adopted.value.editionId
  }
  const close = async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, code, draft, adopt, editionId: await adopt(draft), close }
}
