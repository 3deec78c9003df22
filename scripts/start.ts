import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { IN_PRODUCTION } from '@/lib/framework/command'
import { paths } from '@/lib/routes'
import { isBuilt } from './build-stamp'
import { type Child, startNode } from './child'
import { dataFolder } from './data-folder'
import { FEW_ARENAS, GATEWAY_FLAGS } from './node-flags'
import { command, PlainError } from './plain-error'
import { identityOf } from './process-identity'
import { buildEverything } from './production-build'
import { say } from './say'
import { forceShutdownRequested, stopRequest, stopRequested } from './stop-request'
import { type Runtime, withWiki } from './wiki-run'

command(async () => withWiki({ port: env.port }, run))

async function run({ database, lock }: Runtime): Promise<void> {
  const { mail } = env
  // Refused here, before anything is built, when it is wrong.
  if (env.files.kind === 's3') say(`Files are in ${env.files.endpoint}/${env.files.bucket}`)
  if (mail) say(`Mail is on, through ${new URL(mail.url).host}; its links lead to ${mail.origin}`)
  if (!isBuilt()) {
    say('Building (the sources have changed since the last build, or there was none)')
    await buildEverything()
  }
  if (stopRequest.aborted) return
  const server = startServer({ ...database.env, LORELEAF_EMBEDDED: database.isEmbedded ? '1' : '' })
  const { pid } = server.process
  if (pid) lock?.note({ server: { pid, identity: identityOf(pid) ?? '' } })
  try {
    const port = await Promise.race([listening(server), server.ended, stopRequested()])
    if (typeof port !== 'object') return ensureAsked('The server did not start: see above.')
    const address = env.origin ?? `http://localhost:${port.port}`
    lock?.note({ address })
    announce(address, database.isEmbedded)
    await Promise.race([stopRequested(), server.ended, database.ended])
    ensureAsked('The server or its database stopped unexpectedly.')
    say('Stopping')
  } finally {
    lock?.note({ isStopping: true })
    // The server finishes current requests, for at most ten seconds, and then releases its resources.
    await Promise.race([server.end(20), forceShutdownRequested().then(() => server.end(0))])
  }
}

function startServer(env: Record<string, string>): Child {
  return startNode([...GATEWAY_FLAGS, 'dist/serve.mjs'], {
    env: { ...FEW_ARENAS, ...process.env, ...env, ...IN_PRODUCTION },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

async function listening(server: Child): Promise<{ port: number }> {
  const [message] = await once(server.process, 'message')
  return message
}

function ensureAsked(otherwise: string): void {
  if (!stopRequest.aborted) throw new PlainError(otherwise)
}

function announce(address: string, isEmbedded: boolean): void {
  say(`\nLoreleaf is ready: ${address}`)
  const accounts = join(dataFolder(), 'accounts.json')
  // A restored wiki has the accounts that it had, and no such file.
  if (isEmbedded && existsSync(accounts)) {
    say(`Sign in at ${address}${paths.signIn()} as fan, moderator or owner; ${accounts} has their passwords.`)
  }
  say('Ctrl-C stops it.')
}
