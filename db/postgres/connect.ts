import postgres from 'postgres'

/**
 * Makes a client of at most ten connections. Where `DATABASE_DIRECT_URL` is set, other addresses may lead through a
 * pooler that gives each transaction another session (PgBouncer's transaction mode): a named prepared statement might
 * be missing there, so none is used.
 */
export function connect(url: string, also: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  return postgres(url, {
    max: 10,
    idle_timeout: 60,
    prepare: !process.env.DATABASE_DIRECT_URL,
    // While the database is down a statement fails soon, instead of waiting up to twenty seconds for the next try:
    // cached pages are shown only once a render has failed.
    backoff: () => 0.2,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'loreleaf' },
    ...also,
  })
}
