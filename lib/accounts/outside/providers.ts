import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchProtectedResource,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { env } from '@/lib/env'
import { isThisMachine, type Provider } from '@/lib/env/providers-setting'

/** An account at another site, as its answer says: the site, its id there, and its name there, to be recognized by. */
export interface OutsideAccount {
  issuer: string
  subject: string
  label: string
}

/** What this browser must bring back with the answer; of use once. */
export interface Asked {
  state: string
  nonce: string
  verifier: string
}

/** How long another site may take to answer, in seconds. */
const PATIENCE = 8

/** The sites that speak OAuth 2.0 only, with an address that says whose the token is. */
const ownWays = {
  github: {
    issuer: 'https://github.com/login/oauth',
    authorize: 'https://github.com/login/oauth/authorize',
    token: 'https://github.com/login/oauth/access_token',
    whose: 'https://api.github.com/user',
    scope: 'read:user',
    label: 'login',
  },
  discord: {
    issuer: 'https://discord.com',
    authorize: 'https://discord.com/oauth2/authorize',
    token: 'https://discord.com/api/oauth2/token',
    whose: 'https://discord.com/api/users/@me',
    scope: 'identify',
    label: 'username',
  },
} as const

const wayOf = ({ key }: Provider) => (key === 'github' || key === 'discord' ? ownWays[key] : null)

/** What each site says about itself, asked for once; a failure is asked again. */
const described = new Map<string, Promise<Configuration>>()

function configurationOf(provider: Provider): Promise<Configuration> {
  const { key, clientId, clientSecret, issuer } = provider
  const name = `${key} ${issuer} ${clientId}`
  const found = described.get(name)
  if (found) return found
  const made = learn(provider, clientId, clientSecret)
  described.set(name, made)
  made.catch(() => described.delete(name))
  return made
}

async function learn(provider: Provider, clientId: string, clientSecret: string): Promise<Configuration> {
  const way = wayOf(provider)
  if (way) {
    const server = { issuer: way.issuer, authorization_endpoint: way.authorize, token_endpoint: way.token }
    const configuration = new Configuration(server, clientId, clientSecret)
    configuration.timeout = PATIENCE
    return configuration
  }
  const issuer = new URL(provider.issuer ?? '')
  const isHere = issuer.protocol === 'http:' && isThisMachine(issuer.hostname)
  return discovery(issuer, clientId, clientSecret, undefined, {
    timeout: PATIENCE,
    ...(isHere && { execute: [allowInsecureRequests] }),
  })
}

/** The address that asks another site who somebody is, and what to keep in their browser meanwhile. */
export async function askOutside(
  provider: Provider,
  redirectUri: string,
): Promise<{ address: string; asked: Asked }> {
  const configuration = await configurationOf(provider)
  const asked = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const way = wayOf(provider)
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    // No address is asked for: an account is found by who somebody is there, never by their mailbox.
    scope: way?.scope ?? 'openid profile',
    state: asked.state,
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
    ...(!way && { nonce: asked.nonce }),
  })
  return { address: address.href, asked }
}

/**
 * Who somebody is at another site, by the address at which it sent them back. State, issuer, audience, nonce, expiry and
 * signature are checked (OpenID Connect Core 1.0 §3.1.3.7). Throws where anything is not right, or the site is down.
 */
export async function readAnswer(provider: Provider, answer: URL, asked: Asked): Promise<OutsideAccount> {
  const configuration = await configurationOf(provider)
  const way = wayOf(provider)
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: asked.state,
    pkceCodeVerifier: asked.verifier,
    ...(!way && { expectedNonce: asked.nonce, idTokenExpected: true }),
  })
  if (way) return whoseToken(configuration, tokens.access_token, way)
  const claims = tokens.claims()
  if (!claims) throw new Error('there is no id token')
  const { iss: issuer, sub: subject } = claims
  const more = await fetchUserInfo(configuration, tokens.access_token, subject).catch(() => ({}))
  return { issuer, subject, label: labelIn({ ...claims, ...more }) }
}

const labelIn = (claims: Record<string, unknown>): string =>
  [claims.preferred_username, claims.nickname, claims.name].find(
    (one): one is string => typeof one === 'string' && one !== '',
  ) ?? ''

async function whoseToken(
  configuration: Configuration,
  accessToken: string,
  { issuer, whose, label }: (typeof ownWays)[keyof typeof ownWays],
): Promise<OutsideAccount> {
  const headers = new Headers({ accept: 'application/json', 'user-agent': new URL(env.origin ?? '').host })
  const answer = await fetchProtectedResource(
    configuration,
    accessToken,
    new URL(whose),
    'GET',
    null,
    headers,
  )
  if (!answer.ok) throw new Error(`${whose} answers ${answer.status}`)
  const account = (await answer.json()) as Record<string, unknown>
  const { id } = account
  if (typeof id !== 'number' && (typeof id !== 'string' || id === ''))
    throw new Error(`${whose} names no account`)
  return { issuer, subject: String(id), label: String(account[label] ?? '') }
}
