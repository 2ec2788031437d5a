import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * 働いているしるべへの裏口の札。データのフォルダーに置くので、このフォルダーを読める人（もとより、すべてを読める人）だけが頼める。
 * 起動のたびに改め、閉じると消える。強制終了で残った札は、つながらないだけ。
 */
export type ControlTicket = { readonly port: number; readonly token: string }

const fileIn = (directory: string): string => join(directory, 'control.json')

export const newToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (given: string, token: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

export const leaveTicket = async (directory: string, ticket: ControlTicket): Promise<void> => {
  await removeTicket(directory)
  await writeFile(fileIn(directory), JSON.stringify(ticket), { mode: 0o600, flag: 'wx' })
}

export const removeTicket = (directory: string): Promise<void> => rm(fileIn(directory), { force: true })

/** 置いてある札。なければ（壊れていれば）undefined。 */
export const foundTicket = async (directory: string): Promise<ControlTicket | undefined> => {
  try {
    const { port, token } = JSON.parse(await readFile(fileIn(directory), 'utf8')) as Partial<ControlTicket>
    return typeof port === 'number' && typeof token === 'string' ? { port, token } : undefined
  } catch {
    return undefined
  }
}
