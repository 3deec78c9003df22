import { primary } from '@/db/postgres/client'
import type { Refusal } from '@/lib/errors'
import { type Context, operation } from '@/lib/operations/operation'
import { applyChangeset } from './apply'
import { demandOwnBases } from './base-text'
import { type ConflictRefusal, conflictable } from './conflict'
import { parseChangeset } from './parse'
import { publishOrKeep, type SubmitResult } from './publish-or-keep'
import { type Changeset, changesetSchema } from './schema'

/**
 * Sends a changeset: published at once where the rules let its author publish every entry of it, kept as a submission
 * otherwise. Refuses invalid content with a sentence at the field (`items.N.field`), an edit that changes nothing, and one
 * that is based on a text that is not its author's; answers a conflict with every text.
 */
export const submit = operation({
  name: 'submission.send',
  who: 'entering',
  input: changesetSchema,
  audits: { nothing: 'histories and the queue tell who sent what' },
  idempotency: (changeset) => ({ key: changeset.key, body: changeset }),
  run: sendChangeset,
})

/** What `submit` does, for operations that make a changeset of something else. */
export function sendChangeset(
  context: Context,
  changeset: Changeset,
): Promise<SubmitResult | Refusal | ConflictRefusal> {
  return conflictable(async () => {
    const { summary } = changeset
    // What is new is never small, whatever the form says.
    const isMinor = changeset.isMinor && changeset.items.every(({ entryId }) => entryId !== null)
    const requested = parseChangeset(changeset)
    await demandOwnBases(primary(), context.actor.id, requested)
    return applyChangeset(
      { context, bound: 'kept', authorId: context.actor.id },
      () => requested,
      ({ tx }, locked) => publishOrKeep(tx, locked, { summary, isMinor, via: 'edit' }),
    )
  })
}
