import postgres from 'postgres'
import {
  grantWithin,
  MIGRATION_LOCK,
  type MigrateOptions,
  makeSchemaWithin,
  migrateWithin,
} from '../postgres/migrate'
import type { SchemaState } from '../postgres/migrations'
import { copyIn } from './copy-in'
import { dropIndexes, restoreIndexes } from './indexes'
import { findNamedObjects, forgetObjects, type NamedObject } from './objects'
import { dropReferences, restoreReferences } from './references'
import { type BackupTable, CANONICAL, copyOut, findTables, type SequenceState } from './tables'

/** A database that is being filled, in a transaction that has not been committed yet. */
export interface Target {
  /** The tables of the schema, at the requested state. */
  tables: BackupTable[]
  /** Writes rows in PostgreSQL's text format for COPY into a table. */
  fill: (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<void>
  /** A table's current rows. */
  rows: (table: BackupTable) => AsyncIterable<Buffer>
  setSequences: (states: SequenceState[]) => Promise<void>
  /** The objects that its rows name; nothing else may be asked meanwhile. */
  objects: () => AsyncIterable<NamedObject>
  /** Removes the rows of objects that were erased since, and records that. */
  forgetObjects: (sha256s: readonly string[]) => Promise<void>
}

/** Building indexes of all rows at once takes memory; nobody else uses this database. */
const UNHURRIED = { statement_timeout: 0, maintenance_work_mem: '256MB' }

/** Thrown before anything was changed. */
export class NotEmptyError extends Error {
  constructor() {
    super(
      'The database is not empty: a backup is only restored into an empty one, and nothing was changed. ' +
        'For the embedded database, set LORELEAF_DATA to a new folder; for one of your own, make a new database.',
    )
  }
}

/**
 * Fills an empty database in one transaction: creates the schema in the state `schema`, drops foreign keys and indexes
 * while `work` fills it, restores and checks them, and brings the schema up to date. Any error leaves the database
 * empty. Throws `NotEmptyError`.
 */
export async function fillEmptyDatabase(
  { migrationUrl, applicationUrl, folder }: MigrateOptions,
  schema: SchemaState,
  work: (target: Target) => Promise<void>,
): Promise<void> {
  const client = postgres(migrationUrl, {
    max: 1,
    onnotice: () => {},
    connection: { ...CANONICAL, application_name: 'loreleaf restore', ...UNHURRIED },
  })
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await client.begin(async (tx) => {
      if (!(await isEmpty(tx))) throw new NotEmptyError()
      await makeSchemaWithin(tx, folder, schema)
      const references = await dropReferences(tx)
      const indexes = await dropIndexes(tx)
      await work({
        tables: await findTables(tx),
        fill: (table, rows) => copyIn(tx, table, rows),
        rows: (table) => copyOut(tx, table),
        objects: () => findNamedObjects(tx),
        forgetObjects: (sha256s) => forgetObjects(tx, sha256s),
        setSequences: async (states) => {
          for (const { name, value, isUsed } of states) {
            await tx`select setval(${name}::regclass, ${value}::bigint, ${isUsed})`
          }
        },
      })
      await restoreIndexes(tx, indexes)
      await restoreReferences(tx, references)
      await migrateWithin(tx, folder)
      await grantWithin(tx, migrationUrl, applicationUrl)
    })
    await client`analyze`
  } finally {
    await client.end({ timeout: 1 })
  }
}

async function isEmpty(tx: postgres.TransactionSql): Promise<boolean> {
  const [found] = await tx`
    select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'p', 'S', 'v', 'm')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as "something"`
  return !found?.something
}
