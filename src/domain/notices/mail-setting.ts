import { done, type Result, refused } from '../problem.ts'

/** 通信の守り方。starttls はじめに守りを頼む（587 番）、tls はじめから守る（465 番）、none 守らない（庁内だけの古いサーバー）。 */
export const mailSecurities = ['starttls', 'tls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** メールのサーバー。 */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  /** 使わなければ空。 */
  readonly userName: string
}

/** 市のメールの設定。`shared` は、しるべを動かす人が決めたサーバー（SHIRUBE_SMTP_URL）を使う。 */
export type MailSetting = MailServer & {
  readonly server: 'own' | 'shared'
  /** 出しはじめた時。null なら出さない（はじめは出さない）。 */
  readonly enabledAt: string | null
  readonly fromAddress: string
  readonly revision: number
}

/** 画面で入れたまま。 */
export type TypedMailSetting = {
  readonly enabled: boolean
  readonly server: string
  readonly host: string
  readonly port: string
  readonly security: string
  readonly userName: string
  readonly fromAddress: string
}

type Read = Omit<MailSetting, 'enabledAt' | 'revision'>

/**
 * 入れたものを設定に。使えなければ、どの欄をどう直すかを言って断る。
 * 出さない設定なら、サーバーの欄は空でもよい。
 */
export const readMailSetting = (typed: TypedMailSetting): Result<Read> => {
  const host = typed.host.trim()
  const port = typed.port.trim() === '' ? 587 : Number(typed.port.normalize('NFKC'))
  const fromAddress = typed.fromAddress.trim()
  const server = typed.server === 'shared' ? 'shared' : 'own'
  const security = mailSecurities.find((each) => each === typed.security) ?? 'starttls'
  if (host !== '' && !/^[A-Za-z0-9.:-]{1,253}$/.test(host)) return refused('notices.mail-host-unreadable', { host })
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return refused('notices.mail-port-unreadable')
  if (fromAddress !== '' && !isMailAddress(fromAddress)) return refused('notices.mail-from-unreadable')
  if (typed.enabled && server === 'own' && host === '') return refused('notices.mail-host-needed')
  if (typed.enabled && fromAddress === '') return refused('notices.mail-from-needed')
  const userName = typed.userName.trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 制御文字を断るため
  if (/[\u0000-\u001f\u007f]/.test(userName)) return refused('notices.mail-user-unreadable')
  return done({ server, host, port, security, userName, fromAddress })
}

/** 宛先一つ。行やコンマを入れて、別の宛先や見出しを足せないように。 */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(text)

/**
 * しるべを動かす人が言うサーバー。`smtp://利用者:合言葉@host:587`、はじめから守るなら `smtps://`、守らないなら `?security=none`。
 * 読めなければ undefined。
 */
export const mailServerIn = (url: string): (MailServer & { readonly password: string | null }) | undefined => {
  const read = URL.canParse(url) ? new URL(url) : undefined
  if (!read || !['smtp:', 'smtps:'].includes(read.protocol) || read.hostname === '') return undefined
  const tls = read.protocol === 'smtps:'
  return {
    host: read.hostname.replace(/^\[|\]$/g, ''),
    port: read.port === '' ? (tls ? 465 : 587) : Number(read.port),
    security: tls ? 'tls' : read.searchParams.get('security') === 'none' ? 'none' : 'starttls',
    userName: decoded(read.username),
    password: read.password === '' ? null : decoded(read.password),
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
