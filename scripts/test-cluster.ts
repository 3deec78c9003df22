import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '@/db/postgres/migrate'
import { TEMPLATE, type TestCluster } from '@/db/postgres/testing'
import { startThrowaway } from './postgres/throwaway'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/**
 * Before the tests: starts a temporary cluster with a migrated database that each test file clones. After them: removes
 * it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { urls, end } = await startThrowaway(TEMPLATE)
  try {
    await migrateDatabase({
      migrationUrl: `${urls.owner}/${TEMPLATE}`,
      applicationUrl: `${urls.application}/${TEMPLATE}`,
      workerUrl: `${urls.worker}/${TEMPLATE}`,
      folder: resolve('drizzle'),
    })
    project.provide('cluster', urls)
    return end
  } catch (error) {
    await end()
    throw error
  }
}
