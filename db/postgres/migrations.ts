import type postgres from 'postgres'
import journal from '@/drizzle/meta/_journal.json' with { type: 'json' }

/** A state of the schema, named by its last migration. */
export interface SchemaState {
  /** The migration's name, like `0004_open_doors`. */
  name: string
  /** When the migration was generated, in milliseconds since 1970, which identifies it. */
  at: number
}

const KNOWN: readonly SchemaState[] = journal.entries.map(({ tag, when }) => ({ name: tag, at: when }))

/** The state of the schema that this release works with. */
export const currentSchema: SchemaState = KNOWN[KNOWN.length - 1] ?? { name: '', at: 0 }

/** The database has had a migration that this release does not know. The message is a sentence that says what to do. */
export class NewerSchemaError extends Error {
  constructor() {
    super(
      `The database belongs to another release of Loreleaf than this one, which knows its schema up to ${currentSchema.name}. ` +
        'Nothing was changed: start the newer release again, or restore a backup made before the upgrade into an empty database.',
    )
  }
}

/** The state of this name and time, when this release knows it. */
export function knownSchema({ name, at }: SchemaState): SchemaState | undefined {
  return KNOWN.find((known) => known.at === at && known.name === name)
}

/** The state whose migration was generated at this time, when this release knows it. */
export const schemaAt = (at: number): SchemaState | undefined => KNOWN.find((known) => known.at === at)

/**
 * The state that a database's schema is in; nothing when it has had no migration. Throws `NewerSchemaError` when any
 * of its migrations is unknown to this release.
 */
export async function findSchema(
  client: postgres.Sql | postgres.TransactionSql,
): Promise<SchemaState | undefined> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as "isThere"`
  if (!table?.isThere) return undefined
  const applied = await client`select created_at as at from drizzle.__drizzle_migrations order by created_at`
  const states = applied.map(({ at }) => schemaAt(Number(at)))
  if (states.includes(undefined)) throw new NewerSchemaError()
  return states.at(-1)
}
