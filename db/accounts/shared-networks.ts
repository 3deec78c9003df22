import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { account, networkTrace } from '@/db/accounts/schema'
import type { Queryable } from '@/db/postgres/client'

/** How many traces of an account are looked at, how many of its networks, and how many traces of each. */
const TRACES = 2_000
const NETWORKS = 50
const TRACES_OF_ONE = 2_000

/** How many networks an account wrote from, as far as its traces are kept and looked at. */
export async function countNetworks(db: Queryable, accountId: number): Promise<number> {
  const latest = latestTraces(db, accountId)
  const [row] = await db
    .select({ many: sql<number>`count(distinct ${latest.networkHash})::int` })
    .from(latest)
  return row?.many ?? 0
}

export interface SharedNetwork {
  id: number
  name: string
  createdAt: Date
  isBlocked: boolean
  /** How many networks both wrote from, and when the other did last. */
  networks: number
  lastAt: Date
}

/** The accounts that wrote from the same networks as this one, most in common first, at most `most`. */
export async function findSharedNetworks(
  db: Queryable,
  accountId: number,
  most: number,
): Promise<SharedNetwork[]> {
  const latest = latestTraces(db, accountId)
  const own = db.selectDistinct({ networkHash: latest.networkHash }).from(latest).limit(NETWORKS).as('own')
  const others = db
    .select({ accountId: networkTrace.accountId, at: networkTrace.at })
    .from(networkTrace)
    .where(and(eq(networkTrace.networkHash, own.networkHash), ne(networkTrace.accountId, accountId)))
    .limit(TRACES_OF_ONE)
    .as('others')
  const networks = sql<number>`count(distinct ${own.networkHash})::int`
  const lastAt = sql<Date>`max(${others.at})`.mapWith(networkTrace.at)
  return db
    .select({
      id: account.id,
      name: account.name,
      createdAt: account.createdAt,
      isBlocked: sql<boolean>`exists (select from block b where b.account_id = ${account.id}
        and b.lifted_at is null and coalesce(b.expires_at > now(), true))`,
      networks,
      lastAt,
    })
    .from(own)
    .innerJoinLateral(others, sql`true`)
    .innerJoin(account, eq(account.id, others.accountId))
    .groupBy(account.id)
    .orderBy(desc(networks), desc(lastAt), desc(account.id))
    .limit(most)
}

const latestTraces = (db: Queryable, accountId: number) =>
  db
    .select({ networkHash: networkTrace.networkHash })
    .from(networkTrace)
    .where(eq(networkTrace.accountId, accountId))
    .orderBy(desc(networkTrace.id))
    .limit(TRACES)
    .as('latest')
