import { eq, type SQL, sql } from 'drizzle-orm'
import { TRACE_DAYS } from '@/db/accounts/network-traces'
import {
  account,
  accountDeletion,
  accountToken,
  block,
  heldName,
  networkTrace,
  outsideIdentity,
  passkey,
  secondStep,
  session,
  spareCode,
} from '@/db/accounts/schema'
import { owedMail } from '@/db/mail/schema'
import { answer } from '@/db/operations/schema'
import { section } from './section'

/** What is kept of an account itself, and of how its owner signs in: no secret, and no hash of one. */

const has = (column: unknown) => sql<boolean>`${column} is not null`

export const theAccount = section({ id: account.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: account.id,
      name: account.name,
      role: account.role,
      createdAt: account.createdAt,
      email: account.email,
      emailConfirmedAt: account.emailConfirmedAt,
      emailRefusedAt: account.emailRefusedAt,
      hasPassword: has(account.passwordHash),
      hasRecoveryCode: has(account.recoveryHash),
      progress: account.progress,
      greetingPutAwayAt: account.greetingPutAwayAt,
    })
    .from(account)
    .$dynamic(),
  where: eq(account.id, accountId),
}))

export const deletions = section({ _accountId: accountDeletion.accountId }, (db, { accountId }) => ({
  query: db
    .select({
      _accountId: accountDeletion.accountId,
      askedAt: accountDeletion.askedAt,
      dueAt: accountDeletion.dueAt,
      undoneAt: accountDeletion.undoneAt,
      neutralName: accountDeletion.neutralName,
    })
    .from(accountDeletion)
    .$dynamic(),
  where: eq(accountDeletion.accountId, accountId),
}))

export const formerNames = section({ _keyHash: heldName.keyHash }, (db, { accountId }) => ({
  query: db.select({ _keyHash: heldName.keyHash, heldUntil: heldName.until }).from(heldName).$dynamic(),
  where: eq(heldName.accountId, accountId),
}))

export const mailedLinks = section({ _id: accountToken.id }, (db, { accountId }) => ({
  query: db
    .select({
      _id: accountToken.id,
      purpose: accountToken.purpose,
      email: accountToken.email,
      createdAt: accountToken.createdAt,
      expiresAt: accountToken.expiresAt,
      usedAt: accountToken.usedAt,
    })
    .from(accountToken)
    .$dynamic(),
  where: eq(accountToken.accountId, accountId),
}))

export const mailsToSend = section({ id: owedMail.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: owedMail.id,
      purpose: owedMail.purpose,
      email: owedMail.address,
      createdAt: owedMail.createdAt,
    })
    .from(owedMail)
    .$dynamic(),
  where: eq(owedMail.accountId, accountId),
}))

export const passkeys = section({ _id: passkey.id }, (db, { accountId }) => ({
  query: db
    .select({
      _id: passkey.id,
      name: passkey.name,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
    })
    .from(passkey)
    .$dynamic(),
  where: eq(passkey.accountId, accountId),
}))

export const otherSites = section(
  { issuer: outsideIdentity.issuer, subject: outsideIdentity.subject },
  (db, { accountId }) => ({
    query: db
      .select({
        issuer: outsideIdentity.issuer,
        subject: outsideIdentity.subject,
        name: outsideIdentity.label,
        createdAt: outsideIdentity.createdAt,
        lastUsedAt: outsideIdentity.lastUsedAt,
      })
      .from(outsideIdentity)
      .$dynamic(),
    where: eq(outsideIdentity.accountId, accountId),
  }),
)

export const secondSteps = section({ _accountId: secondStep.accountId }, (db, { accountId }) => ({
  query: db
    .select({
      _accountId: secondStep.accountId,
      createdAt: secondStep.createdAt,
      confirmedAt: secondStep.confirmedAt,
    })
    .from(secondStep)
    .$dynamic(),
  where: eq(secondStep.accountId, accountId),
}))

export const spareCodes = section({ _id: spareCode.id }, (db, { accountId }) => ({
  query: db
    .select({ _id: spareCode.id, isUsed: has(spareCode.usedAt), usedAt: spareCode.usedAt })
    .from(spareCode)
    .$dynamic(),
  where: eq(spareCode.accountId, accountId),
}))

export const sessions = section({ _id: session.id }, (db, { accountId }) => ({
  query: db
    .select({
      _id: session.id,
      browser: session.userAgent,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      endedAt: session.endedAt,
    })
    .from(session)
    .$dynamic(),
  where: eq(session.accountId, accountId),
}))

export const networks = section({ id: networkTrace.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: networkTrace.id,
      operation: networkTrace.operation,
      networkHash: networkTrace.networkHash,
      at: networkTrace.at,
      deletedAt: plusDays(networkTrace.at, TRACE_DAYS),
    })
    .from(networkTrace)
    .$dynamic(),
  where: eq(networkTrace.accountId, accountId),
}))

export const restrictions = section({ id: block.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: block.id,
      reason: block.reason,
      createdAt: block.createdAt,
      expiresAt: block.expiresAt,
      liftedAt: block.liftedAt,
    })
    .from(block)
    .$dynamic(),
  where: eq(block.accountId, accountId),
}))

export const keptAnswers = section({ key: answer.key }, (db, { accountId }) => ({
  query: db.select({ key: answer.key, createdAt: answer.createdAt }).from(answer).$dynamic(),
  where: eq(answer.accountId, accountId),
}))

/** As a date, which the driver reads from a column of that type alone. */
const plusDays = (at: typeof networkTrace.at, days: number): SQL<Date> =>
  sql`${at} + make_interval(days => ${days})`.mapWith(at) as SQL<Date>
