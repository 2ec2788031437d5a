import type { Context } from 'hono'
import { done, type Result, refused } from '#domain/problem.ts'

/** 送られた欄。名を引けば、書かれたままの字が返る（なければ空）。 */
export type Form = {
  readonly text: (name: string) => string
  /** 同じ名の欄すべて（選んだ行など）。 */
  readonly all: (name: string) => readonly string[]
  /** 送られたファイル。選ばれていなければ undefined。 */
  readonly file: (name: string) => Promise<Sent | undefined>
  /** 同じ欄で送られたファイルすべて。 */
  readonly files: (name: string) => Promise<readonly Sent[]>
  /** 送られた字の欄すべて（ファイルを除く）。 */
  readonly entries: () => readonly (readonly [name: string, value: string])[]
}

export type Sent = { readonly name: string; readonly bytes: Uint8Array }

/** 受け取る大きさの限り。表計算の限り（50MB）に、欄の分を足したもの。 */
const mostBytes = 55_000_000

/** 大きすぎる送信も、ここまでは受け流してから断る。途中で切ると、ブラウザーには断りの頁が見えない。 */
const mostDrained = 4_000_000_000

/** 大きすぎるときも、初めのこれだけは取っておく。ファイルの欄より前の欄（市や名）を、断りの頁に戻すため。 */
const leadingBytes = 65_536

/** 読めた欄。大きすぎて受け取れないときは、ファイルより前の欄（`leading`）が読めることもある。 */
export type FormRead = Result<Form> & { readonly leading?: Form | undefined }

/**
 * 送られた欄を読む。大きすぎれば `upload-too-large`、欄として読めなければ `form-unreadable` で断る。
 *
 * @example const form = await readForm(c) // form.value.text('code') → '152081'
 */
export const readForm = async (c: Context): Promise<FormRead> => {
  const type = c.req.header('Content-Type') ?? ''
  const { whole, leading } = await bodyOf(c.req.raw)
  if (whole === undefined)
    return {
      ...refused('upload-too-large', { limit: '50MB' }),
      leading: await formIn(leadingParts(leading, type), type),
    }
  const form = await formIn(whole, type)
  return form ? done(form) : refused('form-unreadable')
}

const formIn = async (body: Uint8Array<ArrayBuffer>, type: string): Promise<Form | undefined> => {
  try {
    return formOver(await new Response(body, { headers: { 'Content-Type': type } }).formData())
  } catch {
    return undefined
  }
}

type Body = { readonly whole: Uint8Array<ArrayBuffer> | undefined; readonly leading: Uint8Array<ArrayBuffer> }

const bodyOf = async (request: Request): Promise<Body> => {
  const parts: Uint8Array[] = []
  const head: Uint8Array[] = []
  let total = 0
  for await (const part of request.body ?? []) {
    if (total < leadingBytes) head.push(part.subarray(0, leadingBytes - total))
    total += part.byteLength
    if (total > mostDrained) break
    if (total <= mostBytes) parts.push(part)
    else parts.length = 0
  }
  const joined = (pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces))
  return { whole: total > mostBytes ? undefined : joined(parts), leading: joined(head) }
}

/** 途中で切れた multipart の、切れていない欄だけ。 */
const leadingParts = (body: Uint8Array<ArrayBuffer>, type: string): Uint8Array<ArrayBuffer> => {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) return new Uint8Array()
  const text = Buffer.from(body)
  const end = text.lastIndexOf(`\r\n--${boundary}`)
  return new Uint8Array(Buffer.concat([text.subarray(0, Math.max(0, end)), Buffer.from(`\r\n--${boundary}--\r\n`)]))
}

const formOver = (data: FormData): Form => ({
  text: (name) => textOf(data.get(name)),
  all: (name) => data.getAll(name).map(textOf),
  file: async (name) => (await filesIn(data, name))[0],
  files: (name) => filesIn(data, name),
  entries: () => [...data.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
})

const filesIn = async (data: FormData, name: string): Promise<readonly Sent[]> => {
  const sent = data.getAll(name).filter((each) => typeof each !== 'string')
  const chosen = sent.filter((each) => each.name !== '' || each.size > 0)
  return Promise.all(chosen.map(async (each) => ({ name: each.name, bytes: new Uint8Array(await each.arrayBuffer()) })))
}

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
