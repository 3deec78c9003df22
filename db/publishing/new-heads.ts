import { eq, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { prepared } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'
import { takePublishLock } from '../postgres/locks'

type RevisionValues = Required<Omit<typeof revision.$inferInsert, 'id' | 'sequence' | 'createdAt'>>

/** A revision that becomes its entry's head, with its content, and the entry's new label and gate. */
export type NewHead = RevisionValues &
  Omit<typeof revisionContent.$inferInsert, 'revisionId'> &
  Required<Pick<typeof entry.$inferInsert, 'label' | 'gateKind' | 'gatePageId'>>

const { placeholder } = sql

/** One statement for the revision, its content and the head: they exist together or not at all. */
const newHead = prepared((db) => {
  const written = db.$with('written').as(
    db
      .insert(revision)
      .values({
        entryId: placeholder('entryId'),
        number: placeholder('number'),
        sequence: sql`nextval('publish_sequence')`,
        authorId: placeholder('authorId'),
        externalAuthorId: placeholder('externalAuthorId'),
        externalRevisionId: placeholder('externalRevisionId'),
        origin: placeholder('origin'),
        licence: placeholder('licence'),
        summary: placeholder('summary'),
        isMinor: placeholder('isMinor'),
        via: placeholder('via'),
        touches: placeholder('touches'),
        isReviewed: placeholder('isReviewed'),
        words: placeholder('words'),
        hash: placeholder('hash'),
        submissionId: placeholder('submissionId'),
        restoresNumber: placeholder('restoresNumber'),
      })
      .returning({ id: revision.id, entryId: revision.entryId, sequence: revision.sequence }),
  )
  const words = db.$with('words').as(
    db.insert(revisionContent).select((qb) =>
      qb
        .select({
          revisionId: written.id,
          schemaVersion: sql`${placeholder('schemaVersion')}::smallint`.as('schema_version'),
          salt: sql`${placeholder('salt')}::text`.as('salt'),
          content: sql`${sql.param(placeholder('content'), revisionContent.content)}::jsonb`.as('content'),
        })
        .from(written),
    ),
  )
  return db
    .with(written, words)
    .update(entry)
    .set({
      headId: sql`${written.id}`,
      label: sql`${placeholder('label')}`,
      gateKind: sql`${placeholder('gateKind')}`,
      gatePageId: sql`${placeholder('gatePageId')}::bigint`,
      changedAt: sql`now()`,
    })
    .from(written)
    .where(eq(entry.id, written.entryId))
    .returning({ id: written.id, sequence: written.sequence })
    .prepare('new_head')
})

/**
 * Writes revisions with their content and moves the heads to them, in the given order, under the publish lock, so that
 * the sequence follows the order of commits. Gives each revision's id and place in the sequence.
 */
export async function insertHeads(tx: Tx, heads: NewHead[]): Promise<{ id: number; sequence: number }[]> {
  const [, ...written] = await inOrder<[unknown, ...{ id: number; sequence: number }[][]]>(
    () => takePublishLock(tx),
    ...heads.map((head) => () => newHead(tx).execute({ ...head })),
  )
  return written.map(([row]) => {
    if (!row) throw new Error('a revision was not written')
    return row
  })
}
