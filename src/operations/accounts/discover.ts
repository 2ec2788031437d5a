import { done, type Result, refused } from '#domain/problem.ts'

/** 相手を待つ長さ（ミリ秒）。 */
const patience = 8000

export const discoveryAddress = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/**
 * 認証の相手（OIDC）の名乗りを読む。断る符号: `oidc-unreachable`（答えない・読めない）と
 * `oidc-issuer-differs`（設定と違う名を名乗る）。
 */
export const discover = async (issuer: string): Promise<Result<null>> => {
  const read = await readIssuer(discoveryAddress(issuer))
  if (!read.ok) return refused('oidc-unreachable', { issuer, reason: read.reason })
  return read.issuer === issuer ? done(null) : refused('oidc-issuer-differs', { issuer, found: read.issuer })
}

type Read = { readonly ok: true; readonly issuer: string } | { readonly ok: false; readonly reason: string }

const readIssuer = async (address: string): Promise<Read> => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' })
    if (!response.ok) return { ok: false, reason: `HTTP ${response.status}` }
    const body: unknown = await response.json()
    const issuer = typeof body === 'object' && body !== null && 'issuer' in body ? body.issuer : undefined
    return typeof issuer === 'string' ? { ok: true, issuer } : { ok: false, reason: 'no issuer' }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { ok: false, reason: cause instanceof Error ? cause.message.slice(0, 100) : 'unknown' }
  }
}
