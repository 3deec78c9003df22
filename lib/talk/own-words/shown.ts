import { cache } from 'react'
import { reads } from '@/db/postgres/client'
import { findShownWords } from '@/db/talk/own-words'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type Named, namesIn } from '../comment-view'
import { type Paragraph, readWords } from '../words'

/** Words as they are shown, with what they name. */
export interface ShownWords {
  words: Paragraph[]
  named: Named
}

/** Mentions count for nothing here: nobody is told of what somebody says of themselves. */
export async function shown(text: string): Promise<ShownWords> {
  const words = readWords(text, [])
  return { words, named: await namesIn(words, []) }
}

/** What the account whose address ends in `segment` says of itself to everybody; null where it says nothing. */
export const loadPersonsWords = cache(async (segment: AddressText): Promise<ShownWords | null> => {
  const id = numberOfAddress(segment)
  if (id === null) return null
  recordDependency(tags.ownWords(id))
  const row = await findShownWords(reads(), id)
  return row && shown(row.words)
})
