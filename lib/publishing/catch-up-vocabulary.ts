import { findDerivation, noteDerivation } from '@/db/links/derivations'
import { transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { addWords, findTextsAfter, findWordsAfter, forgetUnused } from '@/db/search/vocabulary'
import { compoundsOf } from '@/lib/text/words'

/** Up to which place in the publish sequence words were gathered is noted under this name. */
const NAME = 'words of texts'

/** So many revisions, or words, are looked at in one transaction. */
const AT_ONCE = 500

/** Shorter words are like too many others, and longer ones are no words. */
const LENGTHS = { least: 4, most: 30 }

/**
 * Gathers the words of what was published since the last time: what a word with a slip may have been. Runs by the clock,
 * so that no edit waits for it. May be called again.
 */
export async function gatherWords(atOnce = AT_ONCE): Promise<void> {
  while (await gatherNext(atOnce)) {
    // Others write in between.
  }
}

async function gatherNext(atOnce: number): Promise<boolean> {
  return transaction(async (tx) => {
    await takeTurn(tx, NAME)
    const { throughId } = await findDerivation(tx, NAME)
    const { last, count, texts } = await findTextsAfter(tx, throughId, atOnce)
    const words = new Set(texts.flatMap(({ label, text }) => [...wordsIn(`${label} ${text}`)]))
    await addWords(tx, [...words].sort())
    if (count > 0) await noteDerivation(tx, { name: NAME, throughId: last, isDone: true })
    return count === atOnce
  })
}

/** The words of a text that may be written with a slip, folded. */
function* wordsIn(text: string): Generator<string> {
  for (const { parts } of compoundsOf(text))
    for (const { runs } of parts)
      for (const run of runs) {
        const { length } = run.text
        const isWord = run.letters === null && /^\p{L}+$/u.test(run.text)
        if (isWord && length >= LENGTHS.least && length <= LENGTHS.most) yield run.text
      }
}

/** Forgets words that no entry has any more, so that an erased text leaves none behind. May be called again. */
export async function forgetWords(atOnce = AT_ONCE): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after
    after = await transaction(async (tx) => {
      const words = await findWordsAfter(tx, from, atOnce)
      await forgetUnused(tx, words)
      return words.length === atOnce ? (words.at(-1) ?? null) : null
    })
  }
}
