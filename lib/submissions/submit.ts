import { primary } from '@/db/client'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { parseContent } from '@/lib/content/parse'
import { type Outcome, RefusalError, refuse } from '@/lib/errors'
import { contentOf, kindOf } from '@/lib/kinds/registry'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { demandOwnBases } from './base-text'
import { type ConflictRefusal, conflictable } from './conflict'
import type { Wanted } from './prepare'
import { publishOrKeep, type SubmitResult } from './publish-or-keep'
import type { Changeset } from './schema'
import { write } from './write'

/**
 * Sends a changeset: published at once where the rules let its author publish every entry of it, kept as a submission
 * otherwise. Refuses invalid content with a sentence at the field (`items.N.field`), an edit that changes nothing, and one
 * that goes on from a text that is not its author's; answers a conflict with every text. The key stands for `typed`,
 * which is the changeset itself unless that was made from something else.
 */
export async function submit(
  actor: AccountActor,
  changeset: Changeset,
  origin: Origin,
  typed: object = changeset,
): Promise<Outcome<SubmitResult> | ConflictRefusal> {
  return conflictable(async () => {
    const { summary } = changeset
    // What is new is never small, whatever the form says.
    const isMinor = changeset.isMinor && changeset.items.every(({ entryId }) => entryId !== null)
    const wanted = parseChangeset(changeset)
    await demandOwnBases(primary(), actor.id, wanted)
    const request = { actor, key: changeset.key, body: typed, bound: 'kept' as const }
    const result = await write(
      request,
      () => wanted,
      async (tx, locked) => {
        const trace = { accountId: locked.actor.id, operation: 'submit', network: origin.network }
        const written = publishOrKeep(tx, locked, { summary, isMinor, via: 'edit' })
        const [result] = await Promise.all([written, traceNetwork(tx, trace)])
        return result
      },
    )
    return { ok: true, ...result }
  })
}

/** What a changeset wants, its contents parsed. Throws a `RefusalError` with a sentence at the field (`items.N.field`). */
export const parseChangeset = (changeset: Changeset): Wanted[] =>
  changeset.items.map((item, index) => parseItem(item, index + 1))

function parseItem(item: Changeset['items'][number], position: number): Wanted {
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
