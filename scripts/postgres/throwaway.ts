import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { APPLICATION_ROLE, OWNER_ROLE, prepareDatabase } from '@/db/roles'
import { startCluster } from './cluster'

/** A cluster of which nothing stays. */
export interface Throwaway {
  /** Addresses of its roles, each without a database's name. */
  urls: { admin: string; owner: string; application: string }
  /** Stops it and removes all that it had. */
  end: () => Promise<void>
}

/** Starts a throwaway cluster with an empty database of this name. */
export async function startThrowaway(database: string): Promise<Throwaway> {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-throwaway-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(folder, 0o711)
  const password = 'throwaway'
  const cluster = await startCluster({ dataFolder: folder, password, isThrowaway: true })
  const urlFor = (role: string) => `postgres://${role}:${password}@127.0.0.1:${cluster.port}`
  const urls = { admin: urlFor('postgres'), owner: urlFor(OWNER_ROLE), application: urlFor(APPLICATION_ROLE) }
  const end = async () => {
    await cluster.stop()
    rmSync(cluster.place.folder, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(`${urls.admin}/postgres`, database, { owner: password, application: password })
    return { urls, end }
  } catch (error) {
    await end()
    throw error
  }
}
