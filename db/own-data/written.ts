import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import { comment, commentVersion, ownWords, thread } from '@/db/talk/schema'
import { isHiddenFrom, visibleLabel } from '@/db/visibility/private-life'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'
import { isSummaryRedacted, isWithheldItem } from '@/db/withholding/withheld-items'
import { type AskedFor, section, WITH_TEXTS } from './section'

/** What somebody has written, as far as they may read it themselves: what is withheld is named without its words. */

/** Whether the current `entry` is shown to the scope at all. */
const isShown = (within: ReadScope): SQL<boolean> =>
  sql<boolean>`(${existingEntries(within) ?? sql`true`} and not ${isHiddenFrom(within)})`

/** The label of the current `entry`; null where it is deleted or hidden. */
export const labelFor = (within: ReadScope): SQL<string | null> =>
  sql<string | null>`case when ${isShown(within)} then ${visibleLabel(within)} end`

const unless = <T>(condition: SQL<boolean>, column: unknown): SQL<T | null> =>
  sql<T | null>`case when not (${condition}) then ${column} end`

const mayReadText = (db: Queryable, within: ReadScope): SQL<boolean> =>
  sql<boolean>`(${isShown(within)} and not ${isWithheld(db, within, 'text')})`

export const edits = section(
  { _sequence: revision.sequence },
  (db, { accountId, within }) => ({
    query: db
      .select({
        _sequence: revision.sequence,
        revisionId: revision.id,
        entryId: entry.id,
        kind: entry.kind,
        entryNumber: entry.number,
        label: labelFor(within),
        number: revision.number,
        createdAt: revision.createdAt,
        summary: unless<string>(isWithheld(db, within, 'summary'), revision.summary),
        isMinor: revision.isMinor,
        via: revision.via,
        touches: revision.touches,
        licence: revision.licence,
        submissionId: revision.submissionId,
        isTextLeftOut: sql<boolean>`not ${mayReadText(db, within)}`,
        schemaVersion: revisionContent.schemaVersion,
        content: sql<object | null>`case when ${mayReadText(db, within)} then ${revisionContent.content} end`,
      })
      .from(revision)
      .innerJoin(entry, eq(entry.id, revision.entryId))
      .leftJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
      .$dynamic(),
    where: eq(revision.authorId, accountId),
  }),
  WITH_TEXTS,
)

export const submissions = section({ id: submission.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: submission.id,
      state: submission.state,
      summary: unless<string>(isSummaryRedacted(db), submission.summary),
      isMinor: submission.isMinor,
      createdAt: submission.createdAt,
      waitingSince: submission.waitingSince,
    })
    .from(submission)
    .$dynamic(),
  where: eq(submission.authorId, accountId),
}))

export const proposals = section(
  { submissionId: submission.id, round: submissionRound.number, position: submissionItem.position },
  (db, { accountId, within }) => ({
    query: db
      .select({
        submissionId: submission.id,
        round: submissionRound.number,
        position: submissionItem.position,
        sentAt: submissionRound.createdAt,
        kind: submissionItem.entryKind,
        entryId: submissionItem.entryId,
        baseNumber: submissionItem.baseNumber,
        touches: submissionItem.touches,
        isTextLeftOut: isWithheldItem(db, within),
        schemaVersion: submissionItem.schemaVersion,
        content: unless<object>(isWithheldItem(db, within), submissionItem.content),
      })
      .from(submission)
      .innerJoin(submissionRound, eq(submissionRound.submissionId, submission.id))
      .innerJoin(submissionItem, eq(submissionItem.roundId, submissionRound.id))
      .$dynamic(),
    where: eq(submission.authorId, accountId),
  }),
  WITH_TEXTS,
)

const isReadable = sql<boolean>`${comment.withheld} is null`
const commentsOf = ({ accountId }: AskedFor) => eq(comment.authorId, accountId)

export const comments = section({ id: comment.id }, (db, asked) => ({
  query: db
    .select({
      id: comment.id,
      threadId: comment.threadId,
      number: comment.number,
      answers: comment.answers,
      subject: sql<
        string | null
      >`case when ${comment.number} = 1 and ${isReadable} then ${thread.subject} end`,
      entryId: thread.entryId,
      submissionId: thread.submissionId,
      state: comment.state,
      isTextLeftOut: sql<boolean>`not ${isReadable}`,
      words: sql<string | null>`case when ${isReadable} then ${comment.words} end`,
      createdAt: comment.createdAt,
      editedAt: comment.editedAt,
      decidedAt: comment.decidedAt,
      reason: comment.decisionReason,
    })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .$dynamic(),
  where: commentsOf(asked),
}))

export const commentsBefore = section({ commentId: comment.id, _id: commentVersion.id }, (db, asked) => ({
  query: db
    .select({
      commentId: comment.id,
      _id: commentVersion.id,
      words: commentVersion.words,
      replacedAt: commentVersion.replacedAt,
    })
    .from(comment)
    .innerJoin(commentVersion, eq(commentVersion.commentId, comment.id))
    .$dynamic(),
  where: and(commentsOf(asked), isNull(comment.withheld)),
}))

/** What somebody says of themselves, each version, with what was decided of it. */
export const ownWordsOfTheirs = section({ id: ownWords.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: ownWords.id,
      words: ownWords.words,
      sentAt: ownWords.sentAt,
      state: ownWords.state,
      decidedAt: ownWords.decidedAt,
      reason: ownWords.reason,
    })
    .from(ownWords)
    .$dynamic(),
  where: eq(ownWords.accountId, accountId),
}))

export const settledThreads = section({ id: thread.id }, (db, { accountId }) => ({
  query: db
    .select({ id: thread.id, outcome: thread.outcome, closedAt: thread.closedAt })
    .from(thread)
    .$dynamic(),
  where: eq(thread.closedById, accountId),
}))
