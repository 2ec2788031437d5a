import { SMTPServer } from 'smtp-server'

/** 届いたメール。宛先は封筒のもの。 */
export type Arrived = {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly headers: string
}

export type MailServerRunning = {
  readonly port: number
  readonly arrived: Arrived[]
  /** つながれた回数。 */
  readonly connections: () => number
  readonly stop: () => Promise<void>
}

type Options = {
  readonly port?: number
  readonly login?: { readonly user: string; readonly password: string }
  /** 断る宛先。 */
  readonly refuse?: RegExp
  readonly tls?: boolean
}

/** 本物の SMTP サーバー。届いたものを読んで並べる。 */
export const aMailServer = async ({
  port = 0,
  login,
  refuse,
  tls = false,
}: Options = {}): Promise<MailServerRunning> => {
  const arrived: Arrived[] = []
  let connections = 0
  const server = new SMTPServer({
    secure: tls,
    disabledCommands: tls ? [] : ['STARTTLS'],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    onConnect: (_session, done) => {
      connections++
      done()
    },
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.password
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onRcptTo: ({ address }, _session, done) => {
      if (!refuse?.test(address)) return done()
      done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        arrived.push({ to, ...readMail(Buffer.concat(parts).toString('latin1')) })
        done()
      })
    },
  })
  // つなぎかけて切られるのは、試験のうち。
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    arrived,
    connections: () => connections,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}

const readMail = (raw: string): Pick<Arrived, 'subject' | 'text' | 'headers'> => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ')
  const body = rest.join('\r\n\r\n')
  const encoding = /^content-transfer-encoding: (.*)$/im.exec(headers)?.[1]?.trim()
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? printable(body.replace(/=\r\n/g, ''))
        : Buffer.from(body, 'latin1')
  const subject = (/^subject: (.*)$/im.exec(headers)?.[1] ?? '').replace(/\?=\s+=\?/g, '?==?')
  return { headers, subject: words(subject), text: text.toString('utf8').replaceAll('\r\n', '\n') }
}

const printable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const words = (text: string): string =>
  text.replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, coded: string) =>
    (kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64') : printable(coded.replaceAll('_', ' '))).toString(
      'utf8',
    ),
  )
