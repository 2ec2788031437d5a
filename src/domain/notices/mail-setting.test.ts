import { expect, test } from 'vitest'
import { isMailAddress, mailServerIn, readMailSetting, type TypedMailSetting } from './mail-setting.ts'

const typed = (change: Partial<TypedMailSetting>): TypedMailSetting => ({
  enabled: true,
  server: 'own',
  host: 'mail.city.example.lg.jp',
  port: '587',
  security: 'starttls',
  userName: '',
  fromAddress: 'kikaku@city.example.lg.jp',
  ...change,
})

test.each([
  [{ host: 'mail.example\r\nQUIT' }, 'notices.mail-host-unreadable'],
  [{ host: 'http://mail.example' }, 'notices.mail-host-unreadable'],
  [{ host: ' ' }, 'notices.mail-host-needed'],
  [{ port: '99999' }, 'notices.mail-port-unreadable'],
  [{ port: '0' }, 'notices.mail-port-unreadable'],
  [{ port: '五八七' }, 'notices.mail-port-unreadable'],
  [{ fromAddress: '' }, 'notices.mail-from-needed'],
  [{ fromAddress: 'a@b.example, c@d.example' }, 'notices.mail-from-unreadable'],
  [{ fromAddress: '企画課 <kikaku@b.example>' }, 'notices.mail-from-unreadable'],
  [{ userName: 'a\nb' }, 'notices.mail-user-unreadable'],
] as const)('使えない設定 %j は断る', (change, code) => {
  expect(readMailSetting(typed(change))).toMatchObject({ ok: false, problem: { code } })
})

test.each([
  [
    { port: '４６５', security: 'tls' },
    { port: 465, security: 'tls' },
  ],
  [{ port: '' }, { port: 587 }],
  [{ host: ' 192.0.2.10 ' }, { host: '192.0.2.10' }],
  [{ security: 'なにか' }, { security: 'starttls' }],
  [
    { enabled: false, host: '', fromAddress: '' },
    { host: '', fromAddress: '' },
  ],
  [{ server: 'shared', host: '' }, { server: 'shared' }],
] as const)('設定 %j を読む', (change, expected) => {
  expect(readMailSetting(typed(change))).toMatchObject({ ok: true, value: expected })
})

test.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, security: 'starttls', userName: '', password: null }],
  ['smtps://u:p%40ss@mail.example', { port: 465, security: 'tls', userName: 'u', password: 'p@ss' }],
  ['smtp://mail.example:25?security=none', { port: 25, security: 'none' }],
] as const)('%s', (url, expected) => {
  expect(mailServerIn(url)).toMatchObject(expected)
})

test.each(['http://mail.example', 'mail.example:25', '', 'smtp://'])('サーバーとして読めない「%s」', (url) => {
  expect(mailServerIn(url)).toBeUndefined()
})

test('宛先は一つだけ', () => {
  const good = ['a@b.example', "o'neil+x@city.lg.jp", 'a@localhost']
  const bad = [
    '',
    'a',
    'a@',
    '@b',
    'a@b.example,c@d.example',
    'a b@c.example',
    'a@b.example\r\nBcc: c@d',
    '<a@b.example>',
  ]
  expect(good.filter((each) => !isMailAddress(each))).toEqual([])
  expect(bad.filter(isMailAddress)).toEqual([])
})
