import { countWanted } from '@/db/links/wanted'
import { transaction } from '@/db/postgres/client'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'

const MOST_WANTED = 1_000

/** Counts anew which titles that no page has are linked to most often; their list shows it at once. */
export async function countMostWanted(): Promise<void> {
  await transaction(async (tx) => {
    await countWanted(tx, MOST_WANTED)
    await announce(tx, [tags.wanted])
  })
}
