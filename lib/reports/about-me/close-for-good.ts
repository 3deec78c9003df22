import type { Tx } from '@/db/postgres/client'
import { closeFactsForGood, closePrivateLifeOf, findPrivateFactsAbout } from '@/db/reports/about-me'
import { tags } from '@/lib/cache/tags'
import { followPresence } from '@/lib/moderation/follow-presence'
import { writersScope } from '@/lib/policy/policy'
import { MOST_PRIVATE } from './close-private-life'

/**
 * Does what a person has asked: every fact about their private life is closed to the public for good, and none is
 * accepted any more (`lib/review/closed-life.ts`). Gives the tags of what shows them. Takes the publish lock.
 */
export async function closePrivateLifeForGood(tx: Tx, pageId: number): Promise<string[]> {
  await closePrivateLifeOf(tx, pageId)
  const facts = await findPrivateFactsAbout(tx, writersScope, pageId, MOST_PRIVATE)
  await closeFactsForGood(
    tx,
    facts.map(({ id }) => id),
  )
  const shown: string[] = [tags.entry(pageId), tags.factsAbout(pageId)]
  for (const { id } of facts) shown.push(...(await followPresence(tx, { id, kind: 'fact' })))
  return shown
}
