import { createTransport } from 'nodemailer'
import { isMailAddress } from '#domain/notices/mail-setting.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { MailDoor } from './mail-server.ts'

/** メール一通。本文はただの字だけ。 */
export type Letter = {
  readonly from: string
  /** 差出人の名（市の名）。 */
  readonly fromName: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** 同じ一通を二度出しても、受ける側が一通と分かるように。 */
  readonly id: string
}

/** 出せなかったわけ。`again` は、あとでもう一度試すとよいもの。`server` は、ほかの人へのメールも同じく出せないもの。 */
export type MailFailure = { readonly problem: Problem; readonly again: boolean; readonly server: boolean }

const patience = 15_000

/** 一通を一人に出す。つなぎは一通ごとに閉じる。 */
export const sendMail = async (
  door: MailDoor,
  letter: Letter,
): Promise<{ readonly ok: true } | ({ readonly ok: false } & MailFailure)> => {
  if (!isMailAddress(letter.to))
    return { ok: false, problem: refused('notices.mail-to-unreadable').problem, again: false, server: false }
  const transport = createTransport({
    host: door.host,
    port: door.port,
    secure: door.security === 'tls',
    requireTLS: door.security === 'starttls',
    ignoreTLS: door.security === 'none',
    ...(door.userName !== '' && { auth: { user: door.userName, pass: door.password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: oneLine(letter.fromName), address: letter.from },
      to: { name: '', address: letter.to },
      subject: oneLine(letter.subject),
      text: letter.text,
      messageId: `<${letter.id}@${letter.from.split('@')[1] ?? 'shirube'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { ok: true }
  } catch (error) {
    return { ok: false, ...failureOf(error, door) }
  } finally {
    transport.close()
  }
}

/** 見出しに改行を入れて、ほかの見出しや宛先を足せないように。 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: 制御文字を空白にするため
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()

type MailError = Error & { readonly code?: string; readonly responseCode?: number; readonly response?: string }

const failureOf = (caught: unknown, { host, port }: MailDoor): MailFailure => {
  const error = (caught instanceof Error ? caught : new Error(String(caught))) as MailError
  // 相手の言うことは、長くても二百字。
  const said = oneLine(error.response ?? error.message).slice(0, 200)
  const problem = (code: string): Problem => refused(code, { host, port, said }).problem
  const server = (code: string): MailFailure => ({ problem: problem(code), again: true, server: true })
  const permanent = (error.responseCode ?? 0) >= 500
  switch (error.code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return server('notices.mail-login-refused')
    case 'EDNS':
      return server('notices.mail-no-such-host')
    case 'ETLS':
      return server(isCertificate(error) ? 'notices.mail-certificate' : 'notices.mail-no-tls')
    case 'ETIMEDOUT':
      return server('notices.mail-no-answer')
    case 'EENVELOPE':
      return { problem: problem('notices.mail-address-refused'), again: !permanent, server: false }
    case 'EMESSAGE':
      return { problem: problem('notices.mail-refused'), again: !permanent, server: false }
    default:
      if (isCertificate(error)) return server('notices.mail-certificate')
      if (/wrong version number|packet length|SSL/i.test(error.message)) return server('notices.mail-no-tls')
      if (/ENOTFOUND|EAI_AGAIN/.test(error.message)) return server('notices.mail-no-such-host')
      return server('notices.mail-unreachable')
  }
}

const isCertificate = ({ message }: Error): boolean => /certificate|self-signed|altnames|issuer/i.test(message)

export const asResult = (sent: Awaited<ReturnType<typeof sendMail>>): Result<null> =>
  sent.ok ? done(null) : { ok: false, problem: sent.problem }
