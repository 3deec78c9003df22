import {
  type AddressRow,
  findAddresses,
  findAddressesOf,
  findPassageRows,
  type PassageRow,
} from '@/db/captures/captured'
import type { Queryable } from '@/db/postgres/client'
import type { ReadScope } from '@/lib/policy/policy'
import { pageKey, quoteKey } from './keys'
import { linkToTime, linkToWords } from './link-to'

/** Quoted words, by the source; of one that is not published yet, by its address. */
export interface Quoted {
  source: number
  quote: string | null
  url?: string | null
  /** A time in a recording, like `12:34`. */
  locator?: string | null
}

/** What is known of quoted words: they stand on the page, they do not, or nobody has looked, or could. */
export type Passage =
  | { state: 'found'; before: string; words: string; after: string; link: string; at: Date }
  | { state: 'missing'; link: string; at: Date }
  | { state: 'unread'; why: Unread; link: string | null }

/** Why: nothing is quoted; no address; not yet; spoken and not written; or as `lib/outside/outcome.ts` says. */
export type Unread = 'no-words' | 'no-address' | 'not-yet' | 'spoken' | (string & {})

/**
 * What is known of each of these quotations, in their order, for somebody who may read them; a source that `within` hides
 * has no address.
 */
export async function findPassages(
  db: Queryable,
  within: ReadScope,
  quoted: readonly Quoted[],
): Promise<Passage[]> {
  const asked = quoted.filter((one) => one.quote)
  const sourceIds = [...new Set(asked.flatMap((one) => (one.url ? [] : one.source)))]
  const keys = [...new Set(asked.flatMap((one) => (one.url ? pageKey(one.url) : [])))]
  const quotes = [...new Set(asked.map((one) => quoteKey(one.quote ?? '')))]
  const [ofSources, ofKeys, rows] = await Promise.all([
    findAddressesOf(db, within, sourceIds),
    findAddresses(db, keys),
    findPassageRows(db, { sourceIds, keys }, quotes),
  ])
  const bySource = new Map(ofSources.map((one) => [one.sourceId, one]))
  const byKey = new Map(ofKeys.map((one) => [one.key, one]))
  const passages = new Map(rows.map((row) => [`${row.key} ${row.quoteKey}`, row]))
  return quoted.map((one) => {
    if (!one.quote) return { state: 'unread', why: 'no-words', link: null }
    const address = one.url ? byKey.get(pageKey(one.url)) : bySource.get(one.source)
    if (!address) return { state: 'unread', why: 'no-address', link: null }
    return passageOf(one, address, passages.get(`${address.key} ${quoteKey(one.quote)}`))
  })
}

function passageOf({ locator }: Quoted, address: AddressRow, row: PassageRow | undefined): Passage {
  const timed = linkToTime(address.url, locator ?? null)
  if (!row?.lookedAt) return { state: 'unread', why: address.why ?? 'not-yet', link: timed }
  const { state, before, words, after, lookedAt: at } = row
  if (state === 'spoken') return { state: 'unread', why: 'spoken', link: timed }
  if (state === 'missing') return { state, link: timed, at }
  const isTimed = timed !== address.url || words === ''
  return { state: 'found', before, words, after, link: isTimed ? timed : linkToWords(address.url, words), at }
}
