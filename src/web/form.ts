import type { Context } from 'hono'
import { done, type Result, refused } from '#domain/problem.ts'

/** 送られた欄。名を引けば、書かれたままの字が返る（なければ空）。 */
export type Form = {
  readonly text: (name: string) => string
  /** 同じ名の欄すべて（選んだ行など）。 */
  readonly all: (name: string) => readonly string[]
  /** 送られたファイル。選ばれていなければ undefined。 */
  readonly file: (name: string) => Promise<Sent | undefined>
}

export type Sent = { readonly name: string; readonly bytes: Uint8Array }

/** 受け取る大きさの限り。表計算の限り（50MB）に、欄の分を足したもの。 */
const mostBytes = 55_000_000

/** 大きすぎる送信も、ここまでは受け流してから断る。途中で切ると、ブラウザーには断りの頁が見えない。 */
const mostDrained = 4_000_000_000

/**
 * 送られた欄を読む。大きすぎれば `upload-too-large`、欄として読めなければ `form-unreadable` で断る。
 *
 * @example const form = await readForm(c) // form.value.text('code') → '152081'
 */
export const readForm = async (c: Context): Promise<Result<Form>> => {
  const body = await bodyOf(c.req.raw)
  if (body === undefined) return refused('upload-too-large', { limit: '50MB' })
  try {
    const type = c.req.header('Content-Type') ?? ''
    const data = await new Response(body, { headers: { 'Content-Type': type } }).formData()
    return done(formOver(data))
  } catch {
    return refused('form-unreadable')
  }
}

const bodyOf = async (request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const parts: Uint8Array[] = []
  let total = 0
  for await (const part of request.body ?? []) {
    total += part.byteLength
    if (total > mostDrained) return undefined
    if (total <= mostBytes) parts.push(part)
    else parts.length = 0
  }
  return total > mostBytes ? undefined : new Uint8Array(Buffer.concat(parts))
}

const formOver = (data: FormData): Form => ({
  text: (name) => textOf(data.get(name)),
  all: (name) => data.getAll(name).map(textOf),
  file: async (name) => {
    const sent = data.get(name)
    if (sent === null || typeof sent === 'string' || (sent.name === '' && sent.size === 0)) return undefined
    return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
  },
})

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
