import { findUnfoldedTitles, foldTitles } from '@/db/entries/unfolded-titles'
import { findDerivation, findEntriesAfter, noteDerivation } from '@/db/links/derivations'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { lockEntries } from '@/db/publishing/publishing'
import { configurationFor, findSearchedTexts, type SearchedText } from '@/db/search/search-configurations'
import { replaceWords, type TakenWords } from '@/db/search/search-rows'
import { enqueue } from '@/lib/jobs/enqueue'
import { messages } from '@/lib/messages/messages'
import { foldedName, indexedWords } from '@/lib/text/words'

/** So many entries are looked at in one job. */
const AT_ONCE = 500

/** What is done for one language of the wiki is to be done again for another; `folded` is how words are taken out now. */
const nameOfWork = () => `folded search words in ${messages().language.tag}`

/**
 * Has the words that search goes by, and the names of titles, taken out as this release does, by the rules of each
 * entry's language, where an earlier release, or a wiki in another language, took them out otherwise; nothing where that
 * was done. Until then each is found by its old words.
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
    await replaceWords(tx, (await findSearchedTexts(tx, ids)).map(wordsOf))
    const titles = await findUnfoldedTitles(tx, ids)
    await foldTitles(
      tx,
      titles.map(({ key, text }) => ({ key, folded: foldedName(text) })),
    )
    const isDone = ids.length < atOnce
    const throughId = ids.at(-1) ?? afterId
    await noteDerivation(tx, { name: nameOfWork(), throughId, isDone })
    if (!isDone) queueAfter(tx, throughId)
  })
}

const wordsOf = ({ id, label, text, language }: SearchedText): TakenWords => ({
  entryId: id,
  configuration: configurationFor(language ?? messages().language.tag),
  labelWords: indexedWords(label),
  textWords: indexedWords(text),
})
