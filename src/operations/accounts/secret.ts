import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from '#store/store.ts'
import type { App } from '../app.ts'

const secrets = new WeakMap<Store, Promise<string>>()

/**
 * しるべの鍵。環境変数 SHIRUBE_SECRET（32 字以上）があればそれ、なければデータベースの中のもの（初めてのとき作る）。
 * クッキーの署名と、設定の中の秘密の封に使う。
 */
export const secretOf = (app: App): Promise<string> => {
  const known = secrets.get(app.store)
  if (known) return known
  const found = fromEnvironment() ?? app.store.accounts.secret(randomBytes(32).toString('base64url'), app.now())
  const made = Promise.resolve(found)
  secrets.set(app.store, made)
  // つなぎの都合で読めなかったなら、次に尋ねたときにもう一度読む。
  made.catch(() => secrets.delete(app.store))
  return made
}

const fromEnvironment = (): string | undefined => {
  const given = process.env.SHIRUBE_SECRET?.trim()
  if (!given) return undefined
  if (given.length < 32) throw new Error('SHIRUBE_SECRET must be at least 32 characters')
  return given
}

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `shirube ${purpose}`, 32))

/** 秘密（メールや認証の相手の合言葉）を封じる。同じ字でも、封じるたびに違う列になる。 */
export const seal = async (app: App, text: string): Promise<string> => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(await secretOf(app), 'seal'), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** 封を開く。鍵が変わっていたり、書き換えられていれば undefined。 */
export const unseal = async (app: App, sealed: string): Promise<string | undefined> => {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return undefined
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyFor(await secretOf(app), 'seal'), bytes.subarray(0, 12))
    cipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** 字に署名を添える（見本で試す役のクッキー）。 */
export const signed = async (app: App, purpose: string, text: string): Promise<string> =>
  `${text}.${signature(await secretOf(app), purpose, text)}`

/** 署名の合う字だけを返す。 */
export const verified = async (app: App, purpose: string, given: string): Promise<string | undefined> => {
  const at = given.lastIndexOf('.')
  if (at < 0) return undefined
  const text = given.slice(0, at)
  return same(given.slice(at + 1), signature(await secretOf(app), purpose, text)) ? text : undefined
}

const signature = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url')

export const same = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
