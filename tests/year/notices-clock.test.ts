import { afterEach, expect, test } from 'vitest'
import { tickOnce } from '#operations/notices/clock.ts'
import { changeMailSetting } from '#operations/notices/mail-setting.ts'
import { mailLinks } from '#web/notice-link.ts'
import { aMailServer } from './a-mail-server.ts'
import { aYear, type Year } from './a-year.ts'

let year: Year | undefined
afterEach(() => year?.app.close())

test('一分の仕事：予約の照会を開き、締切を知らせ、まとめを送る。もう一度しても、何も増えない', async () => {
  const made = await aYear({ sections: 2, indicators: 1 })
  year = made
  const server = await aMailServer()
  const at = (iso: string) => ({ ...made.app, now: () => new Date(iso) })
  const { code, people, roundId } = made
  await changeMailSetting(at('2099-06-01T00:00:00Z'), people.administrator, code, {
    enabled: true,
    server: 'own',
    host: '127.0.0.1',
    port: String(server.port),
    security: 'none',
    userName: '',
    fromAddress: 'kikaku@shirakawa.lg.jp.example',
    password: '',
    forgetPassword: false,
    revision: 0,
  })
  const act = { by: '企画課', at: new Date('2099-06-01T00:00:00Z'), newId: made.app.newId }
  const planned = made.app.newId()
  await made.app.store.write(code, act, async (tx) => {
    const round = await tx.rounds.get(roundId ?? '')
    if (!round) throw new Error('no round')
    const deadlines = { enter: '2099-06-20', approve: '2099-06-27', accept: '2099-07-04' }
    const title = '予約の照会'
    await tx.rounds.put({
      ...round,
      id: planned,
      title,
      deadlines,
      status: 'scheduled',
      opensAt: '2099-06-05T00:00:00.000Z',
    })
  })
  const { signal } = new AbortController()
  const tick = (iso: string) => tickOnce(at(iso), mailLinks(null), signal)
  const statusOf = async () => (await made.app.store.read(code, (tx) => tx.rounds.get(planned)))?.status
  await tick('2099-06-04T23:29:00Z')
  expect(await statusOf()).toBe('scheduled')
  expect(server.arrived).toEqual([])
  await tick('2099-06-05T00:00:00Z')
  await tick('2099-06-05T00:01:00Z')
  expect(await statusOf()).toBe('open')
  // 開いた知らせと、前からの照会の 7 日前の知らせが、一人に一通で。
  expect(server.arrived.map(({ subject }) => subject)).toEqual(
    Array.from({ length: 2 }, () => '【白川市】予約の照会ほか：知らせ2件'),
  )
  // 閉じるところなら、何もしない。
  await tickOnce(at('2099-06-06T00:00:00Z'), mailLinks(null), AbortSignal.abort())
  expect(server.arrived).toHaveLength(2)
  await server.stop()
})
