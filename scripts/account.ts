import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { closeClients } from '@/db/postgres/client'
import { appoint, isNamed } from '@/lib/accounts/appoint'
import { type GivenRole, givenRoles } from '@/lib/accounts/roles'
import { sentenceOf } from '@/lib/messages/message'
import { asSystem } from '@/lib/operations/as-system'
import type { Database } from './database'
import { migrateWiki } from './migrate-wiki'
import { command, PlainError } from './plain-error'
import { say } from './say'
import { withDatabase } from './wiki-run'

const USAGE = `npm run account -- --role ${givenRoles.join('|')} NAME`

command(async () => {
  const { role, name } = parseOptions()
  await withDatabase((database) => appointOn(database, role, name))
})

function parseOptions(): { role: GivenRole; name: string } {
  try {
    const { values, positionals } = parseArgs({
      options: { role: { type: 'string' } },
      allowPositionals: true,
    })
    const wanted = values.role
    const role = givenRoles.find((known) => known === wanted)
    const name = positionals.join(' ')
    if (role && name) return { role, name }
  } catch {
    // An unknown option.
  }
  throw new PlainError(`Say which role the account is to have, and its name: ${USAGE}`)
}

async function appointOn(database: Database, role: GivenRole, name: string): Promise<void> {
  Object.assign(process.env, database.env)
  try {
    await migrateWiki()
    const password = (await isNamed(name)) ? '' : await passwordFor(name)
    const outcome = await asSystem(appoint, { name, role, password })
    if (!outcome.ok)
      throw new PlainError(
        Object.values(outcome.fields ?? { whole: outcome.message })
          .map(sentenceOf)
          .join(' '),
      )
    say(outcome.isNew ? `${name} has an account now: ${role}.` : `${name} had an account; it is ${role} now.`)
  } finally {
    await closeClients()
  }
}

/** The password that is typed or piped in; else a generated one that is printed once. */
async function passwordFor(name: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const question = process.stdin.isTTY
    ? `Password for ${name} (shown as you type; empty: one is made up): `
    : ''
  // Do not wait for a pipe that nobody writes to.
  const limit = process.stdin.isTTY ? [] : [sleep(3000, '', { ref: false })]
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
  const typed = await Promise.race([lines.question(question), ended, ...limit])
  lines.close()
  if (typed) return typed
  const made = randomBytes(12).toString('base64url')
  say(`Password for ${name}: ${made}`)
  return made
}
