import { createServer } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import type { App } from '#operations/app.ts'
import { changeMailSetting, type MailSettingAsked, mailSettingView } from '#operations/notices/mail-setting.ts'
import { sendDigests } from '#operations/notices/send-digests.ts'
import { sendMailNow, sendTestMail } from '#operations/notices/send-now.ts'
import { mailLinks } from '#web/notice-link.ts'
import { aMailServer, type MailServerRunning } from './a-mail-server.ts'
import { aYear, type Year } from './a-year.ts'

let year: Year
let server: MailServerRunning | undefined
beforeEach(async () => {
  year = await aYear({ sections: 2, indicators: 1 })
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  await year.app.close()
})
afterAll(() => {
  process.env.SHIRUBE_SMTP_URL = ''
})

const at = (iso: string): App => ({ ...year.app, now: () => new Date(iso) })
const links = mailLinks('https://shirube.example.lg.jp')
const digestsAt = (iso: string, of = links) => sendDigests(year.app, new Date(iso), of)

const asked = (change: Partial<MailSettingAsked> = {}): MailSettingAsked => ({
  enabled: true,
  server: 'own',
  host: '127.0.0.1',
  port: String(server?.port ?? 0),
  security: 'none',
  userName: '',
  fromAddress: 'kikaku@shirakawa.lg.jp.example',
  password: '',
  forgetPassword: false,
  revision: 0,
  ...change,
})
const admin = () => year.people.administrator
const turnOn = async (change: Partial<MailSettingAsked> = {}) => {
  const changed = await changeMailSetting(at('2099-06-01T00:00:00Z'), admin(), year.code, asked(change))
  expect(changed).toEqual({ ok: true, value: null })
}
const mailsOf = async () => {
  const view = await mailSettingView(year.app, admin(), year.code)
  if (!view.ok) throw new Error(view.problem.code)
  return view.value.mails
}

/** 商工課に、その時に知らせる。 */
const tellAt = (
  iso: string,
  kind: 'round-opened' | 'returned' | 'accepted' = 'returned',
  reason = '根拠の資料が要ります',
) =>
  year.app.store.write(year.code, { by: '企画課 山田', at: new Date(iso), newId: year.app.newId }, (tx) =>
    tx.notices.tell({
      kind,
      departmentId: year.sections[0]?.id ?? null,
      roundId: year.roundId,
      responseId: year.sections[0]?.responseId ?? null,
      params: { reason },
    }),
  )

describe('まとめのメール', () => {
  test('はじめは出さない。どこにもつながない', async () => {
    server = await aMailServer()
    await tellAt('2099-06-01T01:00:00Z')
    expect(await digestsAt('2099-06-02T00:00:00Z')).toBe(0)
    expect(server.connections()).toBe(0)
    expect(await mailsOf()).toEqual([])
    expect(await sendMailNow(year.app, year.code, { to: 'a@b.example', subject: '招き', text: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'notices.mail-off' },
    })
  })

  test('朝 8 時 30 分に、一人に一通。その日の残りは、次の朝', async () => {
    server = await aMailServer()
    await turnOn()
    await tellAt('2099-06-01T01:00:00Z', 'round-opened', '')
    await tellAt('2099-06-01T02:00:00Z')
    expect(await digestsAt('2099-06-01T23:29:00Z')).toBe(0)
    expect(await digestsAt('2099-06-01T23:30:00Z')).toBe(1)
    expect(await digestsAt('2099-06-01T23:31:00Z')).toBe(0)
    await tellAt('2099-06-02T01:00:00Z', 'accepted', '')
    expect(await digestsAt('2099-06-02T05:00:00Z')).toBe(0)
    expect(await digestsAt('2099-06-03T00:00:00Z')).toBe(1)
    const [first, second] = server.arrived
    expect(first?.subject).toBe('【白川市】令和6年度実績の照会：知らせ2件')
    expect(first?.text).toContain('商工課の担当 様')
    expect(first?.text).toContain('・商工課：照会が始まりました。')
    expect(first?.text).toContain('わけ：根拠の資料が要ります')
    expect(first?.text).toContain(
      `https://shirube.example.lg.jp/${year.code}/responses/${year.sections[0]?.responseId}\n`,
    )
    expect(first?.headers).toMatch(/^Auto-Submitted: auto-generated$/im)
    expect(second?.text).toContain('回答が受理されました')
    expect(second?.text).not.toContain('差し戻されました')
    expect(server.arrived.map(({ to }) => to.length)).toEqual([1, 1])
  })

  test('外から見える番地が分からなければ、番地を書かない。読んだものは送らない', async () => {
    server = await aMailServer()
    await turnOn()
    await tellAt('2099-06-01T01:00:00Z')
    const clerk = year.sections[0]?.clerk.id ?? ''
    await digestsAt('2099-06-01T23:30:00Z', mailLinks(null))
    expect(server.arrived[0]?.text).not.toContain('http')
    await tellAt('2099-06-02T01:00:00Z')
    await year.app.store.write(year.code, { by: '本人', at: new Date(), newId: year.app.newId }, (tx) =>
      tx.notices.see(clerk, 99),
    )
    expect(await digestsAt('2099-06-03T00:00:00Z')).toBe(0)
  })

  test('出しはじめる前の知らせは送らない', async () => {
    server = await aMailServer()
    await tellAt('2099-05-31T00:00:00Z')
    await turnOn()
    expect(await digestsAt('2099-06-02T00:00:00Z')).toBe(0)
  })

  test('題や名に改行があっても、宛先も見出しも増えない', async () => {
    server = await aMailServer()
    await turnOn()
    const act = { by: '企画課', at: new Date('2099-06-01T00:00:00Z'), newId: year.app.newId }
    await year.app.store.write(year.code, act, async (tx) => {
      const round = await tx.rounds.get(year.roundId ?? '')
      if (round) await tx.rounds.put({ ...round, title: '照会\r\nBcc: others@evil.example\r\nX-Added: 1' })
    })
    await tellAt('2099-06-01T01:00:00Z', 'returned', '一行目\r\n.\r\nRCPT TO:<others@evil.example>')
    expect(await digestsAt('2099-06-01T23:30:00Z')).toBe(1)
    const [mail] = server.arrived
    expect(mail?.to).toEqual([expect.stringContaining('.lg.jp.example')])
    expect(mail?.headers).not.toMatch(/^(bcc|x-added):/im)
    const to = 'a@b.example\r\nBcc: others@evil.example'
    expect(await sendMailNow(at('2099-06-02T00:00:00Z'), year.code, { to, subject: 'x', text: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'notices.mail-to-unreadable' },
    })
    expect(server.arrived).toHaveLength(1)
  })
})

describe('サーバーが止まっているとき', () => {
  test('取っておき、間を空けて試し、立ち直れば一通にまとめて送る', async () => {
    server = await aMailServer()
    const { port } = server
    await turnOn()
    await server.stop()
    server = undefined
    await tellAt('2099-06-01T01:00:00Z')
    expect(await digestsAt('2099-06-01T23:30:00Z')).toBe(0)
    const [waiting] = await mailsOf()
    expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, problem: { code: 'notices.mail-unreachable' } })
    expect(waiting?.nextAt).toBe('2099-06-01T23:35:00.000Z')
    // 待っているあいだは、毎分つなぎにいかない。
    await digestsAt('2099-06-01T23:31:00Z')
    expect((await mailsOf())[0]?.attempts).toBe(1)
    // 次の朝までに届いた知らせは、待っている一通に加わる。
    await tellAt('2099-06-02T01:00:00Z', 'accepted', '')
    await digestsAt('2099-06-02T23:30:00Z')
    server = await aMailServer({ port })
    expect(await digestsAt('2099-06-03T06:00:00Z')).toBe(1)
    expect(server.arrived).toHaveLength(1)
    expect(server.arrived[0]?.subject).toContain('知らせ2件')
    expect((await mailsOf()).map(({ status }) => status)).toEqual(['sent'])
  })

  test('三日で諦め、管理者の頁にわけが出る。通知の頁には残っている', async () => {
    server = await aMailServer()
    await turnOn()
    await server.stop()
    server = undefined
    await tellAt('2099-06-01T01:00:00Z')
    for (let hour = 0; hour < 24 * 4; hour++)
      await digestsAt(new Date(Date.parse('2099-06-01T23:30:00Z') + hour * 3_600_000).toISOString())
    const mails = await mailsOf()
    expect(mails.map(({ status }) => status)).toEqual(['failed'])
    const words = mails[0]?.problem && problemInWords(mails[0].problem)
    expect(words).toContain('つながりません')
    const inbox = await year.app.store.read(year.code, (tx) =>
      tx.notices.for(year.sections[0]?.clerk.id ?? '', { limit: 9 }),
    )
    expect(inbox).toHaveLength(1)
  })

  test('出している途中で落ちても、時が来れば同じ一通としてもう一度', async () => {
    server = await aMailServer()
    await turnOn()
    await tellAt('2099-06-01T01:00:00Z')
    const enabledAt = '2099-06-01T00:00:00.000Z'
    const act = { by: '自動', at: new Date('2099-06-01T23:30:00Z'), newId: year.app.newId }
    const lost = await year.app.store.write(year.code, act, async (tx) => {
      await tx.mail.queueDigests('2099-06-02', enabledAt)
      return tx.mail.claim('2099-06-01T23:40:00.000Z')
    })
    expect(await digestsAt('2099-06-01T23:35:00Z')).toBe(0)
    expect(await digestsAt('2099-06-01T23:41:00Z')).toBe(1)
    expect(server.arrived[0]?.headers).toContain(`<${lost?.id}@`)
  })

  test('一人の宛先が断られても、ほかの人には届く。断られた一通は、もう試さない', async () => {
    server = await aMailServer({ refuse: /^gone/ })
    await turnOn()
    const act = { by: '管理', at: new Date('2099-06-01T00:00:00Z'), newId: year.app.newId }
    await year.app.store.write(year.code, act, (tx) =>
      tx.members.change(year.sections[0]?.clerk.id ?? '', { mail: 'gone@city.lg.jp.example' }),
    )
    await tellAt('2099-06-01T01:00:00Z')
    await year.app.store.write(year.code, { ...act, at: new Date('2099-06-01T02:00:00Z') }, (tx) =>
      tx.notices.tell({
        kind: 'round-closed',
        departmentId: year.sections[1]?.id ?? null,
        roundId: year.roundId,
        responseId: null,
        params: {},
      }),
    )
    expect(await digestsAt('2099-06-01T23:30:00Z')).toBe(1)
    const failed = (await mailsOf()).find(({ status }) => status === 'failed')
    expect(failed).toMatchObject({ to: 'gone@city.lg.jp.example', problem: { code: 'notices.mail-address-refused' } })
    expect(server.arrived).toHaveLength(1)
  })
})

describe('設定', () => {
  test('合言葉は封じて預かり、頁にも監査記録にも出ない。預かった合言葉でログインして送る', async () => {
    const password = 'himitsu-no-kotoba'
    server = await aMailServer({ login: { user: 'shirube', password } })
    await turnOn({ userName: 'shirube', password })
    const to = 'test@city.lg.jp.example'
    expect(await sendTestMail(year.app, admin(), year.code, to)).toEqual({ ok: true, value: null })
    const view = await mailSettingView(year.app, admin(), year.code)
    const audit = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 500 }))
    const kept = await year.app.store.read(year.code, (tx) => tx.mail.setting())
    expect(JSON.stringify([view, audit, kept])).not.toContain(password)
    expect(JSON.stringify(audit)).not.toContain(kept?.sealedPassword ?? '?')
    expect(view).toMatchObject({ ok: true, value: { setting: { hasPassword: true } } })
    // 空のままなら前のもの、サーバーの名を変えれば預かったものは捨てる。
    await turnOn({ userName: 'shirube', revision: 1 })
    expect(await sendTestMail(year.app, admin(), year.code, to)).toEqual({ ok: true, value: null })
    await turnOn({ userName: 'shirube', host: 'localhost', revision: 2 })
    expect((await year.app.store.read(year.code, (tx) => tx.mail.setting()))?.sealedPassword).toBeNull()
  })

  test('試しの一通は、何がいけなかったかを一文で言う', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    silent.unref()
    server = await aMailServer({ login: { user: 'shirube', password: 'right' }, refuse: /^nobody/ })
    const trials: readonly (readonly [Partial<MailSettingAsked>, string, string])[] = [
      [{ userName: 'shirube', password: 'wrong' }, 'a@b.example', 'notices.mail-login-refused'],
      [{ userName: 'shirube', password: 'right', security: 'starttls' }, 'a@b.example', 'notices.mail-no-tls'],
      [{ userName: 'shirube', password: 'right', security: 'tls' }, 'a@b.example', 'notices.mail-no-tls'],
      [{ userName: 'shirube', password: 'right', port: '1' }, 'a@b.example', 'notices.mail-unreachable'],
      [
        { userName: 'shirube', password: 'right', host: 'no-such-host.invalid' },
        'a@b.example',
        'notices.mail-no-such-host',
      ],
      [{ userName: 'shirube', password: 'right' }, 'nobody@b.example', 'notices.mail-address-refused'],
      [{ userName: 'shirube', password: 'right' }, 'a@b.example, c@d.example', 'notices.mail-to-unreadable'],
    ]
    for (const [nth, [change, to, code]] of trials.entries()) {
      await turnOn({ ...change, revision: nth })
      const sent = await sendTestMail(year.app, admin(), year.code, to)
      expect(sent, JSON.stringify(change)).toMatchObject({ ok: false, problem: { code } })
      if (!sent.ok) expect(problemInWords(sent.problem, 'en').length).toBeGreaterThan(20)
    }
    silent.close()
  })

  test('証明書を確かめられないサーバーには送らない', async () => {
    server = await aMailServer({ tls: true })
    await turnOn({ security: 'tls' })
    expect(await sendTestMail(year.app, admin(), year.code, 'a@b.example')).toMatchObject({
      ok: false,
      problem: { code: 'notices.mail-certificate' },
    })
  })

  test('変えられるのは管理者だけ。二人が同時に変えれば、あとの人に言う', async () => {
    server = await aMailServer()
    for (const person of [year.people.planner, year.people.auditor, year.sections[0]?.head])
      if (person) {
        expect(await changeMailSetting(year.app, person, year.code, asked())).toMatchObject({ ok: false })
        expect(await mailSettingView(year.app, person, year.code)).toMatchObject({ ok: false })
        expect(await sendTestMail(year.app, person, year.code, 'a@b.example')).toMatchObject({ ok: false })
      }
    await turnOn()
    expect(await changeMailSetting(year.app, admin(), year.code, asked())).toMatchObject({
      ok: false,
      problem: { code: 'notices.setting-moved' },
    })
    expect(server.connections()).toBe(0)
  })

  test('しるべを動かす人の決めたサーバーを使える', async () => {
    server = await aMailServer({ login: { user: 'op', password: 'p@ss/word' } })
    expect(await changeMailSetting(year.app, admin(), year.code, asked({ server: 'shared' }))).toMatchObject({
      ok: false,
      problem: { code: 'notices.mail-shared-missing' },
    })
    process.env.SHIRUBE_SMTP_URL = `smtp://op:${encodeURIComponent('p@ss/word')}@127.0.0.1:${server.port}?security=none`
    await turnOn({ server: 'shared', host: '' })
    const mail = { to: 'new@city.lg.jp.example', subject: '【白川市】招き', text: '合言葉 abcdef' }
    expect(await sendMailNow(year.app, year.code, mail)).toEqual({ ok: true, value: null })
    expect(server.arrived[0]?.subject).toBe('【白川市】招き')
    // 本文は、どこにも残らない。
    expect(JSON.stringify(await mailsOf())).not.toContain('abcdef')
    process.env.SHIRUBE_SMTP_URL = 'http://mail.example'
    expect(await sendMailNow(year.app, year.code, mail)).toMatchObject({
      ok: false,
      problem: { code: 'notices.mail-shared-unreadable' },
    })
    process.env.SHIRUBE_SMTP_URL = ''
  })
})
