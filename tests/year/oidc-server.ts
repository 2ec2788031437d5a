import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** 認証の相手の中の人。 */
export type Identity = { readonly sub: string; readonly email: string; readonly verified: boolean }

/** 本物の OpenID Connect の相手（oidc-provider）。ログインの頁の代わりに、`next` に言った人がすぐ入る。 */
export type OidcServer = {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** 次に入る人。 */
  next: Identity
  stop(): Promise<void>
}

export const startOidcServer = async (redirects: readonly string[]): Promise<OidcServer> => {
  const client = { id: 'shirube', secret: 'a secret of the provider, long enough' }
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, Identity>()
  const oidc: OidcServer = {
    issuer,
    client,
    next: { sub: '', email: '', verified: true },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const configuration: Configuration = {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirects],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // 名乗り（id_token）の中に、宛先も入れる。
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['only for this test'] },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const person = people.get(sub)
      return {
        accountId: sub,
        claims: () => ({ sub, email: person?.email, email_verified: person?.verified, name: sub }),
      }
    },
  }
  const provider = new Provider(issuer, configuration)
  const callback = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    people.set(oidc.next.sub, oidc.next)
    const { grantId, params } = await provider.interactionDetails(request, response)
    const grant =
      (grantId && (await provider.Grant.find(grantId))) ||
      new provider.Grant({ accountId: oidc.next.sub, clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    const consent = { grantId: await grant.save() }
    await provider.interactionFinished(request, response, { login: { accountId: oidc.next.sub }, consent })
  })
  return oidc
}
