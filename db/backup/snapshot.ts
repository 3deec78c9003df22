import postgres from 'postgres'
import { MIGRATION_LOCK } from '../postgres/migrate'
import { findSchema, type SchemaState } from '../postgres/migrations'
import { findNamedObjects, type NamedObject } from './objects'
import { type BackupTable, CANONICAL, copyOut, findSequences, findTables, type SequenceState } from './tables'

/** One consistent state of a database, to be read in any order. */
export interface Snapshot {
  schema: SchemaState
  /** The wiki's name; empty when it has none. */
  wiki: string
  tables: BackupTable[]
  /** A table's rows, one a line, as `copyOut` gives them. */
  rows: (table: BackupTable) => AsyncIterable<Buffer>
  /** Call this after the rows have been read. */
  sequences: () => Promise<SequenceState[]>
  /** The objects whose bytes are in the store. Call this last. */
  objects: () => AsyncIterable<NamedObject>
}

/** Thrown where there is no wiki to read. */
export class NoWikiError extends Error {
  constructor() {
    super('The database holds no wiki: nothing was backed up.')
  }
}

/**
 * Reads one consistent state of a database while others go on writing; the schema is locked meanwhile. Connects as the
 * role of `url`, which must be able to read every table. Throws `NoWikiError`, or `NewerSchemaError` when the schema is
 * unknown.
 */
export async function readSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { ...CANONICAL, application_name: 'loreleaf backup', statement_timeout: 0 },
  })
  try {
    // Before the snapshot is taken, so that the schema cannot change.
    await client`select pg_advisory_lock_shared(${MIGRATION_LOCK})`
    const schema = await findSchema(client)
    if (!schema) throw new NoWikiError()
    return (await client.begin('isolation level repeatable read read only', async (tx) => {
      const tables = await findTables(tx)
      const [name] = await tx`select value from setting where key = 'name'`
      return work({
        schema,
        wiki: typeof name?.value === 'string' ? name.value : '',
        tables,
        rows: (table) => copyOut(tx, table),
        sequences: () => findSequences(tx),
        objects: () => findNamedObjects(tx),
      })
    })) as T
  } finally {
    await client.end({ timeout: 5 })
  }
}
