import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '@/scripts/data-folder'
import { isOutside } from '@/scripts/database'
import { command, PlainError } from '@/scripts/plain-error'
import { say } from '@/scripts/say'
import { withWiki } from '@/scripts/wiki-run'
import { inWords } from './in-words'
import { MANIFEST } from './manifest-file'
import { seedWiki } from './seed-wiki'

const USAGE =
  'npm run bench:seed -- --pages 100000 --facts 1000000 --revisions 1000000 [--seed 1] [--until 2026-06-01]'

command(async () => {
  const asked = parseOptions()
  await withWiki({}, async ({ database }) => {
    const { DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: migrationUrl } = database.env
    const seeded = await seedWiki({ ...asked, databaseUrl, migrationUrl, say })
    say(inWords(seeded))
    const file = isOutside() ? MANIFEST : join(dataFolder(), MANIFEST)
    writeFileSync(file, `${JSON.stringify(seeded.manifest, undefined, 2)}\n`)
    say(`Where everything stands is told in ${file}.`)
  })
})

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
