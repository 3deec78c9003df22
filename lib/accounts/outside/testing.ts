import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'
import type { Provider as Site } from '@/lib/env/providers-setting'

/** For tests: other sites, one that is honest and one that is not. */

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const closing = (server: Server) => {
  server.closeAllConnections()
  return new Promise<void>((resolve) => server.close(() => resolve()))
}

/**
 * A provider of OpenID Connect at a free port, where whoever `site.person` names is signed in, and lets this wiki know who
 * they are; with null they call it off. `redirectUris` are where it sends them back.
 */
export async function startSite(redirectUris: string[]) {
  const handler: { answer: (req: IncomingMessage, res: ServerResponse) => void } = { answer: () => {} }
  const server = createServer((req, res) => handler.answer(req, res))
  const issuer = `http://localhost:${await listening(server)}`
  const client = (id: string) => ({
    ...{ client_id: id, client_secret: 'a secret of this wiki', redirect_uris: redirectUris },
    ...{ grant_types: ['authorization_code'], response_types: ['code' as const] },
  })
  const configuration: Configuration = {
    clients: [client('wiki'), client('another-wiki')],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        preferred_username: id,
        email: 'somebody@example.org',
        email_verified: true,
      }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['keys of a test'] },
    pkce: { required: () => true },
  }
  const provider = new Provider(issuer, configuration)
  const site = { issuer, person: 'tara' as string | null, isDown: false, close: () => closing(server) }

  async function interact(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { prompt, params, session, grantId } = await provider.interactionDetails(req, res)
    const { person } = site
    if (person === null) return provider.interactionFinished(req, res, { error: 'access_denied' })
    if (prompt.name === 'login')
      return provider.interactionFinished(req, res, { login: { accountId: person, remember: false } })
    const accountId = session?.accountId ?? person
    const known = grantId ? await provider.Grant.find(grantId) : undefined
    const grant = known ?? new provider.Grant({ accountId, clientId: String(params.client_id) })
    grant.addOIDCScope(String(params.scope))
    const consent = { consent: { grantId: await grant.save() } }
    return provider.interactionFinished(req, res, consent, { mergeWithLastSubmission: true })
  }
  const callback = provider.callback()
  handler.answer = (req, res) => {
    if (site.isDown) req.destroy()
    else if (req.url?.startsWith('/interaction/')) interact(req, res).catch(() => res.writeHead(500).end())
    else callback(req, res)
  }
  return site
}

/** The honest site as this wiki's environment describes it. */
export const asSite = (issuer: string, clientId = 'wiki'): Site => ({
  ...{ key: 'oidc', name: 'Our forum', issuer },
  ...{ clientId, clientSecret: 'a secret of this wiki' },
})

/** Goes to an address as a browser does, until it is sent to `end`; gives that address. */
export async function walk(address: string, end: string): Promise<URL> {
  const jar = new Map<string, string>()
  for (let at = address, steps = 0; steps < 12; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    at = new URL(answer.headers.get('location') ?? '', at).href
    if (at.startsWith(end)) return new URL(at)
  }
  throw new Error(`${address} does not lead to ${end}`)
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A site that vouches for whatever it is told to, signed with its own key or, if it is told so, with another. */
export async function startForger() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const forger = {
    issuer: '',
    claims: {} as Record<string, unknown>,
    isSignedByStranger: false,
    close: () => closing(server),
  }
  function idToken(): string {
    const now = Math.floor(Date.now() / 1_000)
    const claims = { iss: forger.issuer, aud: 'wiki', sub: 'tara', iat: now, exp: now + 60, ...forger.claims }
    const signed = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`
    const key = forger.isSignedByStranger ? stranger.privateKey : privateKey
    return `${signed}.${createSign('sha256').update(signed).sign(key).toString('base64url')}`
  }
  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      ...{ issuer: forger.issuer, authorization_endpoint: `${forger.issuer}/auth` },
      ...{ token_endpoint: `${forger.issuer}/token`, jwks_uri: `${forger.issuer}/keys` },
      ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => ({ access_token: 'a token', token_type: 'Bearer', id_token: idToken() }),
  }
  const server = createServer((req, res) => {
    const answer = answers[req.url ?? '']
    res.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
    res.end(JSON.stringify(answer?.() ?? {}))
  })
  forger.issuer = `http://localhost:${await listening(server)}`
  return forger
}
