import type { Tx } from '@/db/postgres/client'
import { findAccountNames, findAccountsNamed } from '@/db/talk/comments'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'

/** So many people one comment mentions at most. */
export const MOST_MENTIONS = 10

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}_.’'-]{0,79}`
/** So many words a name may have, as it is typed. */
const MOST_WORDS = 4
const TYPED = new RegExp(String.raw`(?<![\p{L}\p{N}_@./<])@(${WORD}(?: ${WORD}){0,${MOST_WORDS - 1}})`, 'gu')
const ENDING = /[.’'-]+$/u

export interface WithMentions {
  words: string
  mentions: number[]
}

/** What may be a name of what was typed after `@`, the longest first. */
const namesIn = (typed: string): string[] => {
  const words = typed.split(' ')
  return words.map((_, at) => words.slice(0, words.length - at).join(' '))
}
const keyOf = (name: string) => nameKeyOf(name.replace(ENDING, ''))

/**
 * A comment's words with accounts' ids in place of the names that it mentions (`@Tom Renamed` or `@Tom_Renamed`; of
 * several names the longest), so that they follow a rename. A name that nobody has stays as it is typed. Throws a
 * `RefusalError` for too many.
 */
export async function withMentions(tx: Tx, typed: string): Promise<WithMentions> {
  // What is typed like an id is nobody's mention.
  const words = typed.replace(/@<(?=\d)/g, '@ <')
  const all = [...words.matchAll(TYPED)].map(([, name = '']) => name)
  const found = await findAccountsNamed(tx, [...new Set(all.flatMap(namesIn).map(keyOf))])
  const ids = new Map(found.map(({ id, nameKey }) => [nameKey, id]))
  const namedIn = (name: string) => namesIn(name).find((one) => ids.has(keyOf(one)))
  const people = new Set(all.map((name) => keyOf(namedIn(name) ?? namesIn(name).at(-1) ?? '')))
  if (people.size > MOST_MENTIONS) {
    const sentence = codes().talk.refused.tooManyMentions(people.size, MOST_MENTIONS)
    throw new RefusalError(refuse('invalid', sentence, { words: sentence }))
  }
  const mentions = new Set<number>()
  const marked = words.replace(TYPED, (whole, name: string) => {
    const named = namedIn(name)
    const id = named === undefined ? undefined : ids.get(keyOf(named))
    if (named === undefined || id === undefined) return whole
    mentions.add(id)
    return `@<${id}>${ENDING.exec(named)?.[0] ?? ''}${name.slice(named.length)}`
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
