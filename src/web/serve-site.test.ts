import { describe, expect, test } from 'vitest'
import { boundFrom } from './serve-site.ts'

const bound = (host: string | null, env: Record<string, string> = {}) => {
  const found = boundFrom(host, env)
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}

describe('どこから見えるか', () => {
  test('何も言わなければ、この機械からだけ', () => {
    expect(bound(null)).toMatchObject({ host: '127.0.0.1', site: { loopback: true, origin: null, proxies: [] } })
    expect(bound('::1').site.loopback).toBe(true)
  })

  test('よその番地で開けば、この機械だけではない', () => {
    expect(bound('0.0.0.0').site.loopback).toBe(false)
    expect(bound(null, { SHIRUBE_HOST: '192.0.2.1' })).toMatchObject({ host: '192.0.2.1', site: { loopback: false } })
    expect(bound('192.0.2.1').hosts).toContain('192.0.2.1')
  })

  test('127 で始まる名のよその機械を、この機械と取り違えない', () => {
    expect(bound('127.0.0.1.example.jp').site.loopback).toBe(false)
  })

  test('この機械で開いても、代理サーバーの名で見えるなら、この機械だけではない', () => {
    const found = bound(null, { SHIRUBE_ORIGIN: 'https://shirube.city.example/', SHIRUBE_PROXY: '10.0.0.2, 10.0.0.3' })
    expect(found.site).toEqual({
      origin: 'https://shirube.city.example',
      loopback: false,
      proxies: ['127.0.0.1', '::1', '10.0.0.2', '10.0.0.3'],
    })
    expect(found.hosts).toContain('shirube.city.example')
  })

  test.each(['shirube.city.example', 'ftp://a.example', 'https://a.example/shirube', 'https://a.example/?x'])(
    'SHIRUBE_ORIGIN の %s は断る',
    (given) => {
      expect(boundFrom(null, { SHIRUBE_ORIGIN: given })).toMatchObject({ problem: { code: 'serve.wrong-origin' } })
    },
  )
})
