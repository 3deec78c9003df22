import { findDerivation, findEntriesAfter, noteDerivation } from '@/db/links/derivations'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { lockEntries } from '@/db/publishing/publishing'
import { configurationFor, extractWordsAgain, findSearchLanguages } from '@/db/search/search-configurations'
import { enqueue } from '@/lib/jobs/enqueue'
import { messages } from '@/lib/messages/messages'

/** So many entries are looked at in one job. */
const AT_ONCE = 500

/** What is done for one language of the wiki is to be done again for another. */
const nameOfWork = () => `search words in ${messages().language.tag}`

/**
 * Has the words that search goes by taken out by the rules of each entry's language, where an earlier release, or a wiki
 * in another language, took them out by others; nothing where that was done. Until then each is found as it was.
 */
export async function queueSearchWords(): Promise<void> {
  await transaction(async (tx) => {
    const { throughId, isDone } = await findDerivation(tx, nameOfWork())
    if (!isDone) queueAfter(tx, throughId)
  })
}

function queueAfter(tx: Tx, afterId: number): void {
  enqueue(tx, 'take-search-words', { afterId }, { key: `take-search-words ${afterId}` })
}

/** Does so for the next entries after this one, and queues those that come then. May be called again. */
export async function takeSearchWords({ afterId }: { afterId: number }, atOnce = AT_ONCE): Promise<void> {
  await transaction(async (tx) => {
    await takeTurn(tx, nameOfWork())
    const ids = await findEntriesAfter(tx, afterId, atOnce)
    await lockEntries(tx, ids)
    for (const [configuration, those] of await misplaced(tx, ids))
      await extractWordsAgain(tx, configuration, those)
    const isDone = ids.length < atOnce
    const throughId = ids.at(-1) ?? afterId
    await noteDerivation(tx, { name: nameOfWork(), throughId, isDone })
    if (!isDone) queueAfter(tx, throughId)
  })
}

/** Those of these entries whose words were taken out by other rules than they should be, by the configuration they need. */
async function misplaced(tx: Tx, ids: number[]): Promise<Map<string, number[]>> {
  const wanted = new Map<string, number[]>()
  for (const { id, configuration, language } of await findSearchLanguages(tx, ids)) {
    const needed = configurationFor(language ?? messages().language.tag)
    if (needed !== configuration) wanted.set(needed, [...(wanted.get(needed) ?? []), id])
  }
  return wanted
}
