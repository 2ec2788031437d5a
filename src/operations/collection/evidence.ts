import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actAs, reachOf } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { sha256Of } from '../sha256.ts'
import { enterableResponse, itemAmong, responseAtHand } from './enterable-response.ts'
import { evidenceKinds, evidenceType } from './evidence-type.ts'

/** 一つの大きさと、一つの項目に付ける数の限り。 */
const most = { bytes: 20 * 1024 * 1024, files: 10 } as const

/** どの回答の、どの項目か。 */
export type ItemAsked = { readonly code: string; readonly responseId: string; readonly itemId: string }

/**
 * 根拠となる資料を付ける。同じ中身のものが付いていれば、何もしない（二度押し）。
 * 断る符号: `evidence-empty`・`evidence-too-large`・`evidence-kind`・`evidence-too-many` と、入力と同じもの。
 */
export const addEvidence = async (
  app: App,
  person: Person,
  { code, responseId, itemId }: ItemAsked,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<null>> => {
  const fileName = plainName(file.name)
  const bytes = file.bytes.byteLength
  if (bytes === 0) return refused('evidence-empty', { file: fileName })
  if (bytes > most.bytes) return refused('evidence-too-large', { file: fileName, most: '20MB' })
  const mediaType = evidenceType(fileName, file.bytes)
  if (mediaType === undefined) return refused('evidence-kind', { file: fileName, kinds: evidenceKinds })
  const sha256 = sha256Of(file.bytes)
  return app.store.write(code, actAs(app, person), async (tx) => {
    const found = await enterableResponse(tx, person, responseId)
    if (!found.ok) return found
    const item = itemAmong(found.value.items, itemId)
    if (!item.ok) return item
    const own = (await tx.responses.evidence(responseId)).filter((each) => each.itemId === itemId)
    if (own.some((each) => each.sha256 === sha256 && each.fileName === fileName)) return done(null)
    if (own.length >= most.files) return refused('evidence-too-many', { most: most.files })
    await tx.responses.addEvidence(item.value, {
      id: app.newId(),
      fileName,
      mediaType,
      sha256,
      content: file.bytes,
    })
    return done(null)
  })
}

/** 道や、名に使えない字を除いた名。 */
const plainName = (name: string): string => {
  const last = storable(name).split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 名に入れてはいけない字そのもの。
  return last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').slice(-120) || '資料'
}

/** 資料を外す。課の人が、提出するまで。もうなければ（二度押し）、そのまま。 */
export const removeEvidence = (
  app: App,
  person: Person,
  { code, responseId, itemId }: ItemAsked,
  id: string,
): Promise<Result<null>> =>
  app.store.write(code, actAs(app, person), async (tx) => {
    const found = await enterableResponse(tx, person, responseId)
    if (!found.ok) return found
    const item = itemAmong(found.value.items, itemId)
    if (!item.ok) return item
    await tx.responses.removeEvidence(item.value, id)
    return done(null)
  })

/** 資料の中身。回答を読んでよい人に。断る符号: `evidence-absent`。 */
export const evidenceFile = (
  app: App,
  person: Person,
  { code, responseId, itemId }: ItemAsked,
  id: string,
): Promise<Result<{ readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }>> =>
  app.store.read(
    code,
    async (tx) => {
      const found = await responseAtHand(tx, person, responseId, 'answer-read')
      if (!found.ok) return found
      const item = itemAmong(found.value.items, itemId)
      const file = item.ok ? await tx.responses.evidenceContent(itemId, id) : undefined
      if (!file) return refused('evidence-absent')
      return done({ fileName: file.fileName, mediaType: file.mediaType, bytes: file.content })
    },
    reachOf(person),
  )
