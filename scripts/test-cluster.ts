import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '@/db/migrate'
import { APPLICATION_ROLE, OWNER_ROLE, prepareDatabase } from '@/db/roles'
import { TEMPLATE, type TestCluster } from '@/db/testing'
import { startCluster } from './postgres/cluster'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Before the tests: a throwaway cluster with a migrated database that each test file clones. After them: nothing. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-test-'))
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
    await prepareDatabase(`${urls.admin}/postgres`, TEMPLATE, { owner: password, application: password })
    await migrateDatabase({
      migrationUrl: `${urls.owner}/${TEMPLATE}`,
      applicationUrl: `${urls.application}/${TEMPLATE}`,
      folder: resolve('drizzle'),
    })
    project.provide('cluster', urls)
    return end
  } catch (error) {
    await end()
    throw error
  }
}
