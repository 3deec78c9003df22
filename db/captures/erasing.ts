import { sql } from 'drizzle-orm'
import { link } from '@/db/links/schema'
import type { Tx } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { submissionItem, submissionRound } from '@/db/submissions/schema'
import { forgetOldAddresses } from './looking'
import { capturedPassage, passageUse, sourceAddress } from './schema'

/**
 * Erases what was captured for an entry and the submissions that concern it. Where others quote the same words, only what
 * stands around them goes, for good. Of a source its address goes, with all that was captured there.
 */
export async function eraseCaptures(tx: Tx, entryId: number): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from ${passageUse} where entry_id = ${entryId} or submission_id in (${submissionsTouching(entryId)})
      returning id, key, quote_key),
    shared as (
      select g.key, g.quote_key, exists (select from ${passageUse} u where u.key = g.key
        and u.quote_key = g.quote_key and u.id not in (select id from gone)) as is_shared
      from gone g),
    emptied as (
      update ${capturedPassage} p set before = '', words = '', after = '', is_bare = true
      from (select distinct key, quote_key from shared where is_shared) s
      where p.key = s.key and p.quote_key = s.quote_key)
    delete from ${capturedPassage} p using (select distinct key, quote_key from shared where not is_shared) s
    where p.key = s.key and p.quote_key = s.quote_key`)
  await tx.execute(sql`delete from ${sourceAddress} where source_id = ${entryId}`)
  await forgetOldAddresses(tx)
}

/**
 * Erases these words from all that was captured where an entry cites, or ever cited, something, or is cited itself: what
 * stands around the quoted words that say them goes for good. Must come before the entry's own captures are erased.
 */
export async function eraseCapturedWords(tx: Tx, entryId: number, words: string): Promise<void> {
  await tx.execute(sql`
    update ${capturedPassage} p set before = '', words = '', after = '', is_bare = true
    where p.key in (
      select s.key from ${sourceAddress} s where s.source_id = ${entryId} or s.source_id in (
        select l.to_id from ${link} l where l.from_id = ${entryId} and l.kind = 'cites')
      union select u.key from ${passageUse} u
        where u.entry_id = ${entryId} or u.submission_id in (${submissionsTouching(entryId)}))
      and says(p.before || ' ' || p.words || ' ' || p.after, ${words})`)
}

const submissionsTouching = (entryId: number) => sql`
  select o.submission_id from ${submissionItem} i join ${submissionRound} o on o.id = i.round_id
    where i.entry_id = ${entryId}
  union select r.submission_id from ${revision} r where r.entry_id = ${entryId} and r.submission_id is not null`
