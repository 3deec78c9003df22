import { primary } from '@/db/postgres/client'
import { parseContent } from '@/lib/content/parse'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import { contentOf, kindOf } from '@/lib/kinds/registry'
import { type Context, operation } from '@/lib/operations/operation'
import { demandOwnBases } from './base-text'
import { type ConflictRefusal, conflictable } from './conflict'
import type { RequestedChange } from './prepare'
import { publishOrKeep, type SubmitResult } from './publish-or-keep'
import { type Changeset, changesetSchema } from './schema'
import { applyChangeset } from './write'

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
  once: (changeset) => ({ key: changeset.key, body: changeset }),
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
    const wanted = parseChangeset(changeset)
    await demandOwnBases(primary(), context.actor.id, wanted)
    return applyChangeset(
      { context, bound: 'kept' },
      () => wanted,
      ({ tx }, locked) => publishOrKeep(tx, locked, { summary, isMinor, via: 'edit' }),
    )
  })
}

/** What a changeset wants, its contents parsed. Throws a `RefusalError` with a sentence at the field (`items.N.field`). */
export const parseChangeset = (changeset: Changeset): RequestedChange[] =>
  changeset.items.map((item, index) => parseItem(item, index + 1))

function parseItem(item: Changeset['items'][number], position: number): RequestedChange {
  const parsed = parseContent(kindOf(item.kind), item.content)
  if (!parsed.ok) throw new RefusalError(atItem(parsed, position))
  return {
    ...contentOf(item.kind, parsed.content),
    position,
    entryId: item.entryId,
    baseNumber: item.baseNumber,
    baseRoundId: item.baseRoundId ?? null,
  }
}

/** Fields of a changeset with several entries are told apart by their place in it. */
function atItem(refusal: ReturnType<typeof refuse>, position: number) {
  const fields = Object.entries(refusal.fields ?? {}).map(([field, sentence]) => [
    `items.${position}.${field}`,
    sentence,
  ])
  const places = refusal.places?.map(({ path, ...rest }) => ({ ...rest, path: ['items', position, ...path] }))
  return { ...refuse(refusal.reason, refusal.message, Object.fromEntries(fields)), ...(places && { places }) }
}
