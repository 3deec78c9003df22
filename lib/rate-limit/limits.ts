import type { Actor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'

/** So many uses in a fixed window of so many seconds. */
export interface Limit {
  name: string
  most: number
  seconds: number
}

/** A limit, and whose use is counted: an account, a network, a name. */
export interface Use {
  limit: Limit
  of: string
}

const QUARTER = 15 * 60

const limits = {
  accountWrites: { name: 'write.account', most: 60, seconds: 60 },
  networkWrites: { name: 'write.network', most: 300, seconds: 60 },
  networkSignIns: { name: 'sign-in.network', most: 200, seconds: QUARTER },
  nameSignIns: { name: 'sign-in.name', most: 60, seconds: QUARTER },
  pairSignIns: { name: 'sign-in.pair', most: 20, seconds: QUARTER },
  networkSignUps: { name: 'sign-up.network', most: 60, seconds: 60 * 60 },
  networkRecoveries: { name: 'recover.network', most: 60, seconds: QUARTER },
  pairRecoveries: { name: 'recover.pair', most: 10, seconds: QUARTER },
  networkMails: { name: 'mail.network', most: 30, seconds: 60 * 60 },
  accountMails: { name: 'mail.account', most: 5, seconds: 60 * 60 },
  nameResets: { name: 'reset.name', most: 5, seconds: 60 * 60 },
  nameSignUps: { name: 'sign-up.name', most: 10, seconds: QUARTER },
  networkReports: { name: 'report.network', most: 20, seconds: QUARTER },
  networkReceipts: { name: 'receipt.network', most: 60, seconds: QUARTER },
} as const satisfies Record<string, Limit>

/** A request without an address is counted with the others that have none. */
const from = (network: string | null) => network ?? 'nowhere'

/** What every form that is sent counts against. */
export function writeLimits(actor: Actor, { network }: ClientInfo): Use[] {
  const ofNetwork = { limit: limits.networkWrites, of: from(network) }
  if (actor.kind === 'visitor') return [ofNetwork]
  return [ofNetwork, { limit: limits.accountWrites, of: String(actor.id) }]
}

/**
 * What an attempt to sign in counts against, right or wrong, whether or not there is such an account. From one network
 * a name can be tried 20 times; from everywhere 60 times, so that locking somebody out takes many networks. Who is let
 * in starts anew on `ofName`; the network's count stays, or an account of one's own would reset it.
 */
export function signInLimits(nameKey: string, network: string | null): { all: Use[]; ofName: Use[] } {
  const ofName = [
    { limit: limits.pairSignIns, of: `${from(network)} ${nameKey}` },
    { limit: limits.nameSignIns, of: nameKey },
  ]
  return { all: [{ limit: limits.networkSignIns, of: from(network) }, ...ofName], ofName }
}

/** What an attempt to sign up counts against. */
export const signUpLimits = (nameKey: string, network: string | null): Use[] => [
  { limit: limits.networkSignUps, of: from(network) },
  { limit: limits.nameSignUps, of: nameKey },
]

/**
 * What an attempt to use a recovery code counts against. A code cannot be guessed, so nobody is locked out by what
 * others try from elsewhere: this bounds the work.
 */
export const recoveryLimits = (nameKey: string, network: string | null): Use[] => [
  { limit: limits.networkRecoveries, of: from(network) },
  { limit: limits.pairRecoveries, of: `${from(network)} ${nameKey}` },
]

/** What a mail that somebody has the wiki send counts against, from where it is asked for. */
export const networkMailLimits = (network: string | null): Use[] => [
  { limit: limits.networkMails, of: from(network) },
]

/** What a mail about an account counts against, whoever asks for it: nobody's mailbox is flooded. */
export const mailLimits = (accountId: number): Use[] => [
  { limit: limits.accountMails, of: String(accountId) },
]

/** What asking for a new password counts against, whether or not there is such an account. */
export const resetLimits = (nameKey: string, network: string | null): Use[] => [
  ...networkMailLimits(network),
  { limit: limits.nameResets, of: `${from(network)} ${nameKey}` },
]

/** What a report counts against: many may come from one school or one train, but not without end. */
export const reportLimits = (network: string | null): Use[] => [
  { limit: limits.networkReports, of: from(network) },
]

/** What looking up a receipt counts against, right or wrong: nobody tries out receipts. */
export const receiptLimits = (network: string | null): Use[] => [
  { limit: limits.networkReceipts, of: from(network) },
]
