import { notFound, redirect } from 'next/navigation'
import { findAddressInQuestion, findToken, type TokenPurpose } from '@/db/accounts/account-tokens'
import { findActor } from '@/db/accounts/actors'
import { findBlock } from '@/db/accounts/blocks'
import { type Credentials, findCredentialsOf } from '@/db/accounts/credentials'
import { findExternalAuthor } from '@/db/accounts/external-authors'
import { countIdentities } from '@/db/accounts/outside-identities'
import { countPasskeys } from '@/db/accounts/passkeys'
import { hasSecondStep } from '@/db/accounts/second-steps'
import { findSessionsOf } from '@/db/accounts/sessions'
import { findMailPlan, type MailPlan } from '@/db/news/mail-choices'
import { primary } from '@/db/postgres/client'
import { browserInWords } from '@/lib/accounts/browser-in-words'
import { recoveryCodeToShow } from '@/lib/accounts/passwords/session-recovery-code'
import { env } from '@/lib/env'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { mustAddSecondStep } from '@/lib/policy/rank'
import { paths } from '@/lib/routes'
import { idOfSecret } from '@/lib/secret'
import { currentActor, currentSessionId } from '@/lib/sessions/session'

/**
 * The signed-in account; a visitor is redirected to sign in and then to `here`, a path of this site. Who is about to be
 * deleted is sent where they can keep their account.
 */
export async function requireAccount(here: string): Promise<AccountActor> {
  const actor = await currentActor()
  if (actor.kind === 'visitor') redirect(paths.signIn({ next: here }))
  const forLeaving = [paths.deleteAccount(), paths.ownData(), paths.recoveryCode()]
  if (actor.leavesAt && !forLeaving.includes(here)) redirect(paths.deleteAccount())
  return actor
}

/** The settings that can be changed. */
const settled = [
  'name',
  'password',
  'email-removed',
  'second-step-removed',
  'linked',
  'unlinked',
  'kept',
] as const

/** An account's settings, as its owner sees them. */
export interface OwnSettings {
  hasCode: boolean
  /** As a sentence; null where there is neither an address nor mail. */
  email: string | null
  /** Whether there is a confirmed address. */
  hasEmail: boolean
  /** Which mail about news there is, as a sentence; null where no mail is sent. */
  newsMail: string | null
  sessionCount: number
  hasSecondStep: boolean
  passkeyCount: number
  /** How many accounts at other sites are linked; null where none is, and none can be. */
  outsideCount: number | null
  hasPassword: boolean
  /** Whether they must add a second step before they moderate. */
  mustAddSecondStep: boolean
  /** The setting that was just changed, from the page's query. */
  done: (typeof settled)[number] | null
}

/** The settings on one's own account page. `done` is from the query. */
export async function loadSettings(actor: AccountActor, done: Parameter): Promise<OwnSettings> {
  const { id: accountId } = actor
  const { ownAccount } = messages()
  const [credentials, sessions, waiting, isStepped, passkeyCount, outsideCount, plan] = await Promise.all([
    findCredentialsOf(primary(), accountId),
    findSessionsOf(primary(), accountId),
    findAddressInQuestion(primary(), accountId),
    hasSecondStep(primary(), accountId),
    countPasskeys(primary(), accountId),
    countIdentities(primary(), accountId),
    findMailPlan(primary(), accountId),
  ])
  const email = credentials?.email ?? null
  const inWords = email ?? (waiting && ownAccount.email.waiting(waiting.email))
  return {
    hasCode: credentials?.recoveryHash != null,
    email: inWords ?? (canSendMail() ? ownAccount.email.none : null),
    hasEmail: email !== null,
    newsMail: canSendMail() ? mailInWords(plan, credentials) : null,
    sessionCount: sessions.length,
    hasSecondStep: isStepped,
    passkeyCount,
    outsideCount: outsideCount > 0 || env.providers.length > 0 ? outsideCount : null,
    hasPassword: credentials?.passwordHash != null,
    mustAddSecondStep: mustAddSecondStep(actor),
    done: settled.find((known) => known === done) ?? null,
  }
}

function mailInWords(plan: MailPlan | null, credentials: Credentials | null): string {
  const { newsMail } = messages()
  if (credentials?.emailRefusedAt) return newsMail.sentBack
  const count = credentials?.email ? Object.keys(plan?.choices ?? {}).length : 0
  return count === 0 ? newsMail.none : newsMail.some(count)
}

/** A signed-in browser, in words. */
export interface OwnSession {
  id: string
  browser: string
  opened: string
  seen: string
  /** Whether it is the one that asks. */
  isHere: boolean
}

/** One's own open sessions, this one first. */
export async function loadOwnSessions(): Promise<OwnSession[]> {
  const actor = await requireAccount(paths.sessions())
  const [rows, hereId] = await Promise.all([findSessionsOf(primary(), actor.id), currentSessionId()])
  const sessions = rows.map((row) => ({
    id: row.id,
    browser: browserInWords(row.userAgent),
    opened: messages().dates.moment(row.createdAt),
    seen: messages().dates.moment(row.lastSeenAt),
    isHere: row.id === hereId,
  }))
  return sessions.sort((one, other) => Number(other.isHere) - Number(one.isHere))
}

/** The state of one's own address. */
export interface OwnEmail {
  confirmed: string | null
  /** Whether a mail server refuses the confirmed address. */
  isRefused: boolean
  /** The address with an unconfirmed link, and until when the link is valid, in words. */
  waiting: { email: string; until: string } | null
  /** Whether this wiki sends mail. */
  canAdd: boolean
}

/** One's own address; not found where there is none and no mail can be sent. */
export async function loadOwnEmail(): Promise<OwnEmail> {
  const { id } = await requireAccount(paths.accountEmail())
  const [credentials, asked] = await Promise.all([
    findCredentialsOf(primary(), id),
    findAddressInQuestion(primary(), id),
  ])
  const confirmed = credentials?.email ?? null
  const waiting = asked && { email: asked.email, until: messages().dates.moment(asked.expiresAt) }
  const canAdd = canSendMail()
  if (!canAdd && confirmed === null && waiting === null) notFound()
  return { confirmed, isRefused: credentials?.emailRefusedAt != null, waiting, canAdd }
}

/** The account that a mailed link is for; null when it is no longer valid. Looking at it does not use it up. */
export async function loadLink(
  secret: Parameter,
  purpose: TokenPurpose,
): Promise<{ secret: string; name: string; email: string } | null> {
  if (!secret || secret.length > 200) return null
  const found = await findToken(primary(), idOfSecret(secret), purpose)
  return found && { secret, name: found.name, email: found.email }
}

/** One's own recovery code while it is to be shown, and whether there is one. */
export async function loadRecoveryCode() {
  const { id } = await requireAccount(paths.recoveryCode())
  const [code, credentials] = await Promise.all([recoveryCodeToShow(id), findCredentialsOf(primary(), id)])
  return { code, hasCode: credentials?.recoveryHash != null }
}

/** The page for blocking account `id`; not found for those who may not block it, as if it did not exist. */
export async function loadBlockPage(id: AddressText) {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(paths.blockPerson(accountId))
  const person = await findActor(primary(), accountId)
  if (!person || !can(actor, 'block', person)) notFound()
  return { person: { id: person.id, name: person.name }, block: await findBlock(primary(), accountId) }
}

/** The account to rename; not found for those who may not, as if it did not exist. */
export async function loadRenamePage(id: AddressText): Promise<{ id: number; name: string }> {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(paths.renamePerson(accountId))
  if (actor.id === accountId) redirect(paths.accountName())
  const person = await findActor(primary(), accountId)
  if (!person || !can(actor, 'renameAccount', person)) notFound()
  return { id: person.id, name: person.name }
}

/** The account whose role to change; not found for those who may not, as if it did not exist. */
export async function loadRolePage(id: AddressText) {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(paths.personRole(accountId))
  const person = await findActor(primary(), accountId)
  if (!person || !can(actor, 'setRole', person)) notFound()
  return { id: person.id, name: person.name, role: person.role }
}

/** The author of another wiki to rename; not found for those who may not. */
export async function loadAuthorPage(id: AddressText) {
  const authorId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(paths.renameAuthor(authorId))
  if (!can(actor, 'renameAuthor')) notFound()
  return (await findExternalAuthor(primary(), authorId)) ?? notFound()
}
