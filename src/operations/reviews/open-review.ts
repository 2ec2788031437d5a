import { municipalityCode } from '#domain/people/municipality.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import type { App } from '../app.ts'
import { sha256Of } from '../sha256.ts'
import { actOf, isStorable, storable, type Who } from './acting.ts'
import { countsOf } from './counting.ts'
import { type Opened, openSent, readOpened, rememberOpened } from './read-review.ts'

/** 送られたファイル。`file` は人に見せる名前。 */
export type SentFile = { readonly file: string; readonly bytes: Uint8Array }

/** 送るときに添えるもの。`name` は、初めての団体コードの市の名（なければ図書にある名）。 */
export type SentWith = { readonly choices?: ReadingChoices; readonly name?: string }

/**
 * ファイルの見直しを始める。様式の分からない図書でも、開ければ始まる。開けないファイルは、それが何かを言って断る。
 * 同じファイルの見直しがもう開いていれば、それを返す（送るボタンを二度押しても、二つにならない）。
 * 初めての団体コードなら、市も登録する。断る符号は `openDocument`・`parseDraft` のものと、`municipality-code-*`・
 * `review-city-name-needed`（図書にも `name` にも市の名がない）。
 *
 * @example await openReview(app, '152081', { file: '一覧表.xlsx', bytes }, '画面：企画課 山田')
 */
export const openReview = async (
  app: App,
  code: string,
  { file, bytes }: SentFile,
  who: Who,
  { choices = noChoices, name = '' }: SentWith = {},
): Promise<Result<{ readonly id: string }>> => {
  const checked = municipalityCode(code)
  if (!checked.ok) return checked
  if (!isStorable(choices)) return refused('review-text-unstorable')
  const sent = await openSent(file, bytes)
  if (!sent.ok) return sent
  const read = readOpened(sent.value, choices)
  const city = storable(name.trim() || statedName(sent.value, read.read?.draft.municipality.name))
  const sha256 = sha256Of(bytes)
  return app.store.write(checked.value, actOf(app, who), async (tx) => {
    const already = await tx.reviews.openLike({ sha256 })
    if (already !== undefined) return done({ id: already })
    if ((await tx.name()) === undefined) {
      if (city === '') return refused('review-city-name-needed', { code: checked.value })
      await tx.register(city)
    }
    const id = app.newId()
    const { base } = sent.value
    const counts = countsOf(read, [])
    const shown = storable(file)
    await tx.reviews.open({
      id,
      base,
      file: shown,
      sha256,
      content: bytes,
      choices,
      editionId: null,
      edits: [],
      counts,
    })
    rememberOpened(app, checked.value, id, sent.value, choices, read)
    return done({ id })
  })
}

const statedName = (sent: Opened, read: string | undefined): string =>
  (sent.base === 'draft' ? sent.draft.municipality.name : (read ?? '')).trim()
