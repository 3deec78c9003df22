import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revisionContent } from '@/db/revisions/schema'
import { ofSources } from '@/db/sources/sources'
import { capturedPassage, citedAddress, passageUse, sourceAddress } from './schema'

/** A published source's address; null where it has none any more. */
export interface SourceAddress {
  sourceId: number
  key: string
  url: string
}

/** Quoted words that are to be looked for: where a published source is, or at the address of one that is not. */
export interface WantedPassage {
  source: { id: number } | { key: string; url: string }
  quote: string
  quoteKey: string
  by: { entryId: number } | { submissionId: number }
}

/**
 * Writes which address sources have, and which words are to be looked for there, with who quotes them; where a passage is
 * new, its address is looked at soon, another new one some time within `days`. Sources without an address are left out. One statement, sent when it is called.
 */
export async function insertWanted(
  tx: Tx,
  sources: SourceAddress[],
  passages: WantedPassage[],
  days = 0,
): Promise<void> {
  const given = JSON.stringify(sources.map(({ sourceId, key, url }) => ({ source_id: sourceId, key, url })))
  const wanted = JSON.stringify(
    passages.map(({ source, quote, quoteKey, by }) => ({
      ...source,
      quote,
      quote_key: quoteKey,
      ...('entryId' in by ? { entry_id: by.entryId } : { submission_id: by.submissionId }),
    })),
  )
  await tx.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${given}::text::jsonb) as g (source_id bigint, key text, url text)),
    asked as (
      select distinct coalesce(a.key, s.key) as key, a.url, a.quote, a.quote_key, a.entry_id, a.submission_id
      from jsonb_to_recordset(${wanted}::text::jsonb)
        as a (id bigint, key text, url text, quote text, quote_key text, entry_id bigint, submission_id bigint)
      left join ${sourceAddress} s on s.source_id = a.id where coalesce(a.key, s.key) is not null),
    addresses as (
      insert into ${citedAddress} (key, url, is_urgent, due_at)
      select distinct on (key) key, url, exists (select from asked q where q.key = named.key),
        now() + random() * make_interval(days => ${days}::int)
      from (select key, url from given union all select key, url from asked where url is not null) named
      order by key
      on conflict (key) do nothing),
    placed as (
      insert into ${sourceAddress} (source_id, key) select source_id, key from given
      on conflict (source_id) do update set key = excluded.key),
    fresh as (
      insert into ${capturedPassage} (key, quote_key, quote)
      select distinct on (key, quote_key) key, quote_key, quote from asked order by key, quote_key
      on conflict (key, quote_key) do nothing returning key),
    used as (
      insert into ${passageUse} (key, quote_key, entry_id, submission_id)
      select distinct key, quote_key, entry_id, submission_id from asked on conflict do nothing)
    update ${citedAddress} c set is_urgent = true, due_at = least(c.due_at, now())
    from (select key from ${citedAddress} where key in (select key from fresh) order by key for update) known
    where c.key = known.key`)
}

/**
 * Published sources, deleted ones left out, whose address is not written down, such as those of an earlier release, in the
 * order of their ids, beyond the id `after`.
 */
export async function findUnwrittenSources(
  db: Queryable,
  after: number,
  most: number,
): Promise<{ id: number; url: string }[]> {
  const url = sql<string>`${revisionContent.content} ->> 'url'`
  return db
    .select({ id: entry.id, url })
    .from(entry)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, entry.headId))
    .leftJoin(sourceAddress, eq(sourceAddress.sourceId, entry.id))
    .where(
      and(
        ofSources,
        gt(entry.id, after),
        isNull(entry.deletedAt),
        isNull(sourceAddress.sourceId),
        sql`${url} <> ''`,
      ),
    )
    .orderBy(asc(entry.id))
    .limit(most)
}
