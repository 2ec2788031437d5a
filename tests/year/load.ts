import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { filled } from './fill-sheet.ts'

/** 打つ人一人。課の回答と、項目ごとに打つ字（初めは `wrong` を打ち、打ち直す）。 */
export type Clerk = {
  readonly cookie: string
  readonly responseId: string
  readonly items: readonly { readonly id: string; readonly typed: readonly string[] }[]
  /** 頁でなく Excel で出すか。 */
  readonly byExcel: boolean
  /** 打ち終えたら提出するか。 */
  readonly submits: boolean
  /** いま保存されている字と版（打ち始める前に見たもの）。なければ空。 */
  readonly standing?: ReadonlyMap<string, Standing>
}

export type Standing = { readonly raw: string | undefined; readonly base: number }

/** かかった時間（ミリ秒）と、断られたもの。`kept` は「保存しました」と言われた字（項目の id → 字）。 */
export type Loaded = {
  readonly saves: number[]
  readonly submits: number[]
  readonly uploads: number[]
  readonly errors: string[]
  readonly kept: Map<string, string>
  readonly submitted: Set<string>
}

export type Site = { readonly address: string; readonly code: string }

export const nothingLoaded = (): Loaded => ({
  saves: [],
  submits: [],
  uploads: [],
  errors: [],
  kept: new Map(),
  submitted: new Set(),
})

const unset = JSON.stringify(['', '', '', false, []])
const asTyped = (raw: string): string => JSON.stringify([raw, '', '', false, []])

/** 欄を一つ、頁の台本と同じに保存する。答えは、保存された版か、断られたわけ。 */
const save = async (
  { address, code }: Site,
  { cookie, responseId }: Clerk,
  item: string,
  raw: string,
  before: Standing,
): Promise<number | string> => {
  const key = `${item} actual`
  const body = new URLSearchParams({
    by: 'script',
    key,
    [`v ${key}`]: raw,
    [`a ${key}`]: '',
    [`e ${key}`]: '',
    [`was ${key}`]: before.raw === undefined ? unset : asTyped(before.raw),
    [`b ${key}`]: String(before.base),
  })
  const answer = await fetch(`${address}/${code}/responses/${responseId}/save`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: address, Accept: 'application/json' },
    body,
    redirect: 'manual',
  })
  if (answer.status !== 200) return `保存: ${answer.status}`
  const told = (await answer.json()) as { saved?: { key: string; base: number }[]; problem?: string }
  const saved = told.saved?.find((each) => each.key === key)
  return saved?.base ?? `保存: ${told.problem ?? JSON.stringify(told).slice(0, 300)}`
}

const submit = async ({ address, code }: Site, { cookie, responseId }: Clerk): Promise<'submitted' | string> => {
  const answer = await fetch(`${address}/${code}/responses/${responseId}/save`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: address },
    body: new URLSearchParams({ do: 'submit' }),
    redirect: 'manual',
  })
  await answer.body?.cancel()
  return answer.status === 303 ? 'submitted' : `提出: ${answer.status}`
}

/** Excel を落とし、値を入れ、送り、確かめる頁を通って取り込む。 */
const upload = async ({ address, code }: Site, clerk: Clerk, values: readonly string[]): Promise<'taken' | string> => {
  const headers = { Cookie: clerk.cookie, Origin: address }
  const at = `${address}/${code}/responses/${clerk.responseId}`
  const sheet = await fetch(`${at}/sheet.xlsx`, { headers })
  if (sheet.status !== 200) return `用紙: ${sheet.status}`
  const bytes = await filled(new Uint8Array(await sheet.arrayBuffer()), ({ cell }) => {
    for (const [n, value] of values.entries()) cell(n + 1, '令和6年度の実績').value = Number(value)
  })
  const form = new FormData()
  form.set('file', new File([bytes.slice()], '回答.xlsx'))
  const sent = await fetch(`${at}/upload`, { method: 'POST', headers, body: form, redirect: 'manual' })
  const review = sent.headers.get('Location')
  if (sent.status !== 303 || !review) return `送付: ${sent.status}`
  const page = await (await fetch(address + review, { headers })).text()
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
  // 初めから印の付いている欄を、そのまま送る（ブラウザーがするように）。
  const picks = [...page.matchAll(/name="(pick [^"]+)" value="file"/g)].map(([, name = '']): [string, string] => [
    name,
    'file',
  ])
  const taken = await fetch(`${address}${review}/take`, {
    method: 'POST',
    headers,
    body: new URLSearchParams([['seen', seen], ...picks]),
    redirect: 'manual',
  })
  await taken.body?.cancel()
  return taken.status === 303 ? 'taken' : `取込み: ${taken.status}`
}

const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
  const from = performance.now()
  const answer = await work()
  into.push(performance.now() - from)
  return answer
}

/** 一人ぶん：欄を順に打ち、提出する。`pause` は一つ打つごとに待つ長さ（ミリ秒）。 */
export const work = async (
  site: Site,
  clerk: Clerk,
  into: Loaded,
  pause: () => number,
  stop?: AbortSignal,
): Promise<void> => {
  const told = (what: string, kind: 'submitted' | 'taken', then: () => void): void => {
    if (what === kind) then()
    else into.errors.push(what)
  }
  try {
    await wait(pause())
    if (clerk.byExcel) {
      const values = clerk.items.map(({ typed }) => typed.at(-1) ?? '')
      const answer = await timed(into.uploads, () => upload(site, clerk, values))
      told(answer, 'taken', () => {
        for (const [n, { id }] of clerk.items.entries()) into.kept.set(id, values[n] ?? '')
      })
    } else
      for (const { id, typed } of clerk.items) {
        let before = clerk.standing?.get(id) ?? { raw: undefined, base: 0 }
        for (const raw of typed) {
          if (stop?.aborted) return
          const saved = await timed(into.saves, () => save(site, clerk, id, raw, before))
          if (typeof saved === 'string') into.errors.push(saved)
          else {
            into.kept.set(id, raw)
            before = { raw, base: saved }
          }
          await wait(pause())
        }
      }
    if (!clerk.submits) return
    const submitted = await timed(into.submits, () => submit(site, clerk))
    told(submitted, 'submitted', () => into.submitted.add(clerk.responseId))
  } catch (error) {
    // つなぎが切れた（サーバーが落ちた）。答えをもらっていないものは、保存されたとは数えない。
    if (!stop?.aborted) into.errors.push(error instanceof Error ? error.message : String(error))
  }
}

/** `connections` 人が、人の列を順に受け持つ。 */
export const workAll = async (
  site: Site,
  clerks: readonly Clerk[],
  { connections, pause, stop }: { connections: number; pause: () => number; stop?: AbortSignal },
  loaded: Loaded = nothingLoaded(),
): Promise<Loaded> => {
  const waiting = [...clerks]
  const one = async () => {
    for (let next = waiting.shift(); next && !stop?.aborted; next = waiting.shift())
      await work(site, next, loaded, pause, stop)
  }
  await Promise.all(Array.from({ length: connections }, one))
  return loaded
}
