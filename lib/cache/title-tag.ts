import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/** How events of releases before this one named a title: by its words. */
const IN_WORDS = 'title:'

let known: { secret: string; key: Buffer } | undefined

/** A key of its own, made from `AUTH_SECRET`, so that nobody without it can try titles. */
function tagKey(): Buffer {
  const secret = env.authSecret
  if (known?.secret !== secret)
    known = { secret, key: createHmac('sha256', secret).update('loreleaf title tag').digest() }
  return known.key
}

/**
 * The tag of what a title's key leads to. It says no words: events stand in the database for a day and in every backup
 * made meanwhile, also when the title was erased. Replicas agree on it, since they share `AUTH_SECRET`.
 */
export function titleTag(key: string): string {
  return `address:${createHmac('sha256', tagKey()).update(key).digest('base64url').slice(0, 22)}`
}

/** The same tags as this release names them: one of the release before may still write while replicas are replaced. */
export function tagsOfToday(tags: readonly string[]): readonly string[] {
  if (!tags.some((tag) => tag.startsWith(IN_WORDS))) return tags
  return tags.map((tag) => (tag.startsWith(IN_WORDS) ? titleTag(tag.slice(IN_WORDS.length)) : tag))
}
