import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { closeClients } from '@/db/postgres/client'
import { outliveLostConnections } from '@/db/postgres/lost-connections'
import { migrateDatabase } from '@/db/postgres/migrate'
import { uploadStorm } from '@/lib/uploads/testing-storm'
import { mailStorm } from '@/lib/worker/testing-storm'
import { command, PlainError } from './plain-error'
import { startThrowaway } from './postgres/throwaway'
import { say } from './say'

const NAME = 'loreleaf_storm'

/** How often each process is killed while pictures are sent. */
const ROUNDS = 5

/**
 * Kills the worker while it sends 500 mails (or the first given number), then everything in turns while 160 pictures
 * (or the second number) are sent, in a temporary database, and prints each result as one line of JSON. Fails when a mail
 * was lost, arrived more than twice, or twice as two different mails; and when a picture that was acknowledged is lost,
 * a row has no bytes, or something stays in staging.
 */
command(async () => {
  const [mails = 500, uploads = 160] = process.argv.slice(2).map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-storm-'))
  const { urls, end } = await startThrowaway(NAME)
  try {
    const [migrationUrl, applicationUrl, workerUrl] = [urls.owner, urls.application, urls.worker].map(
      (url) => `${url}/${NAME}`,
    ) as [string, string, string]
    await makeDurable(`${urls.admin}/postgres`)
    await migrateDatabase({ migrationUrl, applicationUrl, workerUrl, folder: resolve('drizzle') })
    Object.assign(process.env, {
      DATABASE_URL: applicationUrl,
      DATABASE_MIGRATION_URL: migrationUrl,
      DATABASE_WORKER_URL: workerUrl,
      LORELEAF_DATA: folder,
      AUTH_SECRET: 'a secret that outlives no storm, and need not',
    })
    if (mails > 0) await sendMails(mails)
    if (uploads > 0) await sendPictures(uploads, () => killDatabase(applicationUrl))
  } finally {
    await closeClients()
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function sendMails(mails: number): Promise<void> {
  const storm = await mailStorm(mails)
  say(JSON.stringify(storm))
  const isSound = storm.came.once + storm.came.twice === mails && storm.unlike === 0
  if (!isSound) throw new PlainError('Mails were lost, or came as others than they were.')
}

async function sendPictures(uploads: number, killDatabase: () => Promise<void>): Promise<void> {
  // The mails' settings ask for an address that is not this one.
  process.env.LORELEAF_ORIGIN = ''
  outliveLostConnections()
  const storm = await uploadStorm(uploads, { rounds: ROUNDS, killDatabase })
  say(JSON.stringify(storm))
  const { acknowledged, lost, rowsWithoutBytes, staged } = storm
  const isSound = acknowledged === uploads && lost + rowsWithoutBytes + staged === 0
  if (!isSound) throw new PlainError('Pictures were lost, have no bytes, or stayed in staging.')
}

/** A temporary cluster forgets the newest commits when it is killed, unless it is told not to. */
async function makeDurable(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await admin`alter database ${admin(NAME)} set synchronous_commit = on`
  await admin.end()
}

/** Kills a process of the server: then it ends all others, and recovers from its log. */
async function killDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [backend] = await client<{ pid: number }[]>`select pg_backend_pid() as pid`
    if (backend) process.kill(backend.pid, 'SIGKILL')
  } finally {
    await client.end({ timeout: 1 }).catch(() => {})
  }
}
