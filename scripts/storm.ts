import { resolve } from 'node:path'
import { closeClients } from '@/db/postgres/client'
import { migrateDatabase } from '@/db/postgres/migrate'
import { mailStorm } from '@/lib/worker/testing-storm'
import { command, PlainError } from './plain-error'
import { startThrowaway } from './postgres/throwaway'
import { say } from './say'

const NAME = 'loreleaf_storm'

/**
 * Kills the worker while it sends 500 mails (or the given number), in a temporary database, and prints the result as
 * one line of JSON. Fails when one was lost, arrived more than twice, or twice as two different mails.
 */
command(async () => {
  const mails = Number(process.argv[2] ?? 500)
  const { urls, end } = await startThrowaway(NAME)
  try {
    const [migrationUrl, applicationUrl, workerUrl] = [urls.owner, urls.application, urls.worker].map(
      (url) => `${url}/${NAME}`,
    ) as [string, string, string]
    await migrateDatabase({ migrationUrl, applicationUrl, workerUrl, folder: resolve('drizzle') })
    Object.assign(process.env, {
      DATABASE_URL: applicationUrl,
      DATABASE_MIGRATION_URL: migrationUrl,
      DATABASE_WORKER_URL: workerUrl,
      AUTH_SECRET: 'a secret that outlives no storm, and need not',
    })
    const storm = await mailStorm(mails)
    say(JSON.stringify(storm))
    const isSound = storm.came.once + storm.came.twice === mails && storm.unlike === 0
    if (!isSound) throw new PlainError('Mails were lost, or came as others than they were.')
  } finally {
    await closeClients()
    await end()
  }
})
