import { Agent, get } from 'node:http'
import autocannon from 'autocannon'
import { answering } from './answering.ts'

export type Asked = {
  readonly address: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly expects: 200 | 304
  /** `load` は 8 本のつなぎで、`alone` は 1 本で一つずつ。 */
  readonly how: 'load' | 'alone'
  readonly milliseconds: number
}

export type Alone = { readonly milliseconds: readonly number[] }
export type Loaded = { readonly perSecond: number }

/** 読み手。サーバーとは別のプロセスから尋ねる。思った答えでなければ投げる。 */
answering<Asked>((asked) => (asked.how === 'load' ? load(asked) : alone(asked)))

const load = async ({ address, path, headers, expects, milliseconds }: Asked): Promise<Loaded> => {
  const result = await autocannon({
    url: `${address}${path}`,
    ...(headers && { headers }),
    connections: 8,
    duration: milliseconds / 1000,
    sampleInt: 100,
  })
  const good = expects === 304 ? result['3xx'] : result['2xx']
  const all = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx']
  if (good === 0 || good !== all || result.errors > 0 || result.timeouts > 0)
    throw new Error(`${path}: ${good} of ${all} answered ${expects}, ${result.errors} errors`)
  return { perSecond: good / result.duration }
}

const alone = async (asked: Asked): Promise<Alone> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  const until = performance.now() + asked.milliseconds
  while (times.length < 20 || performance.now() < until) times.push(await once(asked, agent))
  agent.destroy()
  return { milliseconds: times }
}

const once = ({ address, path, headers, expects }: Asked, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    get(`${address}${path}`, { agent, headers: { ...headers } }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === expects
          ? resolve(performance.now() - started)
          : reject(new Error(`${path} answered ${response.statusCode}, not ${expects}`)),
      )
    }).once('error', reject)
  })
