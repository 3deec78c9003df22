import { type Standby, startStandby } from './standby'
import { startThrowaway, type Throwaway } from './throwaway'

/** A temporary cluster with a standby, and the environment of a wiki on them. */
export interface Replicated {
  primary: Throwaway
  standby: Standby
  env: Record<`DATABASE_${'' | 'MIGRATION_' | 'WORKER_' | 'REPLICA_'}URL`, string>
  /** Stops both and removes their data. */
  end: () => Promise<void>
}

/** Starts them with an empty database of this name. */
export async function startReplicated(database: string): Promise<Replicated> {
  const primary = await startThrowaway(database)
  try {
    const standby = await startStandby(primary)
    const env = {
      DATABASE_URL: `${primary.urls.application}/${database}`,
      DATABASE_MIGRATION_URL: `${primary.urls.owner}/${database}`,
      DATABASE_WORKER_URL: `${primary.urls.worker}/${database}`,
      DATABASE_REPLICA_URL: `${standby.urls.application}/${database}`,
    }
    const end = async () => {
      await standby.end()
      await primary.end()
    }
    return { primary, standby, env, end }
  } catch (error) {
    await primary.end()
    throw error
  }
}
