import { done, type Problem, type Result } from '#domain/problem.ts'
import { entryPreview } from '#operations/collection/entry-preview.ts'
import { type EditionSource, type EntryView, entryView } from '#operations/collection/entry-view.ts'
import { addEvidence, evidenceFile, removeEvidence } from '#operations/collection/evidence.ts'
import { commentOnItem } from '#operations/collection/item-comments.ts'
import { saveTyped, type TypedWritten } from '#operations/collection/save-answers.ts'
import { stepResponse } from '#operations/collection/step-response.ts'
import { cellsIn, changesIn, everyField, keyOf, nameOf, typedIn } from '../components/entry/cells.ts'
import { partsForScript, rateForScript } from '../components/entry/parts-for-script.tsx'
import type { Form } from '../form.ts'
import { type EntrySaid, entryPage } from '../pages/entry/entry-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 課の入力の頁と、付いている資料。 */
export const entryRoutes: readonly Route[] = [
  ['/:code/responses/:response', page],
  ['/:code/responses/:response/items/:item/evidence/:id', evidence],
]

export const entryActs: readonly Act[] = [
  ['/:code/responses/:response/save', save, tooLarge],
  ['/:code/responses/:response/check', check],
]

const outcomes = ['saved', 'submitted', 'submit', 'withdraw'] as const

const asked = ({ param }: Visit) => ({ code: param('code'), responseId: param('response') })

const editionsOf =
  ({ shelf, version, param }: Visit): EditionSource =>
  (id) =>
    shelf.edition(param('code'), id, version)

const viewFor = (visit: Visit): Promise<Result<EntryView>> => {
  const { code, responseId } = asked(visit)
  return entryView(visit.app, visit.person, code, responseId, editionsOf(visit))
}

async function page(visit: Visit): Promise<Shown> {
  const view = await viewFor(visit)
  if (!view.ok) return { problem: view.problem }
  const said = visit.query('done')
  // 流れの一歩（提出・取下げ）のあとも、ここに戻る。
  const outcome = outcomes.find((each) => each === said)
  return { html: entryPage({ shown: { frame: visit.frame, view: view.value }, said: { done: outcome } }) }
}

async function evidence(visit: Visit): Promise<Shown> {
  const at = { ...asked(visit), itemId: visit.param('item') }
  const file = await evidenceFile(visit.app, visit.person, at, visit.param('id'))
  return file.ok ? { file: file.value } : { problem: file.problem }
}

/** 打っている途中の達成率。書かない。 */
async function check(visit: Visit, form: Form): Promise<Acted> {
  const { code, responseId } = asked(visit)
  const key = form.text('key')
  const [itemId = ''] = key.split(' ')
  const change = { itemId, field: 'actual' as const, typed: cellsIn(form, keyOf(itemId, 'actual')) }
  const preview = await entryPreview(visit.app, visit.person, code, responseId, change, editionsOf(visit))
  if (!preview.ok) return { problem: preview.problem }
  return { json: { rate: rateForScript(visit.frame, preview.value.row, preview.value.fiscalYear) } }
}

/** 台本からは欄ごとに、台本のないときは頁ごと、保存する。提出も、同じ送信で。 */
async function save(visit: Visit, form: Form): Promise<Acted> {
  if (form.text('by') === 'script') return saveByScript(visit, form)
  const view = await viewFor(visit)
  return view.ok ? saveWhole(visit, form, view.value) : { problem: view.problem }
}

async function saveByScript(visit: Visit, form: Form): Promise<Acted> {
  const { code, responseId } = asked(visit)
  const changes = changesIn(form)
  const written =
    changes.length === 0 ? done(nothingWritten) : await saveTyped(visit.app, visit.person, code, responseId, changes)
  if (!written.ok) return { json: partsForScript.refused(visit.frame, written.problem) }
  const problems = await attach(visit, form, form.all('attached'))
  const after = await viewFor(visit)
  if (!after.ok) return { json: partsForScript.refused(visit.frame, after.problem) }
  const now = { at: visit.app.now(), problems }
  return { json: partsForScript.saved(visit.frame, after.value, form, written.value, now) }
}

const nothingWritten: TypedWritten = { written: [], removed: [], stale: [], refused: [] }

async function saveWhole(visit: Visit, form: Form, before: EntryView): Promise<Acted> {
  const { code, responseId } = asked(visit)
  const { to } = visit.frame
  const act = form.text('do')
  if (act === 'submit' && isAgain(visit, form, before))
    return { see: to.response(code, responseId, { done: 'submitted' }) }
  if (act === 'comment' && !before.may.enter) return commentOnly(visit, form, before)
  const written = await saveTyped(visit.app, visit.person, code, responseId, changesIn(form))
  if (!written.ok) return again(visit, form, undefined, [written.problem])
  const problems = [...(await attach(visit, form, idsOf(before))), ...(await removed(visit, act))]
  const { stale, refused } = written.value
  if (stale.length + refused.length + problems.length > 0) return again(visit, form, written.value, problems)
  if (act !== 'submit') return { see: to.response(code, responseId, { done: 'saved' }) }
  const submitted = await submit(visit)
  return submitted.ok
    ? { see: to.response(code, responseId, { done: 'submitted' }) }
    : again(visit, form, undefined, [submitted.problem])
}

/** 見るだけの人（企画課・市長・監査、提出したあとの課）の書き込み。 */
const commentOnly = async (visit: Visit, form: Form, before: EntryView): Promise<Acted> => {
  const { code, responseId } = asked(visit)
  const problems = await attach(visit, form, idsOf(before))
  if (problems.length > 0) return again(visit, form, undefined, problems)
  return { see: visit.frame.to.response(code, responseId, { done: 'saved' }) }
}

/** 保存で版が上がるので、いまの版から出す。 */
const submit = async (visit: Visit): Promise<Result<null>> => {
  const { code, responseId } = asked(visit)
  const view = await viewFor(visit)
  if (!view.ok) return view
  const { revision } = view.value.response
  const moved = await stepResponse(visit.app, visit.person, code, responseId, 'submit', { revision })
  return moved.ok ? done(null) : moved
}

/** 提出の二度押し。自分が出していて、送られた値がみな保存されているなら、もうできている。 */
const isAgain = ({ person }: Visit, form: Form, { response, rows, may }: EntryView): boolean => {
  if (may.enter || response.state !== 'submitted' || response.lastBy !== person.name) return false
  return everyField({ rows }).every(({ row, asked: { field }, key }) => {
    if (!form.all('key').includes(key)) return true
    const stored = row.answers.find((answer) => answer.field === field)?.value
    const typed = cellsIn(form, key).raw.trim()
    const raw =
      stored?.kind === 'text' ? stored.text : stored?.kind === 'items' ? stored.lines.join('\n') : (stored?.raw ?? '')
    return raw === typed
  })
}

const idsOf = ({ rows }: EntryView): readonly string[] => rows.map(({ item }) => item.id)

/** 資料と書き込みを加える。断られたものを返す。 */
const attach = async (visit: Visit, form: Form, items: readonly string[]): Promise<readonly Problem[]> => {
  const problems: Problem[] = []
  for (const itemId of items) {
    const at = { ...asked(visit), itemId }
    const file = await form.file(nameOf.file(itemId))
    const comment = form.text(nameOf.comment(itemId))
    const results = [
      ...(file ? [await addEvidence(visit.app, visit.person, at, file)] : []),
      ...(comment.trim() === '' ? [] : [await commentOnItem(visit.app, visit.person, at, comment)]),
    ]
    for (const result of results) if (!result.ok) problems.push(result.problem)
  }
  return problems
}

/** `do` が `remove <項目> <資料>` なら、資料を外す。 */
const removed = async (visit: Visit, act: string): Promise<readonly Problem[]> => {
  const [word, itemId = '', id = ''] = act.split(' ')
  if (word !== 'remove') return []
  const result = await removeEvidence(visit.app, visit.person, { ...asked(visit), itemId }, id)
  return result.ok ? [] : [result.problem]
}

/** 打ったものを残したまま、わけと、ほかの人の値を見せる。 */
const again = async (
  visit: Visit,
  form: Form,
  written: TypedWritten | undefined,
  problems: readonly Problem[],
): Promise<Acted> => {
  const view = await viewFor(visit)
  if (!view.ok) return { problem: view.problem }
  const stale = new Map((written?.stale ?? []).map(({ change, now }) => [keyOf(change.itemId, change.field), now]))
  const refused = new Map(
    (written?.refused ?? []).map(({ change, problem }) => [keyOf(change.itemId, change.field), problem]),
  )
  const shown = { frame: visit.frame, view: view.value, typed: typedIn(form), stale, problems: refused }
  const said: EntrySaid = { problems, notSubmitted: form.text('do') === 'submit' }
  return { html: entryPage({ shown, said }), status: stale.size > 0 ? 409 : 422 }
}

/** 資料が大きすぎて、頁ごと受け取れなかった。読めた欄は、打ったまま戻す。 */
async function tooLarge(visit: Visit, form: Form): Promise<Acted> {
  const problem: Problem = { kind: 'upload-too-large', code: 'upload-too-large', params: { limit: '50MB' } }
  if (form.text('by') === 'script') return { json: partsForScript.refused(visit.frame, problem) }
  return again(visit, form, undefined, [problem])
}
