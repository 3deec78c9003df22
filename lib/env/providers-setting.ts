/** A site whose accounts can sign in to this wiki's, as the environment describes it. */
export interface Provider {
  /** Its name in addresses. */
  key: ProviderKey
  /** Its name for people. */
  name: string
  clientId: string
  clientSecret: string
  /** Speaks OpenID Connect at this issuer; without one it has a way of its own (`lib/accounts/outside/providers.ts`). */
  issuer: string | null
}

export const providerKeys = ['github', 'google', 'discord', 'oidc'] as const
export type ProviderKey = (typeof providerKeys)[number]

const known: Record<Exclude<ProviderKey, 'oidc'>, { name: string; issuer: string | null }> = {
  github: { name: 'GitHub', issuer: null },
  google: { name: 'Google', issuer: 'https://accounts.google.com' },
  discord: { name: 'Discord', issuer: null },
}

/** The name of a provider's variables: `GITHUB_CLIENT_ID`. */
const variable = (key: ProviderKey, what: string) => `${key.toUpperCase()}_${what}`

/**
 * The sites that the environment names, each with id and secret of this wiki there. A `fault` is a sentence for the
 * administrator; it repeats no value.
 */
export function readProviders(
  given: Record<string, string | undefined>,
  origin: string | undefined,
): Provider[] | { fault: string } {
  const providers: Provider[] = []
  for (const key of providerKeys) {
    const [clientId, clientSecret] = ['CLIENT_ID', 'CLIENT_SECRET'].map((what) => given[variable(key, what)])
    const issuer = key === 'oidc' ? given.OIDC_ISSUER || null : known[key].issuer
    if (!clientId && !clientSecret && (key !== 'oidc' || issuer === null)) continue
    if (!clientId || !clientSecret)
      return { fault: `${variable(key, 'CLIENT_ID')} and ${variable(key, 'CLIENT_SECRET')} go together.` }
    if (key === 'oidc' && !isIssuer(issuer))
      return { fault: 'OIDC_ISSUER must be an address like https://login.example, without a query.' }
    if (!origin)
      return {
        fault: 'To sign in with other sites LORELEAF_ORIGIN must be set, since they send people back there.',
      }
    const name = key === 'oidc' ? given.OIDC_NAME || new URL(issuer ?? '').hostname : known[key].name
    providers.push({ key, name, clientId, clientSecret, issuer })
  }
  return providers
}

/** Over https, or on this machine, for trying it (OpenID Connect Core 1.0 §16.17). */
function isIssuer(issuer: string | null): issuer is string {
  const url = URL.parse(issuer ?? '')
  if (url?.search !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))
}

/** Whether a host name is this machine's own. */
export const isThisMachine = (hostname: string): boolean => ['localhost', '127.0.0.1'].includes(hostname)
