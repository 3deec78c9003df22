import { and, eq, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { auditRecord } from '@/db/audit/schema'
import { entry } from '@/db/entries/schema'
import { event } from '@/db/events/schema'
import { factCheck } from '@/db/facts/schema'
import { storedObject, upload } from '@/db/files/schema'
import { mailChoice, mailPlan, newsMail, notification, watch, watchFeed } from '@/db/news/schema'
import { report } from '@/db/reports/schema'
import { decision, vote } from '@/db/review/schema'
import { patrol } from '@/db/revisions/schema'
import { decisionWish, submission, submissionRound } from '@/db/submissions/schema'
import { section } from './section'
import { labelFor } from './written'

/** What somebody has done, follows, was told, and was decided of them. */

export const watchlist = section({ of: watch.of, targetId: watch.targetId }, (db, { accountId, within }) => ({
  query: db
    .select({
      of: watch.of,
      targetId: watch.targetId,
      label: labelFor(within),
      since: watch.since,
      seenAt: watch.seenAt,
    })
    .from(watch)
    .leftJoin(entry, and(eq(entry.id, watch.targetId), ne(watch.of, 'thread')))
    .$dynamic(),
  where: eq(watch.accountId, accountId),
}))

export const watchFeeds = section({ _accountId: watchFeed.accountId }, (db, { accountId }) => ({
  query: db.select({ _accountId: watchFeed.accountId, madeAt: watchFeed.madeAt }).from(watchFeed).$dynamic(),
  where: eq(watchFeed.accountId, accountId),
}))

export const notifications = section({ eventId: notification.eventId }, (db, { accountId }) => ({
  query: db
    .select({
      eventId: notification.eventId,
      event: event.name,
      family: notification.family,
      kind: notification.kind,
      at: notification.at,
      readAt: notification.readAt,
      entryId: event.entryId,
      revisionId: event.revisionId,
      submissionId: event.submissionId,
      threadId: event.threadId,
      commentId: event.commentId,
    })
    .from(notification)
    .leftJoin(event, eq(event.id, notification.eventId))
    .$dynamic(),
  where: eq(notification.accountId, accountId),
}))

export const mailChoices = section({ family: mailChoice.family }, (db, { accountId }) => ({
  query: db
    .select({ family: mailChoice.family, rhythm: mailChoice.rhythm, since: mailChoice.since })
    .from(mailChoice)
    .$dynamic(),
  where: eq(mailChoice.accountId, accountId),
}))

export const mailPlans = section({ _accountId: mailPlan.accountId }, (db, { accountId }) => ({
  query: db
    .select({
      _accountId: mailPlan.accountId,
      timeZone: mailPlan.timeZone,
      hour: mailPlan.hour,
      quietFrom: mailPlan.quietFrom,
      quietTo: mailPlan.quietTo,
      soonAt: mailPlan.soonAt,
      digestAt: mailPlan.digestAt,
    })
    .from(mailPlan)
    .$dynamic(),
  where: eq(mailPlan.accountId, accountId),
}))

export const newsMails = section({ id: newsMail.id }, (db, { accountId }) => ({
  query: db
    .select({ id: newsMail.id, madeAt: newsMail.madeAt, settledAt: newsMail.settledAt })
    .from(newsMail)
    .$dynamic(),
  where: eq(newsMail.accountId, accountId),
}))

/** Where somebody wants a mail when a submission of theirs is decided. */
export const decisionWishes = section({ submissionId: decisionWish.submissionId }, (db, { accountId }) => ({
  query: db
    .select({
      submissionId: decisionWish.submissionId,
      email: decisionWish.address,
      askedAt: decisionWish.askedAt,
      linkSentAt: decisionWish.linkSentAt,
      confirmedAt: decisionWish.confirmedAt,
    })
    .from(submission)
    .innerJoin(decisionWish, eq(decisionWish.submissionId, submission.id))
    .$dynamic(),
  where: eq(submission.authorId, accountId),
}))

const decider = alias(account, 'decider')

export const decisionsOnTheirs = section(
  { submissionId: submission.id, round: submissionRound.number },
  (db, { accountId }) => ({
    query: db
      .select({
        submissionId: submission.id,
        round: submissionRound.number,
        verdict: decision.verdict,
        reason: decision.reason,
        at: decision.at,
        by: decider.name,
      })
      .from(submission)
      .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
      .innerJoin(decision, eq(decision.roundId, submissionRound.id))
      .innerJoin(decider, eq(decider.id, decision.byId))
      .$dynamic(),
    where: eq(submission.authorId, accountId),
  }),
)

export const votes = section({ _roundId: vote.roundId }, (db, { accountId }) => ({
  query: db
    .select({
      _roundId: vote.roundId,
      submissionId: submissionRound.submissionId,
      round: submissionRound.number,
      verdict: vote.verdict,
      reason: vote.reason,
      at: vote.at,
    })
    .from(vote)
    .innerJoin(submissionRound, eq(submissionRound.id, vote.roundId))
    .$dynamic(),
  where: eq(vote.accountId, accountId),
}))

export const decisions = section({ _roundId: decision.roundId }, (db, { accountId }) => ({
  query: db
    .select({
      _roundId: decision.roundId,
      submissionId: submissionRound.submissionId,
      round: submissionRound.number,
      verdict: decision.verdict,
      reason: decision.reason,
      at: decision.at,
    })
    .from(decision)
    .innerJoin(submissionRound, eq(submissionRound.id, decision.roundId))
    .$dynamic(),
  where: eq(decision.byId, accountId),
}))

export const patrols = section({ revisionId: patrol.revisionId }, (db, { accountId }) => ({
  query: db.select({ revisionId: patrol.revisionId, at: patrol.at }).from(patrol).$dynamic(),
  where: eq(patrol.byId, accountId),
}))

export const checks = section({ id: factCheck.id }, (db, { accountId, within }) => ({
  query: db
    .select({
      id: factCheck.id,
      factId: factCheck.factId,
      label: labelFor(within),
      sourceId: factCheck.sourceId,
      verdict: factCheck.verdict,
      how: factCheck.how,
      place: factCheck.place,
      at: factCheck.at,
      voidedAt: factCheck.voidedAt,
      voidedWhy: factCheck.voidedWhy,
    })
    .from(factCheck)
    .leftJoin(entry, eq(entry.id, factCheck.factId))
    .$dynamic(),
  where: eq(factCheck.accountId, accountId),
}))

export const reports = section({ id: report.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: report.id,
      target: report.target,
      category: report.category,
      urgency: report.urgency,
      words: report.words,
      address: report.address,
      createdAt: report.createdAt,
      closedAt: report.closedAt,
      outcome: report.outcome,
      answer: report.answer,
    })
    .from(report)
    .$dynamic(),
  where: eq(report.byId, accountId),
}))

export const acts = section({ id: auditRecord.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: auditRecord.id,
      act: auditRecord.act,
      entryId: auditRecord.entryId,
      accountId: auditRecord.accountId,
      reason: auditRecord.reason,
      detail: auditRecord.detail,
      at: auditRecord.at,
    })
    .from(auditRecord)
    .$dynamic(),
  where: eq(auditRecord.actorId, accountId),
}))

/** What others did to the account. The reason of what is not public was not said to its owner, so it stays out. */
export const actsOnThem = section({ id: auditRecord.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: auditRecord.id,
      act: auditRecord.act,
      at: auditRecord.at,
      reason: sql<string | null>`case when ${auditRecord.isPublic} then ${auditRecord.reason} end`,
    })
    .from(auditRecord)
    .$dynamic(),
  where: and(eq(auditRecord.accountId, accountId), ne(auditRecord.actorId, accountId)),
}))

export const pictures = section({ sha256: storedObject.sha256 }, (db, { accountId }) => ({
  query: db
    .select({
      sha256: storedObject.sha256,
      mediaType: storedObject.mediaType,
      bytes: storedObject.bytes,
      width: storedObject.width,
      height: storedObject.height,
      createdAt: storedObject.createdAt,
    })
    .from(storedObject)
    .$dynamic(),
  where: eq(storedObject.uploadedById, accountId),
}))

export const uploads = section({ id: upload.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: upload.id,
      bytes: upload.bytes,
      state: upload.state,
      refusal: upload.refusal,
      createdAt: upload.createdAt,
    })
    .from(upload)
    .$dynamic(),
  where: eq(upload.accountId, accountId),
}))
