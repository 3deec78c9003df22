import type { Readable } from 'node:stream'
import type postgres from 'postgres'

/** A table as a backup holds it. Names and columns are quoted where SQL needs it. */
export interface BackupTable {
  name: string
  /** Without those that the database computes. */
  columns: string[]
  /** Columns that give its rows the same order in every database: the primary key, text by its bytes. */
  order: string[]
}

type Connection = postgres.Sql | postgres.TransactionSql

/**
 * The tables that a backup holds, by name: all but the unlogged ones, which may be lost, and the sizes of pictures, whose
 * bytes are made again. Throws when one has no primary key, since its rows would have no order.
 */
export async function findTables(client: Connection): Promise<BackupTable[]> {
  const tables = await client<BackupTable[]>`
    select quote_ident(c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      array(select quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
        from pg_index i
          cross join unnest(i.indkey) with ordinality as part (attnum, position)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
        where i.indrelid = c.oid and i.indisprimary order by part.position) as "order"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and c.relname <> 'object_size'
    order by c.relname collate "C"`
  const unordered = tables.find(({ order }) => order.length === 0)
  if (unordered) throw new Error(`the table ${unordered.name} has no primary key`)
  return [...tables]
}

/** A sequence and its value. */
export interface SequenceState {
  name: string
  /** A whole number, as text: it may be larger than a JavaScript number. */
  value: string
  /** Whether `value` has been used already. */
  isUsed: boolean
}

/** All sequences, by name. They are outside of transactions: read after the rows, none is behind the ids in them. */
export async function findSequences(client: Connection): Promise<SequenceState[]> {
  const names = await client<{ name: string }[]>`
    select quote_ident(sequencename) as name from pg_sequences where schemaname = 'public'
    order by sequencename collate "C"`
  const states: SequenceState[] = []
  for (const { name } of names) {
    const [state] = await client.unsafe(`select last_value::text as value, is_called from ${name}`)
    states.push({ name, value: state?.value, isUsed: state?.is_called })
  }
  return states
}

/** A table's rows in PostgreSQL's text format for COPY, one a line, in order: equal rows give equal bytes. */
export function copyOut(client: Connection, { name, columns, order }: BackupTable): AsyncIterable<Buffer> {
  const rows = `select ${columns.join(', ')} from ${name} order by ${order.join(', ')}`
  return stream(client.unsafe(`copy (${rows}) to stdout`).readable())
}

async function* stream(query: Promise<Readable>): AsyncGenerator<Buffer> {
  const readable = await query
  try {
    yield* readable
  } finally {
    // The driver pauses reading while the rows wait, and forgets to resume when these were the last.
    readable._read(0)
  }
}

/** Settings that make a row's text independent of the server's own. */
export const CANONICAL = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  IntervalStyle: 'iso_8601',
  extra_float_digits: '1',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
}
