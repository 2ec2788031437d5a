import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { newFirstLink } from '#operations/accounts/first-administrator.ts'
import { makeResetLink } from '#operations/accounts/reset.ts'
import type { App } from '#operations/app.ts'
import { invite } from '#operations/people/invitations.ts'
import { createWeb } from '#web/web.ts'
import { appOver } from '../store/a-city.ts'
import { engines, type Running } from '../store/engines.ts'
import { aBrowser, type SmallBrowser } from './a-browser.ts'
import { aYearIn, type Year } from './a-year.ts'

const terminal: Person = { kind: 'terminal', id: null, name: '準備', grants: [] }
const [password, another] = ['みどりの川にかかる長い橋', 'another long password 2']

/** 認証アプリの番号（RFC 6238、SHA-1、30 秒、6 桁）。 */
const totp = (uri: string, at: Date = new Date()): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const count = Buffer.alloc(8)
  count.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const hash = createHmac('sha1', key).update(count).digest()
  const from = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe.each(engines)('口座とログイン（$name）', ({ start }) => {
  let running: Running
  let app: App
  let year: Year
  let now = new Date()
  // 二人が同時に初めの管理者になろうとして、勝ったほうの人。
  const admin = { name: '佐藤 花子', mail: 'sato@city.example' }
  const web = () => createWeb(app)
  const browser = (): SmallBrowser => aBrowser(web())
  const login = async (mail: string, typed: string, next = ''): Promise<SmallBrowser> => {
    const own = browser()
    await own.post('/login', { mail, password: typed, next })
    return own
  }
  const acts = async (code: string) => {
    const entries = await app.store.read(code, (tx) => tx.audit.latest({ limit: 500 }))
    return entries.map(({ act }) => act)
  }
  /** 市の人を招き、パスワードを決めて入る。 */
  const joined = async (person: Person, typed = password): Promise<SmallBrowser> => {
    const invited = await invite(app, terminal, year.code, person.id ?? '')
    if (!invited.ok) throw new Error(invited.problem.code)
    const own = browser()
    await own.post(`/${year.code}/invitations/${invited.value.token}`, { password: typed })
    return own
  }
  const mailOf = async (person: Person): Promise<string> =>
    (await app.store.read(year.code, (tx) => tx.members.get(person.id ?? '')))?.mail ?? ''

  beforeAll(async () => {
    running = await start()
    app = { ...appOver(running.store), now: () => now }
    year = await aYearIn(app, { sections: 2, indicators: 2 })
  })
  afterAll(() => running?.stop())

  test('口座が一つもないあいだは、この機械の前の人が何でもできる', async () => {
    expect((await browser().get(`/${year.code}/intake`)).status).toBe(200)
  })

  test('初めの管理者：一度きりの番地で作り、そのまま入る', async () => {
    const old = await newFirstLink(app)
    const token = await newFirstLink(app)
    expect((await browser().get(`/first/${old}`)).html).toContain('このリンクは使えません')
    const own = browser()
    expect((await own.get(`/first/${token}`)).status).toBe(200)
    const typed = { ...admin, chosen: year.code, planner: 'yes' }
    const short = await own.post(`/first/${token}`, { ...typed, password: 'short' })
    expect(short.status).toBe(422)
    expect(short.html).toContain('12字以上にしてください')
    expect(short.html).toContain(admin.mail)
    const twice = await Promise.all([
      own.post(`/first/${token}`, { ...typed, password }),
      browser().post(`/first/${token}`, { ...typed, mail: 'other@city.example', password }),
    ])
    expect(twice.filter(({ path }) => path.startsWith(`/${year.code}`))).toHaveLength(1)
    const members = await app.store.read(year.code, (tx) => tx.members.list())
    expect(members.filter(({ accountId }) => accountId !== null)).toHaveLength(1)
    expect(await newFirstLink(app)).toBeNull()
    admin.mail = members.find(({ accountId }) => accountId !== null)?.mail ?? ''
  })

  test('口座ができたら、名のらない人は市の頁を見られず、ログインの頁へ送られる', async () => {
    const page = await browser().get(`/${year.code}`)
    expect(page.html).toContain('<h1>ログイン</h1>')
    expect((await browser().get('/')).status).toBe(200)
  })

  test('ログインすると役が付き、出れば終わる。札は、ほかのプロセスでもすぐ通らなくなる', async () => {
    const own = await login(admin.mail, password, `/${year.code}`)
    expect((await own.get(`/${year.code}`)).status).toBe(200)
    expect((await own.get('/account')).html).toContain(admin.mail)
    const stolen = new Map(own.jar)
    const other = aBrowser(createWeb({ ...app }))
    for (const [name, value] of stolen) other.jar.set(name, value)
    expect((await other.get(`/${year.code}`)).html).not.toContain('<h1>ログイン</h1>')
    await own.post('/logout')
    expect((await other.get(`/${year.code}`)).html).toContain('<h1>ログイン</h1>')
    expect(await acts(year.code)).toEqual(expect.arrayContaining(['signed-in', 'signed-out']))
  })

  test('札は HttpOnly・SameSite=Lax。https で見る人には Secure も付く', async () => {
    const site = { origin: 'https://shirube.city.example', loopback: false, proxies: [] }
    const hosts = ['localhost']
    const response = await createWeb(app, { site, hosts }).request('http://localhost/login', {
      method: 'POST',
      body: new URLSearchParams({ mail: admin.mail, password }),
      headers: { Origin: site.origin },
    })
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith('shirube.session_token=')) ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/; Secure/)
    const plain = await browser().send('/login', {
      method: 'POST',
      body: new URLSearchParams({ mail: admin.mail, password }),
      headers: { Origin: 'http://localhost' },
    })
    expect(plain.headers.getSetCookie().join()).not.toMatch(/Secure/)
  })

  test('署名の合わない札と、よその頁からの送信は通らない', async () => {
    const own = await login(admin.mail, password)
    const token = decodeURIComponent(own.jar.get('shirube.session_token') ?? '')
    own.jar.set('shirube.session_token', encodeURIComponent(`${token.split('.')[0]}.AAAA`))
    expect((await own.get('/account')).html).toContain('<h1>ログイン</h1>')
    const away = await own.send('/login', {
      method: 'POST',
      body: new URLSearchParams({ mail: admin.mail, password }),
      headers: { Origin: 'https://evil.example' },
    })
    expect(away.status).toBe(403)
  })

  test('入り直すと、そのブラウザーの前の札は終わる', async () => {
    const own = await login(admin.mail, password)
    const before = own.jar.get('shirube.session_token') ?? ''
    await own.post('/login', { mail: admin.mail, password })
    expect(own.jar.get('shirube.session_token')).not.toBe(before)
    const old = browser()
    old.jar.set('shirube.session_token', before)
    expect((await old.get('/account')).html).toContain('<h1>ログイン</h1>')
  })

  test('宛先がないときも、パスワードが違うときも、同じ文。誤りは本人の市の記録に残る', async () => {
    const wrong = await browser().post('/login', { mail: admin.mail, password: 'wrong wrong wrong' })
    const absent = await browser().post('/login', { mail: 'nobody@city.example', password: 'wrong wrong wrong' })
    const sentence = 'メールアドレスかパスワードが違います'
    expect([wrong.status, absent.status]).toEqual([422, 422])
    expect(wrong.html).toContain(sentence)
    expect(wrong.html.replaceAll(admin.mail, '')).toBe(absent.html.replaceAll('nobody@city.example', ''))
    await vi.waitFor(async () => expect(await acts(year.code)).toContain('sign-in-failed'), 5000)
  })

  test('つぎの頁は、しるべの中だけ', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/login']) {
      const response = await browser().send('/login', {
        method: 'POST',
        body: new URLSearchParams({ mail: admin.mail, password, next }),
        headers: { Origin: 'http://localhost' },
      })
      expect(response.headers.get('Location'), next).toBe(`/${year.code}/work`)
    }
  })

  test('招きに応じる：名が出て、パスワードを決めると入る。番地は一度きり', async () => {
    const clerk = year.sections[0]?.clerk as Person
    const invited = await invite(app, terminal, year.code, clerk.id ?? '')
    if (!invited.ok) throw new Error(invited.problem.code)
    const address = `/${year.code}/invitations/${invited.value.token}`
    expect((await browser().get(address)).html).toContain(clerk.name)
    const own = browser()
    await own.post(address, { password: 'short' })
    expect(await app.store.accounts.byMail(await mailOf(clerk))).toBeUndefined()
    await own.post(address, { password })
    expect((await own.get(`/${year.code}`)).status).toBe(200)
    expect((await own.get(`/${year.code}/intake`)).status).toBe(403)
    expect((await browser().get(address)).html).toContain('招待')
    expect((await browser().post(address, { password: another })).status).toBe(422)
    expect(await acts(year.code)).toContain('invitation-accepted')
  })

  test('招きの番地を、よその市の番地で使うことはできない', async () => {
    const other = await aYearIn(app, { sections: 1, indicators: 1, number: 1 })
    const head = year.sections[0]?.head as Person
    const invited = await invite(app, terminal, year.code, head.id ?? '')
    if (!invited.ok) throw new Error(invited.problem.code)
    expect((await browser().get(`/${other.code}/invitations/${invited.value.token}`)).status).toBe(422)
  })

  test('一つの口座で二つの市に勤める。役は市ごとで、よその市の頁は見られない', async () => {
    const second = await aYearIn(app, { sections: 1, indicators: 1, number: 2 })
    const auditor = await joined(year.people.auditor)
    expect((await auditor.get(`/${second.code}`)).status).toBe(403)
    const invited = await invite(app, terminal, second.code, second.people.planner.id ?? '')
    if (!invited.ok) throw new Error(invited.problem.code)
    const address = `/${second.code}/invitations/${invited.value.token}`
    expect((await auditor.get(address)).html).toContain('このアカウントを結びつける')
    await auditor.post(address, { join: 'yes' })
    expect((await auditor.get(`/${second.code}/intake`)).status).toBe(200)
    expect((await auditor.get(`/${year.code}/intake`)).status).toBe(403)
    // 二つの市に勤める人のパスワードは、一つの市の管理者には決め直せない（よその市に入れてしまう）。
    const link = await makeResetLink(app, terminal, year.code, year.people.auditor.id ?? '')
    expect(link).toMatchObject({ problem: { code: 'reset-two-cities' } })
    // どちらの市の記録にも残る。
    await auditor.post('/logout')
    expect(await acts(second.code)).toContain('signed-out')
  })

  test('去った人は、ログインしたままでも、すぐ何もできなくなる', async () => {
    const executive = await joined(year.people.executive)
    expect((await executive.get(`/${year.code}`)).status).toBe(200)
    const act = { by: '準備', at: now, newId: app.newId }
    await app.store.write(year.code, act, (tx) => tx.members.change(year.people.executive.id ?? '', { status: 'left' }))
    expect((await executive.get(`/${year.code}`)).status).toBe(403)
  })

  test('パスワードを変えると、ほかのログインは終わり、このログインは続く', async () => {
    const [own, other] = [await login(admin.mail, password), await login(admin.mail, password)]
    const wrong = await own.post('/account/password', { currentPassword: 'wrong wrong wrong', newPassword: another })
    expect(wrong.html).toContain('いまのパスワードが違います')
    await own.post('/account/password', { currentPassword: password, newPassword: another })
    expect((await own.get('/account')).html).toContain(admin.mail)
    expect((await other.get('/account')).html).toContain('<h1>ログイン</h1>')
    expect((await (await login(admin.mail, password)).get('/account')).html).toContain('<h1>ログイン</h1>')
    await own.post('/account/password', { currentPassword: another, newPassword: password })
    expect(await acts(year.code)).toContain('password-changed')
  })

  test('ほかのログインをまとめて終わらせる', async () => {
    const [own, other] = [await login(admin.mail, password), await login(admin.mail, password)]
    await own.post('/account/sessions')
    expect((await own.get('/account')).html).toContain(admin.mail)
    expect((await other.get('/account')).html).toContain('<h1>ログイン</h1>')
  })

  test('認証アプリ：図と控えを見せ、番号を確かめてから求める。控えは一度だけ使える', async () => {
    const own = await joined(year.people.reviewer)
    const mail = await mailOf(year.people.reviewer)
    const started = await own.post('/account/two-factor', { currentPassword: password })
    expect(started.html).toContain('<svg class="account-qr"')
    const field = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(started.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const [uriSecret, codesSecret] = [field('uriSecret'), field('codesSecret')]
    const wrong = await own.post('/account/two-factor/confirm', { code: '000000', uriSecret, codesSecret })
    expect(wrong.html).toContain('番号が違います')
    expect(wrong.html).toContain(codesSecret.split(' ')[0])
    await own.post('/account/two-factor/confirm', { code: totp(uriSecret), uriSecret, codesSecret })
    expect((await own.get('/account')).html).toContain('アプリの番号を尋ねます')

    const half = browser()
    const asked = await half.post('/login', { mail, password })
    expect(asked.html).toContain('6桁の番号')
    expect((await half.get('/account')).html).toContain('<h1>ログイン</h1>')
    expect((await half.post('/login/code', { kind: 'app', code: '000000' })).html).toContain('番号が違います')
    await half.post('/login/code', { kind: 'app', code: ` ${totp(uriSecret)} ` })
    expect((await half.get('/account')).html).toContain(mail)

    const backup = codesSecret.split(' ')[0] ?? ''
    const lost = await login(mail, password)
    await lost.post('/login/code', { kind: 'backup', backup })
    expect((await lost.get('/account')).html).toContain(mail)
    const again = await login(mail, password)
    expect((await again.post('/login/code', { kind: 'backup', backup })).html).toContain('番号が違います')

    const renewed = await lost.post('/account/backup-codes', { renewPassword: password })
    expect(renewed.html).toContain('新しい控えの番号です')
    await lost.post('/account/two-factor/off', { stopPassword: password })
    expect((await (await login(mail, password)).get('/account')).html).toContain(mail)
    expect(await acts(year.code)).toEqual(
      expect.arrayContaining(['two-factor-on', 'two-factor-off', 'backup-codes-made']),
    )
  })

  test('管理者の作る番地で決め直す：一度きりで、ログインはみな終わる', async () => {
    const planner = await joined(year.people.planner)
    const link = await makeResetLink(app, terminal, year.code, year.people.planner.id ?? '')
    if (!link.ok) throw new Error(link.problem.code)
    expect(await makeResetLink(app, year.people.planner, year.code, year.people.auditor.id ?? '')).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    const short = await browser().post(`/reset/${link.value}`, { password: 'short' })
    expect(short.html).toContain('12字以上')
    const set = await browser().post(`/reset/${link.value}`, { password: another })
    expect(set.html).toContain('パスワードを決め直しました')
    expect((await browser().get(`/reset/${link.value}`)).html).toContain('このリンクは使えません')
    expect((await planner.get('/account')).html).toContain('<h1>ログイン</h1>')
    const mail = await mailOf(year.people.planner)
    expect((await (await login(mail, another)).get('/account')).html).toContain(mail)
  })

  test('決め直しの頼みには、口座があってもなくても同じ頁を見せる', async () => {
    const [known, unknown] = [
      await browser().post('/reset', { mail: admin.mail }),
      await browser().post('/reset', { mail: 'nobody@city.example' }),
    ]
    expect(known.html).toBe(unknown.html)
    expect((await browser().post('/reset', { mail: 'なまえ' })).status).toBe(422)
  })

  test('12 時間でログインは切れる', async () => {
    const own = await login(admin.mail, password)
    const later = new Date(Date.now() + 12 * 3600_000 + 1000)
    const before = now
    now = later
    expect((await own.get('/account')).html).toContain('<h1>ログイン</h1>')
    now = before
    expect((await own.get('/account')).html).toContain(admin.mail)
  })

  test('誤りが 10 回続くと待たせる。起動し直しても続き、時が過ぎれば入れる。ほかの人は入れる', async () => {
    const at = new Date()
    now = at
    for (let nth = 0; nth < 10; nth++) {
      const page = await browser().post('/login', { mail: admin.mail, password: 'wrong wrong wrong' })
      expect(page.html, `${nth}`).toContain('違います')
    }
    const locked = await browser().post('/login', { mail: admin.mail, password })
    expect(locked.html).toContain('15分ほど待って')
    const restarted = aBrowser(createWeb({ ...app }))
    expect((await restarted.post('/login', { mail: admin.mail, password })).html).toContain('待って')
    now = new Date(at.getTime() + 10 * 60_000)
    expect((await browser().post('/login', { mail: admin.mail, password })).html).toContain('5分ほど待って')
    now = new Date(at.getTime() + 15 * 60_000 + 1000)
    expect((await (await login(admin.mail, password)).get('/account')).html).toContain(admin.mail)
    now = new Date()
  })

  test('同時に 30 回試しても、10 回までしか確かめない', async () => {
    const clerk = year.sections[1]?.clerk as Person
    await joined(clerk)
    const mail = await mailOf(clerk)
    const pages = await Promise.all(
      Array.from({ length: 30 }, () => browser().post('/login', { mail, password: 'wrong wrong wrong' })),
    )
    expect(pages.filter(({ html }) => html.includes('パスワードが違います')).length).toBeLessThanOrEqual(10)
    expect(pages.filter(({ html }) => html.includes('待って')).length).toBeGreaterThanOrEqual(20)
  })

  test('一つの番地からの誤りが 50 回になると、その番地は待たせる', async () => {
    now = new Date(Date.now() + 3600_000)
    for (let nth = 0; nth < 50; nth++) await app.store.accounts.tried('address', 'unknown', now)
    expect((await browser().post('/login', { mail: admin.mail, password })).html).toContain('待って')
    now = new Date()
  })

  test('働く役割には、口座の枠は見えない', async () => {
    const tables = await running.superuser<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'account'::regnamespace`,
    )
    expect(tables.length).toBeGreaterThan(7)
    for (const role of ['shirube_app', 'shirube_directory'])
      for (const { name } of tables) {
        const asked = running.database.pool.query(`begin; set local role ${role}; select * from account."${name}"`)
        await expect(asked, `${role} ${name}`).rejects.toThrow(/permission denied/)
        await running.database.pool.query('rollback')
      }
  })

  test('合言葉と札は、監査記録にも、字のままでは倉庫にも残らない', async () => {
    const entries = await app.store.read(year.code, (tx) => tx.audit.latest({ limit: 1000 }))
    const told = JSON.stringify(entries)
    for (const secret of [password, another]) expect(told).not.toContain(secret)
    const rows = await running.superuser('select * from account.account')
    expect(JSON.stringify(rows)).not.toContain(password)
    expect((await app.store.verifyAudit(year.code)).ok).toBe(true)
  })
})
