import { type SQL, sql } from 'drizzle-orm'
import { entry, factFacet } from '@/db/entries/schema'
import { factCheck } from '@/db/facts/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'
import { revision } from '@/db/revisions/schema'
import { factStanding, type Standing } from '@/db/standings/schema'
import { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import type { ReadScope } from '@/db/visibility/read-scope'
import { existingHeads, shownHeads } from '@/db/visibility/shown-heads'
import { taskAside } from './schema'

/** So many entries are looked at, from a place on that each account has for itself. */
export const LOOKED_AT = 200

/** Who is asked, where in the list they begin (0-1), and how many tasks are wanted. */
export interface Asked {
  accountId: number
  share: number
  most: number
}

export interface Candidate extends Record<string, unknown> {
  id: number
  number: number
}

/** What this account has not put aside, and neither written nor an open edit of. */
const isForThem = (kind: string, { accountId }: Asked) => sql`
  not exists (select from ${taskAside} aside where aside.account_id = ${accountId} and aside.kind = ${kind}
    and aside.subject = ${entry.id}::text and aside.until > now())
  and not exists (select from ${revision} own where own.entry_id = ${entry.id} and own.author_id = ${accountId})
  and not exists (select from ${submissionItem} i join ${submissionRound} r on r.id = i.round_id
    join ${submission} s on s.id = r.submission_id
    where i.entry_id = ${entry.id} and s.state in ('waiting', 'changes_requested'))`

const isPublicFact = sql`not ${factFacet.isPrivateLife} and not ${isUnsourcedPrivateLife}`

const chosen = (db: Queryable, listed: SQL, where: SQL, most: number) =>
  db.execute<Candidate>(sql`
    with listed as materialized (${listed})
    select ${entry.id}::int as id, ${entry.number}::int as number
    from listed join ${entry} on ${entry.id} = listed.id join ${revision} on ${revision.id} = ${entry.headId}
      join ${factFacet} on ${factFacet.entryId} = ${entry.id}
      left join ${factStanding} on ${factStanding.entryId} = ${entry.id}
    where ${where} order by listed.place limit ${most}`)

/** Facts of a standing from a place on, by their last change; from the beginning where there are not enough. */
function ofStanding(standing: Standing, share: number): SQL {
  const all = sql`from ${factStanding} s where s.standing = ${standing}`
  const end = (way: 'asc' | 'desc') =>
    sql`(select s.sequence ${all} order by s.sequence ${sql.raw(way)} limit 1)`
  const from = sql`(select ${end('asc')} + floor(${share}::float8 * (1 + ${end('desc')} - ${end('asc')}))::bigint)`
  return sql`select id, row_number() over (order by turn, sequence, id) as place from (
    (select s.entry_id as id, s.sequence, 1 as turn ${all} and s.sequence >= ${from}
      order by s.sequence, s.entry_id limit ${LOOKED_AT})
    union all
    (select s.entry_id, s.sequence, 2 ${all} and s.sequence < ${from}
      order by s.sequence, s.entry_id limit ${LOOKED_AT})) near`
}

/** Facts of a standing whose sources this account has not compared, and few others. */
export function findUnchecked(
  db: Queryable,
  within: ReadScope,
  asked: Asked & { standing: Standing; mostChecks: number },
): Promise<Candidate[]> {
  const checks = sql`select from ${factCheck} c where c.fact_id = ${entry.id} and c.voided_at is null`
  return chosen(
    db,
    ofStanding(asked.standing, asked.share),
    sql`${shownHeads(db, within) ?? sql`true`} and ${isPublicFact} and ${isForThem('check', asked)}
      and not exists (${checks} and c.account_id = ${asked.accountId})
      and (select count(*) from (${checks} limit ${asked.mostChecks}) counted) < ${asked.mostChecks}`,
    asked.most,
  )
}

/** Facts that are only reported. */
export const findReported = (db: Queryable, within: ReadScope, asked: Asked): Promise<Candidate[]> =>
  chosen(
    db,
    ofStanding('reported', asked.share),
    sql`${shownHeads(db, within) ?? sql`true`} and ${isPublicFact} and ${entry.protection} = 'open'
      and ${isForThem('origin', asked)}`,
    asked.most,
  )

/** Facts that give away plot, nobody knows how far: their words are closed to the scope. */
export const findUnplaced = (db: Queryable, within: ReadScope, asked: Asked): Promise<Candidate[]> =>
  chosen(
    db,
    sql`select e.id, row_number() over (order by e.id) as place from ${entry} e
      where e.gate_page_id is null and e.gate_kind <> 'none' and e.kind = 'fact' order by e.id limit ${LOOKED_AT}`,
    sql`${existingHeads(db, within) ?? sql`true`} and ${isPublicFact} and ${entry.protection} = 'open'
      and ${isForThem('place', asked)}`,
    asked.most,
  )

/** So many facts about each page are looked at. */
const OF_A_PAGE = 20

/** Facts about pages, page by page, of each from a place on; from the beginning where there are not enough. */
function about(pageIds: readonly number[], share: number): SQL {
  const all = sql`from ${link} l where l.to_id = page.id and l.kind = 'about' and l.until is null`
  const end = (way: 'asc' | 'desc') =>
    sql`(select l.from_id ${all} order by l.from_id ${sql.raw(way)} limit 1)`
  const from = sql`(select ${end('asc')} + floor(${share}::float8 * (1 + ${end('desc')} - ${end('asc')}))::bigint)`
  return sql`select near.id, min(page.place * ${2 * OF_A_PAGE} + near.place) as place
    from unnest(${idList(pageIds)}::bigint[]) with ordinality as page (id, place)
    cross join lateral (select id, row_number() over (order by turn, id) as place from (
      (select l.from_id as id, 1 as turn ${all} and l.from_id >= ${from} order by l.from_id limit ${OF_A_PAGE})
      union all
      (select l.from_id, 2 ${all} and l.from_id < ${from} order by l.from_id limit ${OF_A_PAGE})) walked) near
    group by near.id`
}

/** Facts about works, or parts of them, that are open to everybody. */
export const findUngated = (
  db: Queryable,
  within: ReadScope,
  asked: Asked & { pageIds: readonly number[] },
): Promise<Candidate[]> =>
  chosen(
    db,
    about(asked.pageIds, asked.share),
    sql`${shownHeads(db, within) ?? sql`true`} and ${isPublicFact} and ${entry.protection} = 'open'
      and ${entry.gateKind} = 'none' and ${isForThem('place', asked)}`,
    asked.most,
  )

/** A picture of which so few characters are said shows next to nothing to who cannot see it. Written into the index `entry_brief_file`. */
const FEW_WORDS = sql.raw('25')

/** Pictures of which next to nothing is said. */
export const findUndescribed = (db: Queryable, within: ReadScope, asked: Asked): Promise<Candidate[]> =>
  db.execute<Candidate>(sql`
    with listed as materialized (
      select e.id, e.number from ${entry} e where e.kind = 'file' and e.deleted_at is null
        and char_length(e.label) < ${FEW_WORDS} order by e.number desc limit ${LOOKED_AT})
    select ${entry.id}::int as id, ${entry.number}::int as number
    from listed join ${entry} on ${entry.id} = listed.id join ${revision} on ${revision.id} = ${entry.headId}
    where ${shownHeads(db, within) ?? sql`true`} and ${entry.protection} = 'open' and ${isForThem('picture', asked)}
    order by md5(${asked.accountId}::text || ' ' || ${entry.id}::text) limit ${asked.most}`)
