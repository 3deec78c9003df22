import { connect } from './connect'
import { JOBS_SCHEMA } from './migrate-jobs'
import { currentSchema, findSchema } from './migrations'

/**
 * Whether the database has the schema of this release, the jobs included. Throws when it cannot be reached, and
 * `NewerSchemaError` when a newer release has migrated it.
 */
export async function isMadeReady(databaseUrl: string): Promise<boolean> {
  const client = connect(databaseUrl, { max: 1 })
  try {
    const schema = await findSchema(client)
    const [jobs] = await client`
      select exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = ${JOBS_SCHEMA} and p.proname = 'counts' and has_function_privilege(p.oid, 'execute')) as "areThere"`
    return schema?.at === currentSchema.at && jobs?.areThere === true
  } finally {
    await client.end({ timeout: 5 })
  }
}
