import type { Tx } from '@/db/postgres/client'
import { findAccountNames, findAccountsNamed } from '@/db/talk/comments'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'

/** So many people one comment mentions at most. */
export const MOST_MENTIONS = 10

const TYPED = /(?<![\p{L}\p{N}_@./<])@([\p{L}\p{N}][\p{L}\p{M}\p{N}_.’'-]{0,79})/gu
const ENDING = /[.’'-]+$/u

export interface WithMentions {
  words: string
  mentions: number[]
}

/**
 * A comment's words with accounts' ids in place of the names that it mentions (`@Tom_Renamed` for a name with a space),
 * so that they follow a rename. A name that nobody has stays as it is typed. Throws a `RefusalError` for too many.
 */
export async function withMentions(tx: Tx, typed: string): Promise<WithMentions> {
  // What is typed like an id is nobody's mention.
  const words = typed.replace(/@<(?=\d)/g, '@ <')
  const keyOf = (name: string) => nameKeyOf(name.replace(ENDING, ''))
  const keys = new Set([...words.matchAll(TYPED)].map(([, name = '']) => keyOf(name)))
  if (keys.size > MOST_MENTIONS) {
    const sentence = codes().talk.refused.tooManyMentions(keys.size, MOST_MENTIONS)
    throw new RefusalError(refuse('invalid', sentence, { words: sentence }))
  }
  const found = await findAccountsNamed(tx, [...keys], MOST_MENTIONS)
  const ids = new Map(found.map(({ id, nameKey }) => [nameKey, id]))
  const mentions = new Set<number>()
  const marked = words.replace(TYPED, (whole, name: string) => {
    const id = ids.get(keyOf(name))
    if (id === undefined) return whole
    mentions.add(id)
    return `@<${id}>${ENDING.exec(name)?.[0] ?? ''}`
  })
  return { words: marked, mentions: [...mentions] }
}

/** The words as their author typed them, with the names of today. */
export async function asTyped(tx: Parameters<typeof findAccountNames>[0], words: string, mentions: number[]) {
  const names = await findAccountNames(tx, mentions)
  return words.replace(/@<(\d{1,9})>/g, (whole, id: string) => {
    const name = names.get(Number(id))
    return name === undefined ? whole : `@${name.replaceAll(' ', '_')}`
  })
}
