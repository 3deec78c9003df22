import type postgres from 'postgres'

/** What one table takes, all in bytes. */
export interface Measured {
  table: string
  rows: number
  /** The rows themselves with what is kept beside them, and the indexes. */
  heap: number
  indexes: number
}

/** What the tables take that hold anything, the largest first. */
export async function measure(client: postgres.Sql): Promise<Measured[]> {
  const rows = await client<Measured[]>`
    select c.relname as table, c.reltuples::float8 as rows,
      pg_table_size(c.oid)::float8 as heap, pg_indexes_size(c.oid)::float8 as indexes
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples > 0
    order by pg_total_relation_size(c.oid) desc`
  return [...rows]
}

/** What one more of each kind takes, in bytes, indexes included: what tables share is divided by what their rows weigh. */
export interface Costs {
  page: number
  fact: number
  source: number
  /** One more revision of each. */
  revision: { page: number; fact: number; source: number }
}

/** Weighs a sample of the shared tables. */
export async function weigh(client: postgres.Sql): Promise<Costs> {
  const perRow = new Map(
    (await measure(client)).map((one) => [one.table, (one.heap + one.indexes) / one.rows]),
  )
  const shared = await client<{ table: string; kind: 'page' | 'fact' | 'source'; share: number }[]>`
    with sampled as (
      select 'search_row' as "table", s.kind::text, pg_column_size(s.*) as bytes from search_row s tablesample bernoulli (5)
      union all
      select 'revision_content', e.kind::text, pg_column_size(c.*) from revision_content c tablesample bernoulli (5)
        join revision r on r.id = c.revision_id join entry e on e.id = r.entry_id
    ), total as (select "table", avg(bytes) as mean from sampled group by 1)
    select s."table", s.kind, (avg(s.bytes) / min(t.mean))::float8 as share
      from sampled s join total t on t."table" = s."table" group by 1, 2`
  const links = await client<{ kind: 'page' | 'fact' | 'source'; count: number }[]>`
    select e.kind::text, (count(*)::float8 / count(distinct e.id)) as count from entry e tablesample bernoulli (5)
      join link l on l.from_id = e.id group by 1`
  const cost = (table: string) => perRow.get(table) ?? 0
  const of = (table: string, kind: string) =>
    cost(table) * (shared.find((one) => one.table === table && one.kind === kind)?.share ?? 0)
  const common = (kind: string) =>
    cost('entry') +
    of('search_row', kind) +
    cost('link') * (links.find((one) => one.kind === kind)?.count ?? 0)
  const revision = (kind: string) => Math.round(cost('revision') + of('revision_content', kind))
  return {
    page: Math.round(common('page') + cost('title') + cost('page_facet')),
    fact: Math.round(common('fact') + cost('fact_facet') + cost('fact_standing')),
    source: Math.round(common('source')),
    revision: { page: revision('page'), fact: revision('fact'), source: revision('source') },
  }
}
