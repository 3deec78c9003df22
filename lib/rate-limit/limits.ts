import type { Actor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'

/** At most so many uses in a fixed window of so many seconds. */
export interface Limit {
  name: string
  most: number
  seconds: number
}

/** A limit, and whose use is counted: an account's, a network's, a name's; one use, or `by` of the limit's units. */
export interface Use {
  limit: Limit
  of: string
  by?: number
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
  addressMails: { name: 'mail.address', most: 5, seconds: 24 * 60 * 60 },
  nameResets: { name: 'reset.name', most: 5, seconds: 60 * 60 },
  nameSignUps: { name: 'sign-up.name', most: 10, seconds: QUARTER },
  pairSecondSteps: { name: 'second-step.pair', most: 10, seconds: QUARTER },
  accountSecondSteps: { name: 'second-step.account', most: 30, seconds: QUARTER },
  networkReports: { name: 'report.network', most: 20, seconds: QUARTER },
  accountComments: { name: 'comment.account', most: 40, seconds: QUARTER },
  accountThreads: { name: 'thread.account', most: 60, seconds: 60 * 60 },
  accountOwnWords: { name: 'own-words.account', most: 30, seconds: 60 * 60 },
  accountThanks: { name: 'thanks.account', most: 30, seconds: 60 * 60 },
  accountChecks: { name: 'check.account', most: 120, seconds: 60 * 60 },
  accountUploads: { name: 'upload.account', most: 30, seconds: 60 * 60 },
  /** In kB. */
  accountUploadSizes: { name: 'upload-size.account', most: 200_000, seconds: 24 * 60 * 60 },
  accountDownloads: { name: 'download.account', most: 10, seconds: 60 * 60 },
  accountLookUps: { name: 'look-up.account', most: 60, seconds: QUARTER },
  /** Of one host, by everybody together: it is theirs, and we are guests. */
  hostLookUps: { name: 'look-up.host', most: 240, seconds: 60 * 60 },
  networkReceipts: { name: 'receipt.network', most: 60, seconds: QUARTER },
} as const satisfies Record<string, Limit>

/** Requests without an address are counted together. */
const from = (network: string | null) => network ?? 'nowhere'

/** The limits of every form. */
export function writeLimits(actor: Actor, { network }: ClientInfo): Use[] {
  const ofNetwork = { limit: limits.networkWrites, of: from(network) }
  if (actor.kind === 'visitor') return [ofNetwork]
  return [ofNetwork, { limit: limits.accountWrites, of: String(actor.id) }]
}

/**
 * The limits of signing in, successful or not, whether or not there is such an account. From one network a name can be
 * tried 20 times; in total 60 times, so that locking somebody out takes many networks. A success resets `ofName`; the
 * network's count stays, or signing in to one's own account would reset it.
 */
export function signInLimits(nameKey: string, network: string | null): { all: Use[]; ofName: Use[] } {
  const ofName = [
    { limit: limits.pairSignIns, of: `${from(network)} ${nameKey}` },
    { limit: limits.nameSignIns, of: nameKey },
  ]
  return { all: [{ limit: limits.networkSignIns, of: from(network) }, ...ofName], ofName }
}

/** The limit of ways in that name nobody: a passkey, a link, an answer of another site. None of these can be guessed. */
export const networkSignInLimits = (network: string | null): Use[] => [
  { limit: limits.networkSignIns, of: from(network) },
]

/**
 * The limits of codes for a second step. A code from an app is one of a million, and three are good at a time: 30 tries
 * in a quarter of an hour guess one in eleven thousand.
 */
export const secondStepLimits = (accountId: number, network: string | null): Use[] => [
  { limit: limits.pairSecondSteps, of: `${from(network)} ${accountId}` },
  { limit: limits.accountSecondSteps, of: String(accountId) },
]

/** The limits of signing up. */
export const signUpLimits = (nameKey: string, network: string | null): Use[] => [
  { limit: limits.networkSignUps, of: from(network) },
  { limit: limits.nameSignUps, of: nameKey },
]

/**
 * The limits of using a recovery code. A code cannot be guessed, so nobody is locked out by others' attempts: this
 * bounds the work.
 */
export const recoveryLimits = (nameKey: string, network: string | null): Use[] => [
  { limit: limits.networkRecoveries, of: from(network) },
  { limit: limits.pairRecoveries, of: `${from(network)} ${nameKey}` },
]

/** The limit of mails requested from one network. */
export const networkMailLimits = (network: string | null): Use[] => [
  { limit: limits.networkMails, of: from(network) },
]

/** The limit of mails about an account, whoever requests them: nobody's mailbox is flooded. */
export const mailLimits = (accountId: number): Use[] => [
  { limit: limits.accountMails, of: String(accountId) },
]

/** The limit of links to an address that nobody has confirmed, whoever asks for them. */
export const addressMailLimits = (address: string): Use[] => [
  { limit: limits.addressMails, of: address.toLowerCase() },
]

/** The limits of requesting a password reset, whether or not there is such an account. */
export const resetLimits = (nameKey: string, network: string | null): Use[] => [
  ...networkMailLimits(network),
  { limit: limits.nameResets, of: `${from(network)} ${nameKey}` },
]

/** The limits of reports: many may come from one school or train, but not without end. */
export const reportLimits = (network: string | null): Use[] => [
  { limit: limits.networkReports, of: from(network) },
]

/** The limits of looking up a receipt, right or wrong, so that receipts cannot be guessed. */
export const receiptLimits = (network: string | null): Use[] => [
  { limit: limits.networkReceipts, of: from(network) },
]

/** The limits of announcing an upload of so many bytes. */
export const uploadLimits = (accountId: number, bytes: number): Use[] => [
  { limit: limits.accountUploads, of: String(accountId) },
  { limit: limits.accountUploadSizes, of: String(accountId), by: Math.ceil(bytes / 1_000) },
]

/** The limits of comments: more than any quarrel needs, fewer than a script would write. */
export const commentLimits = (accountId: number): Use[] => [
  { limit: limits.accountComments, of: String(accountId) },
]

/** The limits of saying something of oneself. */
export const ownWordsLimits = (accountId: number): Use[] => [
  { limit: limits.accountOwnWords, of: String(accountId) },
]

/** The limits of thanking. */
export const thanksLimits = (accountId: number): Use[] => [
  { limit: limits.accountThanks, of: String(accountId) },
]

/** The limits of saying what sources say: more than anybody reads in an hour. */
export const checkLimits = (accountId: number): Use[] => [
  { limit: limits.accountChecks, of: String(accountId) },
]

/** The limits of beginning threads. */
export const threadLimits = (accountId: number): Use[] => [
  { limit: limits.accountThreads, of: String(accountId) },
]

/** The limit of downloading everything that is kept of one account. */
export const downloadLimits = (accountId: number): Use[] => [
  { limit: limits.accountDownloads, of: String(accountId) },
]

/** The limits of looking up what somebody cites at a host. */
export const lookUpLimits = (accountId: number, host: string): Use[] => [
  { limit: limits.accountLookUps, of: String(accountId) },
  { limit: limits.hostLookUps, of: host },
]
