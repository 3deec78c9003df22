import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { capturedPassage, citedAddress, sourceAddress } from './schema'

const ofAddress = {
  url: citedAddress.url,
  state: citedAddress.state,
  lookedAt: citedAddress.lookedAt,
  why: citedAddress.why,
  archiveUrl: citedAddress.archiveUrl,
}

/** What is known of an address. */
export interface AddressRow {
  url: string
  state: (typeof citedAddress.$inferSelect)['state']
  lookedAt: Date | null
  why: string | null
  archiveUrl: string | null
}

/** A passage that was looked for, or is to be. */
export interface PassageRow {
  key: string
  quoteKey: string
  state: (typeof capturedPassage.$inferSelect)['state']
  before: string
  words: string
  after: string
  lookedAt: Date | null
}

/** The addresses of sources that the scope shows, by the source. */
export async function findAddressesOf(
  db: Queryable,
  within: ReadScope,
  sourceIds: number[],
): Promise<(AddressRow & { sourceId: number; key: string })[]> {
  if (sourceIds.length === 0) return []
  return db
    .select({ sourceId: sourceAddress.sourceId, key: citedAddress.key, ...ofAddress })
    .from(sourceAddress)
    .innerJoin(entry, eq(entry.id, sourceAddress.sourceId))
    .innerJoin(citedAddress, eq(citedAddress.key, sourceAddress.key))
    .where(and(inArray(sourceAddress.sourceId, sourceIds), shownEntries(within)))
}

/** What is known of addresses by their keys: for sources that wait, whose addresses whoever asks has before them. */
export async function findAddresses(
  db: Queryable,
  keys: string[],
): Promise<(AddressRow & { key: string })[]> {
  if (keys.length === 0) return []
  return db
    .select({ key: citedAddress.key, ...ofAddress })
    .from(citedAddress)
    .where(inArray(citedAddress.key, keys))
}

/**
 * The passages of these addresses and of those of sources, whichever of these words they have; for who may read where the
 * words are quoted.
 */
export async function findPassageRows(
  db: Queryable,
  { sourceIds, keys }: { sourceIds: number[]; keys: string[] },
  quoteKeys: string[],
): Promise<PassageRow[]> {
  if (quoteKeys.length === 0) return []
  const ofSources = db
    .select({ key: sourceAddress.key })
    .from(sourceAddress)
    .where(inArray(sourceAddress.sourceId, sourceIds))
  const { key, quoteKey, state, before, words, after, lookedAt } = capturedPassage
  return db
    .select({ key, quoteKey, state, before, words, after, lookedAt })
    .from(capturedPassage)
    .where(and(or(inArray(key, keys), inArray(key, ofSources)), inArray(quoteKey, quoteKeys)))
}

/** A source whose address is dead, with since when, and the copy that an archive offers. */
export interface DeadSource {
  sourceId: number
  number: number
  label: string
  url: string
  since: Date | null
  archiveUrl: string | null
}

/** The sources whose addresses are dead, where the scope may read, in the order of their ids, beyond the id `after`. */
export async function findDeadSources(
  db: Queryable,
  within: ReadScope,
  after: number,
  most: number,
): Promise<DeadSource[]> {
  return db
    .select({
      sourceId: sourceAddress.sourceId,
      number: sql<number>`${entry.number}`,
      label: entry.label,
      url: citedAddress.url,
      since: citedAddress.failingSince,
      archiveUrl: citedAddress.archiveUrl,
    })
    .from(citedAddress)
    .innerJoin(sourceAddress, eq(sourceAddress.key, citedAddress.key))
    .innerJoin(entry, eq(entry.id, sourceAddress.sourceId))
    .where(and(eq(citedAddress.state, 'dead'), gt(sourceAddress.sourceId, after), shownEntries(within)))
    .orderBy(asc(sourceAddress.sourceId))
    .limit(most)
}
