import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { migrateDatabase } from '@/db/postgres/migrate'
import { dataFolder } from '@/scripts/data-folder'
import { isOutside } from '@/scripts/database'
import { command, PlainError } from '@/scripts/plain-error'
import { say } from '@/scripts/say'
import { withWiki } from '@/scripts/wiki-run'
import { inWords } from './in-words'
import type { Manifest } from './manifest'
import { MANIFEST } from './manifest-file'
import { seedWiki } from './seed-wiki'
import { writeTalk } from './write-talk'

const USAGE =
  'npm run bench:seed -- --pages 100000 --facts 1000000 --revisions 1000000 [--seed 1] [--until 2026-06-01], or npm run bench:seed -- talk for a wiki that was made without it'

command(async () => {
  if (process.argv[2] === 'talk') return addTalk()
  const asked = parseOptions()
  await withWiki({}, async ({ database }) => {
    const { DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: migrationUrl } = database.env
    const seeded = await seedWiki({ ...asked, databaseUrl, migrationUrl, say })
    say(inWords(seeded))
    keepManifest(seeded.manifest)
  })
})

function manifestFile(): string {
  return isOutside() ? MANIFEST : join(dataFolder(), MANIFEST)
}

function keepManifest(manifest: Manifest): void {
  writeFileSync(manifestFile(), `${JSON.stringify(manifest, undefined, 2)}\n`)
  say(`Where everything stands is told in ${manifestFile()}.`)
}

/** Adds talk to a wiki that was made without it: to make all of one anew takes far longer. */
async function addTalk(): Promise<void> {
  if (!existsSync(manifestFile())) throw new PlainError(`There is no ${manifestFile()}: ${USAGE}`)
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile(), 'utf8'))
  const { size, entries, accounts, longHistory } = manifest
  await withWiki({}, async ({ database }) => {
    const { DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: migrationUrl } = database.env
    await migrateDatabase({
      ...{ migrationUrl, applicationUrl, workerUrl: database.env.DATABASE_WORKER_URL },
      folder: resolve('drizzle'),
    })
    const client = postgres(migrationUrl, { max: 1, onnotice: () => {} })
    try {
      const talk = await writeTalk(client, {
        ...{ comments: size.revisions, entries, accounts, busiest: longHistory.id },
        ...{ until: new Date(manifest.until), seed: size.seed, say },
      })
      say('Counting what there is')
      await client`vacuum (analyze) thread, comment`
      keepManifest({ ...manifest, talk })
    } finally {
      await client.end({ timeout: 5 })
    }
  })
}

function parseOptions() {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: { pages: text, facts: text, revisions: text, seed: text, until: text },
    })
    const { pages, facts, revisions, seed = '1', until } = values
    const numbers = {
      pages: Number(pages),
      facts: Number(facts),
      revisions: Number(revisions),
      seed: Number(seed),
    }
    const moment = until === undefined ? {} : { until: new Date(until) }
    if (Object.values(numbers).every(Number.isSafeInteger) && !Number.isNaN(moment.until?.getTime()))
      return { ...numbers, ...moment }
  } catch {
    // An option that we do not know.
  }
  throw new PlainError(`Say how large the wiki is to be: ${USAGE}`)
}
