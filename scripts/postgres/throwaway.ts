import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { APPLICATION_ROLE, OWNER_ROLE, prepareDatabase, WORKER_ROLE } from '@/db/postgres/roles'
import { type Cluster, startCluster } from './cluster'

/** A temporary cluster. */
export interface Throwaway {
  cluster: Cluster
  /** Addresses of its roles, each without a database's name. */
  urls: Record<'admin' | 'owner' | 'application' | 'worker', string>
  /** Stops it and removes its data. */
  end: () => Promise<void>
}

const PASSWORD = 'throwaway'

/** Starts a temporary cluster with an empty database of this name. */
export async function startThrowaway(database: string): Promise<Throwaway> {
  const throwaway = await startIn(throwawayFolder())
  try {
    const passwords = { owner: PASSWORD, application: PASSWORD, worker: PASSWORD }
    await prepareDatabase(`${throwaway.urls.admin}/postgres`, database, passwords)
    return throwaway
  } catch (error) {
    await throwaway.end()
    throw error
  }
}

/** A new folder for the data of a temporary cluster. */
export function throwawayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-throwaway-'))
  // Started by root, the database runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o711)
  return folder
}

/** Starts the cluster of such a folder; creates it when there is none. */
export async function startIn(folder: string): Promise<Throwaway> {
  const cluster = await startCluster({ dataFolder: folder, password: PASSWORD, isThrowaway: true })
  const urlFor = (role: string) => `postgres://${role}:${PASSWORD}@127.0.0.1:${cluster.port}`
  return {
    cluster,
    urls: {
      admin: urlFor('postgres'),
      owner: urlFor(OWNER_ROLE),
      application: urlFor(APPLICATION_ROLE),
      worker: urlFor(WORKER_ROLE),
    },
    end: async () => {
      await cluster.stop()
      rmSync(cluster.place.folder, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
