import { sql } from 'drizzle-orm'
import { auditRecord } from '@/db/audit/schema'
import type { Queryable } from '@/db/postgres/client'
import { hiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { decision } from '@/db/review/schema'
import { revision } from '@/db/revisions/schema'
import { submission, submissionRound } from '@/db/submissions/schema'

/** The outcomes of an account's submissions; of an amended one, the last decision. */
export type TrackRecord = {
  /** Entries on which at least one edit was accepted. */
  entries: number
  /** Accounts that accepted any of them. */
  reviewers: number
  /** Days from the first accepted edit to the latest. */
  days: number
  accepted: number
  declined: number
  /** Accepted edits that somebody else reverted. */
  reverted: number
}

/** How many of the latest submissions make up a track record. */
const MOST_SENT = 500

/** An account's track record, of its latest 500 submissions; all zeros where nothing was decided. */
export async function findTrackRecord(tx: Queryable, accountId: number): Promise<TrackRecord> {
  const [row] = await tx.execute<TrackRecord>(sql`
    with sent as (
      select s.id from ${submission} s where s.author_id = ${hiddenFromPlanner(accountId)} order by s.id desc limit ${MOST_SENT}
    ), decided as (
      select distinct on (s.id) s.id, d.verdict, d.by_id, d.at from sent s
        join ${submissionRound} o on o.submission_id = s.id join ${decision} d on d.round_id = o.id
        order by s.id, o.number desc
    ), accepted as (
      select r.id, r.entry_id from ${revision} r join decided d on d.id = r.submission_id where d.verdict = 'accept'
    )
    select
      (select count(distinct entry_id) from accepted)::int as entries,
      (select count(distinct by_id) from decided where verdict = 'accept')::int as reviewers,
      (select coalesce(extract(epoch from max(at) - min(at)) / 86400, 0) from decided where verdict = 'accept')::float as days,
      (select count(*) from decided where verdict = 'accept')::int as accepted,
      (select count(*) from decided where verdict = 'decline')::int as declined,
      (select count(distinct a.id) from accepted a join ${auditRecord} u
        on u.entry_id = a.entry_id and u.act = 'entry.revert' and (u.detail->>'revision')::bigint = a.id
        where u.actor_id <> ${accountId})::int as reverted`)
  return row ?? { entries: 0, reviewers: 0, days: 0, accepted: 0, declined: 0, reverted: 0 }
}
