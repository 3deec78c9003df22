import { and, eq, inArray, not, sql } from 'drizzle-orm'
import { type EntryKind, entry, title } from '@/db/entries/schema'
import { answer } from '@/db/operations/schema'
import type { Tx } from '@/db/postgres/client'
import { report } from '@/db/reports/schema'
import { decision, vote } from '@/db/review/schema'
import { revision } from '@/db/revisions/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import { withholding } from '@/db/withholding/schema'

/** The version of an item's content once its content is erased: there is nothing to parse. */
export const ERASED_VERSION = 0

/** Destroys the texts of a range of an entry's revisions, for a recorded erasure. */
export async function eraseContents(tx: Tx, entryId: number, from: number, to: number): Promise<void> {
  await tx.execute(sql`select erase_contents(${entryId}, ${from}, ${to})`)
}

/** Destroys the summaries of a range of revisions, and of the submissions that they were, for a recorded erasure. */
export async function eraseSummaries(tx: Tx, entryId: number, from: number, to: number): Promise<void> {
  await tx.execute(sql`select erase_summaries(${entryId}, ${from}, ${to})`)
  const became = tx
    .select({ id: revision.submissionId })
    .from(revision)
    .where(and(eq(revision.entryId, entryId), sql`${revision.number} between ${from} and ${to}`))
  await tx.update(submission).set({ summary: '' }).where(inArray(submission.id, became))
}

/** The submissions that would change an entry, or became revisions of it, with the numbers that they became. */
async function findSubmissionsTouching(tx: Tx, entryId: number): Promise<Map<number, number[]>> {
  const proposing = await tx
    .selectDistinct({ id: submissionRound.submissionId })
    .from(submissionItem)
    .innerJoin(submissionRound, eq(submissionRound.id, submissionItem.roundId))
    .where(eq(submissionItem.entryId, entryId))
  const became = await tx
    .select({ id: revision.submissionId, number: revision.number })
    .from(revision)
    .where(and(eq(revision.entryId, entryId), sql`${revision.submissionId} is not null`))
  const touching = new Map(proposing.map(({ id }) => [id, [] as number[]]))
  for (const { id, number } of became)
    if (id !== null) touching.set(id, [...(touching.get(id) ?? []), number])
  return touching
}

/**
 * Locks every submission that concerns an entry until the transaction ends. Deciding and amending lock the submission
 * before the entry: rewriting must use the same order.
 */
export async function lockSubmissionsTouching(tx: Tx, entryId: number): Promise<void> {
  const ids = [...(await findSubmissionsTouching(tx, entryId)).keys()]
  if (ids.length === 0) return
  await tx
    .select({ id: submission.id })
    .from(submission)
    .where(inArray(submission.id, ids))
    .orderBy(submission.id)
    .for('update')
}

export interface HeldText {
  submissionId: number
  state: (typeof submission.$inferSelect)['state']
  roundId: number
  isLatest: boolean
  position: number
  kind: EntryKind
  entryId: number | null
  baseNumber: number | null
  baseRoundId: number | null
  content: unknown
  schemaVersion: number
  /** The numbers of the entry's revisions that its submission became. */
  became: number[]
}

/** Every text in every round of every submission that concerns an entry, erased ones left out. */
export async function findHeldTexts(tx: Tx, entryId: number): Promise<HeldText[]> {
  const touching = await findSubmissionsTouching(tx, entryId)
  if (touching.size === 0) return []
  const rows = await tx
    .select({
      submissionId: submission.id,
      state: submission.state,
      roundId: submissionItem.roundId,
      isLatest: sql<boolean>`${submissionRound.id} = (select max(r.id) from submission_round r where r.submission_id = ${submission.id})`,
      position: submissionItem.position,
      kind: submissionItem.entryKind,
      entryId: submissionItem.entryId,
      baseNumber: submissionItem.baseNumber,
      baseRoundId: submissionItem.baseRoundId,
      content: submissionItem.content,
      schemaVersion: submissionItem.schemaVersion,
    })
    .from(submissionItem)
    .innerJoin(submissionRound, eq(submissionRound.id, submissionItem.roundId))
    .innerJoin(submission, eq(submission.id, submissionRound.submissionId))
    .where(
      and(
        inArray(submission.id, [...touching.keys()]),
        sql`${submissionItem.schemaVersion} <> ${ERASED_VERSION}`,
      ),
    )
    .orderBy(submissionItem.roundId, submissionItem.position)
  return rows.map((row) => ({ ...row, became: touching.get(row.submissionId) ?? [] }))
}

const isItem = ({ roundId, position }: Pick<HeldText, 'roundId' | 'position'>) =>
  and(eq(submissionItem.roundId, roundId), eq(submissionItem.position, position))

/** Destroys the content of an item of a round; the item itself stays. */
export async function eraseItem(tx: Tx, item: Pick<HeldText, 'roundId' | 'position'>): Promise<void> {
  await tx
    .update(submissionItem)
    .set({ content: {}, hash: '', schemaVersion: ERASED_VERSION })
    .where(isItem(item))
}

/** Replaces an item's text and base. */
export async function replaceItem(
  tx: Tx,
  item: Pick<HeldText, 'roundId' | 'position'>,
  set: Pick<
    typeof submissionItem.$inferInsert,
    'content' | 'schemaVersion' | 'hash' | 'baseNumber' | 'touches'
  >,
): Promise<void> {
  await tx
    .update(submissionItem)
    .set({ ...set, baseRoundId: null })
    .where(isItem(item))
}

/** Empties an entry's label in stored answers: a label contains the words of a fact. */
export const eraseLabelsInAnswers = (tx: Tx, entryId: number): Promise<void> =>
  changeInAnswers(tx, entryId, { label: '' })

async function changeInAnswers(tx: Tx, entryId: number, change: Record<string, string>): Promise<void> {
  const changed = sql`e || ${JSON.stringify(change)}::jsonb`
  await tx.execute(sql`update ${answer} set answer = jsonb_set(answer, '{entries}', (
      select coalesce(jsonb_agg(case when (e->>'id')::bigint = ${entryId} then ${changed} else e end), '[]')
        from jsonb_array_elements(answer->'entries') e))
    where jsonb_typeof(answer->'entries') = 'array'
      and answer->'entries' @> jsonb_build_array(jsonb_build_object('id', ${entryId}::bigint))`)
}

/**
 * Erases words from reasons, summaries, reports and records that concern an entry and contain them, in any case and
 * spacing.
 */
export async function eraseWordsAbout(tx: Tx, entryId: number, words: string): Promise<void> {
  const ids = [...(await findSubmissionsTouching(tx, entryId)).keys()]
  const says = (column: unknown) => sql`says(${column}, ${words})`
  const saidBy = (column: unknown) => sql`case when ${says(column)} then '' else ${column} end`
  if (ids.length > 0) {
    const rounds = tx
      .select({ id: submissionRound.id })
      .from(submissionRound)
      .where(inArray(submissionRound.submissionId, ids))
    await tx
      .update(submission)
      .set({ summary: '' })
      .where(and(inArray(submission.id, ids), says(submission.summary)))
    await tx
      .update(decision)
      .set({ reason: '' })
      .where(and(inArray(decision.roundId, rounds), says(decision.reason)))
    await tx
      .update(vote)
      .set({ reason: '' })
      .where(and(inArray(vote.roundId, rounds), says(vote.reason)))
  }
  await tx
    .update(report)
    .set({ words: saidBy(report.words), answer: saidBy(report.answer) })
    .where(eq(report.entryId, entryId))
  await tx
    .update(entry)
    .set({ deletionReason: saidBy(entry.deletionReason), protectionReason: saidBy(entry.protectionReason) })
    .where(eq(entry.id, entryId))
  await tx
    .update(withholding)
    .set({ reason: '' })
    .where(and(eq(withholding.entryId, entryId), says(withholding.reason)))
  await tx.execute(sql`select erase_recorded_words(${entryId}, ${words})`)
}

/**
 * Deletes a page's former titles that contain words; gives their keys. Where there are any, `path` replaces each
 * address by which stored answers and reports know the page.
 */
export async function forgetTitles(
  tx: Tx,
  entryId: number,
  { words, path }: { words: string; path: string },
): Promise<string[]> {
  const forgotten = await tx
    .delete(title)
    .where(and(eq(title.entryId, entryId), not(title.isCurrent), sql`says(${title.text}, ${words})`))
    .returning({ key: title.key })
  if (forgotten.length > 0) {
    await tx.update(report).set({ address: path }).where(eq(report.entryId, entryId))
    await changeInAnswers(tx, entryId, { path })
  }
  return forgotten.map(({ key }) => key)
}
