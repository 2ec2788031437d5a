import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { newFirstLink } from '#operations/accounts/first-administrator.ts'
import { saveLoginSetting } from '#operations/accounts/login-setting.ts'
import { makeResetLink } from '#operations/accounts/reset.ts'
import { signIn } from '#operations/accounts/sign-in.ts'
import { createWeb } from '#web/web.ts'
import { aBrowser, type Page, type SmallBrowser } from './a-browser.ts'
import { aYear, aYearIn, type Year } from './a-year.ts'
import { type OidcServer, startOidcServer } from './oidc-server.ts'

const password = 'みどりの川にかかる長い橋'

describe('市の認証基盤（OpenID Connect）でログインする', () => {
  let year: Year
  let other: Year
  let oidc: OidcServer
  let administrator: SmallBrowser

  const browser = () => aBrowser(createWeb(year.app))
  const memberOf = (person: Person, code = year.code) =>
    year.app.store.read(code, (tx) => tx.members.get(person.id ?? ''))
  const mailOf = async (person: Person, code = year.code) => (await memberOf(person, code))?.mail ?? ''

  /** 相手のところへ行き、ログインし、戻る。答えは、戻ったところの頁。 */
  const through = async (
    own: SmallBrowser,
    code: string,
    change: (back: URL) => URL = (back) => back,
  ): Promise<Page> => {
    const away = await own.send(`/${code}/oidc?next=/${code}`, {})
    const there = away.headers.get('Location')
    if (!there) return { status: away.status, path: '', html: await away.text(), response: away }
    const jar = aBrowser(oidc.issuer)
    let at = there
    for (let hops = 0; hops < 10 && !at.startsWith(own.origin); hops++) {
      const response = await jar.send(at, {})
      at = new URL(response.headers.get('Location') ?? '', at).href
    }
    const back = change(new URL(at))
    return own.get(back.pathname + back.search)
  }

  const settings = (given: Partial<Record<string, string>> = {}) => ({
    issuer: oidc.issuer,
    clientId: oidc.client.id,
    clientSecret: oidc.client.secret,
    label: '庁内認証',
    passwordAllowed: 'yes',
    ...given,
  })

  beforeAll(async () => {
    year = await aYear({ sections: 2, indicators: 2, open: false })
    other = await aYearIn(year.app, { sections: 1, indicators: 1, open: false, number: 1 })
    oidc = await startOidcServer([year, other].map(({ code }) => `http://localhost/${code}/oidc/callback`))
    administrator = browser()
    const token = await newFirstLink(year.app)
    const typed = { name: '管理者', mail: 'admin@city.example', chosen: year.code, planner: 'yes', password }
    await administrator.post(`/first/${token}`, typed)
  })
  afterAll(async () => {
    await oidc?.stop()
    await year?.app.close()
  })
  beforeEach(async () => {
    await administrator.post(`/${year.code}/settings/login`, settings())
  })
  afterEach(() => {
    oidc.next = { sub: '', email: '', verified: true }
  })

  test('設定の頁：相手を確かめ、秘密は二度と見せず、記録にも残さない', async () => {
    const saved = await administrator.post(`/${year.code}/settings/login`, settings())
    expect(saved.html).toContain('認証基盤は、正しく答えています')
    expect(saved.html).not.toContain(oidc.client.secret)
    expect(saved.html).toContain(`http://localhost/${year.code}/oidc/callback`)
    const entries = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 100 }))
    expect(JSON.stringify(entries)).not.toContain(oidc.client.secret)
    expect(entries.map(({ act }) => act)).toContain('login-setting-changed')
    const kept = await year.app.store.read(year.code, (tx) => tx.logins.setting())
    expect(JSON.stringify(kept)).not.toContain(oidc.client.secret)
  })

  test.each([
    [{ issuer: 'http://idp.city.example' }, 'https ではありません'],
    [{ issuer: 'いさま' }, 'URL として読めません'],
    [{ clientId: ' ' }, 'クライアント ID を入れてください'],
    [{ label: '' }, 'ボタンの名を入れてください'],
    [{ issuer: 'https://another.example', clientSecret: '' }, '入れ直してください'],
  ])('設定 %j は断り、打ったものを残す', async (given, sentence) => {
    const page = await administrator.post(`/${year.code}/settings/login`, settings(given))
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
    expect(page.html).not.toContain(oidc.client.secret)
  })

  test('管理者でない人には、設定できない', async () => {
    const typed = { issuer: oidc.issuer, clientId: 'x', clientSecret: 'x', label: 'x', passwordAllowed: true }
    const saved = await saveLoginSetting(year.app, year.people.planner, year.code, typed)
    expect(saved).toMatchObject({ problem: { code: 'not-permitted' } })
  })

  test('ログインの頁に、市のボタンが出る', async () => {
    expect((await browser().get(`/login?next=/${year.code}`)).html).toContain('庁内認証')
    expect((await browser().get(`/login?next=/${other.code}`)).html).not.toContain('庁内認証')
  })

  test('利用者の宛先と、相手の確かめた宛先が同じなら入れる。初めてのときに口座と結び、つぎからは宛先が変わっても同じ人', async () => {
    const clerk = year.sections[0]?.clerk as Person
    oidc.next = { sub: 'clerk-1', email: (await mailOf(clerk)).toUpperCase(), verified: true }
    const own = browser()
    const page = await through(own, year.code)
    expect([page.path, page.status]).toEqual([`/${year.code}`, 200])
    expect((await own.get('/account')).html).toContain('市の認証からログインします')
    const accountId = (await memberOf(clerk))?.accountId
    expect(accountId).not.toBeNull()
    oidc.next = { ...oidc.next, email: 'renamed@city.example' }
    const again = browser()
    expect((await through(again, year.code)).status).toBe(200)
    expect((await memberOf(clerk))?.accountId).toBe(accountId)
    const rows = await year.app.store.accounts.municipalitiesOf(accountId ?? '')
    expect(rows).toEqual([year.code])
    const acts = (await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 50 }))).map(({ act }) => act)
    expect(acts).toEqual(expect.arrayContaining(['invitation-accepted', 'signed-in']))
  })

  test('合言葉の口座のある利用者は、同じ口座に入る', async () => {
    const before = await year.app.store.accounts.byMail('admin@city.example')
    oidc.next = { sub: 'admin-1', email: 'admin@city.example', verified: true }
    const own = browser()
    expect((await through(own, year.code)).status).toBe(200)
    const member = await year.app.store.read(year.code, (tx) => tx.members.ofAccount(before?.id ?? ''))
    expect(member?.name).toBe('管理者')
  })

  test('相手の確かめていない宛先では入れない', async () => {
    oidc.next = { sub: 'head-1', email: await mailOf(year.sections[0]?.head as Person), verified: false }
    const own = browser()
    expect((await through(own, year.code)).html).toContain('メールアドレスを確かめていません')
    expect((await own.get('/account')).html).toContain('<h1>ログイン</h1>')
  })

  test('この市の利用者でない人、去った人は入れない。口座もできない', async () => {
    oidc.next = { sub: 'stranger', email: 'stranger@city.example', verified: true }
    expect((await through(browser(), year.code)).html).toContain('この市の利用者ではありません')
    expect(await year.app.store.accounts.byMail('stranger@city.example')).toBeUndefined()
    const act = { by: '準備', at: new Date(), newId: year.app.newId }
    const left = year.people.reviewer
    await year.app.store.write(year.code, act, (tx) => tx.members.change(left.id ?? '', { status: 'left' }))
    oidc.next = { sub: 'left', email: await mailOf(left), verified: true }
    expect((await through(browser(), year.code)).html).toContain('この市の利用者ではありません')
  })

  test('よその市の認証基盤が、この市の人の宛先を名乗っても、この市には入れない', async () => {
    await administrator.post(`/${year.code}/settings/login/remove`)
    const setting = { ...settings(), passwordAllowed: true }
    const terminal: Person = { kind: 'terminal', id: null, name: '準備', grants: [] }
    await saveLoginSetting(year.app, terminal, other.code, setting)
    // よその市の管理者が、この市の管理者の宛先の利用者を作り、自分の認証基盤で名乗る。
    const act = { by: '悪い管理者', at: new Date(), newId: year.app.newId }
    const id = year.app.newId()
    await year.app.store.write(other.code, act, (tx) =>
      tx.members.add({ id, name: '偽者', mail: 'admin@city.example', phone: null, accountId: null, status: 'active' }),
    )
    oidc.next = { sub: 'fake', email: 'admin@city.example', verified: true }
    expect((await through(browser(), other.code)).html).toContain('アカウントが、もうあります')
    // 本人が両方の市に勤めていても、よその市の認証基盤から入ったログインは、その市でしか通らない。
    const account = await year.app.store.accounts.byMail('admin@city.example')
    await year.app.store.write(other.code, act, (tx) => tx.members.change(id, { accountId: account?.id ?? null }))
    const own = browser()
    await through(own, other.code)
    expect((await own.get('/account')).html).toContain('admin@city.example')
    expect((await own.get(`/${year.code}`)).status).toBe(403)
    expect(await makeResetLink(year.app, terminal, other.code, id)).toMatchObject({
      problem: { code: 'reset-two-cities' },
    })
    await year.app.store.write(other.code, act, (tx) => tx.members.change(id, { accountId: null, status: 'left' }))
  })

  test('途中の札が合わなければ断る（よその窓で始めたもの、書き換えたもの）', async () => {
    oidc.next = { sub: 'head-1', email: await mailOf(year.sections[0]?.head as Person), verified: true }
    const changed = await through(browser(), year.code, (back) => {
      back.searchParams.set('state', 'x'.repeat(32))
      return back
    })
    expect(changed.html).toContain('もう一度、ログインの頁から')
    const [mine, theirs] = [browser(), browser()]
    let stolen = ''
    await through(mine, year.code, (back) => {
      stolen = back.pathname + back.search
      return new URL('http://localhost/login')
    })
    expect((await theirs.get(stolen)).html).toContain('もう一度、ログインの頁から')
    expect((await theirs.get('/account')).html).toContain('<h1>ログイン</h1>')
    expect((await browser().get(`/${year.code}/oidc/callback`)).html).toContain('もう一度、ログインの頁から')
  })

  test('相手が取りやめた・相手が違う名を名乗る・設定がない', async () => {
    oidc.next = { sub: 'head-1', email: await mailOf(year.sections[0]?.head as Person), verified: true }
    const cancelled = await through(browser(), year.code, (back) => {
      const state = back.searchParams.get('state') ?? ''
      return new URL(`http://localhost${back.pathname}?${new URLSearchParams({ error: 'access_denied', state })}`)
    })
    expect(cancelled.html).toContain('取りやめました')
    await administrator.post(`/${year.code}/settings/login`, settings({ issuer: `${oidc.issuer}/` }))
    expect((await browser().get(`/${year.code}/oidc`)).html).toContain('設定の URL を直してください')
    await administrator.post(`/${year.code}/settings/login/remove`)
    expect((await browser().get(`/${year.code}/oidc`)).html).toContain('認証基盤を使っていません')
  })

  test('合言葉を認めない市では、合言葉で入った人には管理者の役だけが残る', async () => {
    const { passwordAllowed: _, ...closed } = settings()
    await administrator.post(`/${year.code}/settings/login`, closed)
    expect((await administrator.get(`/${year.code}/settings/login`)).status).toBe(200)
    expect((await administrator.get(`/${year.code}/intake`)).status).toBe(403)
    await administrator.post(`/${year.code}/settings/login`, settings())
    expect((await administrator.get(`/${year.code}/intake`)).status).toBe(200)
  })

  test('相手が止まっていれば、そう言い、合言葉で入れる', async () => {
    await oidc.stop()
    const page = await browser().get(`/${year.code}/oidc`)
    expect(page.status).toBe(422)
    expect(page.html).toContain('が答えません')
    expect((await browser().get(`/login?next=/${year.code}`)).status).toBe(200)
    const caller = { cookie: '', address: null, browser: '', origin: 'http://localhost' }
    expect((await signIn(year.app, caller, 'admin@city.example', password)).ok).toBe(true)
    const saved = await administrator.post(`/${year.code}/settings/login`, settings())
    expect(saved.html).toContain('認証基盤を確かめられませんでした')
  })
})
