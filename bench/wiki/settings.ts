/** Settings that a wiki of the bench must not inherit from the environment, nor from the wiki before it. */
const OF_OTHERS = [
  ...['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_MIGRATION_URL', 'DATABASE_REPLICA_URL'],
  'DATABASE_WORKER_URL',
  ...['AUTH_SECRET', 'LORELEAF_ORIGIN', 'LORELEAF_DATA'],
]

/** No process started from here on inherits them. */
export function forgetSettings(): void {
  for (const name of OF_OTHERS) delete process.env[name]
  // Nothing outside is looked at while something is measured.
  process.env.LORELEAF_OUTSIDE = 'off'
}
