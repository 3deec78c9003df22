import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/** How earlier releases named a title in events: in plain text. */
const IN_WORDS = 'title:'

let known: { secret: string; key: Buffer } | undefined

/** A key of its own, derived from `AUTH_SECRET`, so that nobody without it can guess titles. */
function tagKey(): Buffer {
  const secret = env.authSecret
  if (known?.secret !== secret)
    known = { secret, key: createHmac('sha256', secret).update('loreleaf title tag').digest() }
  return known.key
}

/**
 * The tag of a title's key. It contains no text: events are in the database for a day and in every backup made
 * meanwhile, also when the title was erased. Replicas agree on it, since they share `AUTH_SECRET`.
 */
export function titleTag(key: string): string {
  return `address:${createHmac('sha256', tagKey()).update(key).digest('base64url').slice(0, 22)}`
}

/** The same tags under this release's names: an earlier release may still write while replicas are replaced. */
export function tagsOfToday(tags: readonly string[]): readonly string[] {
  if (!tags.some((tag) => tag.startsWith(IN_WORDS))) return tags
  return tags.map((tag) => (tag.startsWith(IN_WORDS) ? titleTag(tag.slice(IN_WORDS.length)) : tag))
}
