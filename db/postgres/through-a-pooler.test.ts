import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  edited,
  makeAccount,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
  send,
} from '@/lib/changesets/testing'
import { env } from '@/lib/env'
import { startListener } from '@/lib/gateway/http/listener'
import { writersScope } from '@/lib/policy/policy'
import { ensurePoolerIsKnown } from '@/scripts/migrate-wiki'
import { freePort } from '@/scripts/postgres/cluster'
import { programNamed } from '@/scripts/postgres/program'
import { serverUser } from '@/scripts/postgres/server-user'
import { findPageHead } from '../pages/pages'
import { closeClients, primary, reads, transaction } from './client'
import { leadsThroughPooler } from './pooler'
import { createTestDatabase, readRows } from './testing'

const pgbouncer = programNamed('pgbouncer')
/** Fewer than the clients have connections: so sessions change hands all the time. */
const SESSIONS = 4

let pooler: ChildProcess
let folder: string

/** Starts the real PgBouncer in transaction mode before a database; gives the address through it. */
async function poolerBefore(url: string): Promise<string> {
  const { hostname, port, username, password } = new URL(url)
  const through = Object.assign(new URL(url), { port: String(await freePort()) })
  folder = mkdtempSync(join(tmpdir(), 'loreleaf-pooler-'))
  chmodSync(folder, 0o711)
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    // It refuses to run as root.
    if (user) chownSync(path, user.uid, user.gid)
    return path
  }
  const user = serverUser(folder)
  const users = file('users.txt', `"${username}" "${password}"\n`)
  const settings = file(
    'pgbouncer.ini',
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${through.port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${SESSIONS}
max_client_conn = 200
`,
  )
  pooler = spawn(pgbouncer ?? '', [settings], { ...user, cwd: '/', stdio: 'ignore' })
  for (let tries = 0; tries < 250; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(through.port), '127.0.0.1', () => resolve(true)).once('error', () =>
        resolve(false),
      )
      socket.once('connect', () => socket.destroy())
    })
    if (isOpen) return through.href
    await sleep(20)
  }
  throw new Error('PgBouncer did not start')
}

it('a database without a pooler is not taken for one', async () => {
  const { url } = await createTestDatabase()
  expect(await leadsThroughPooler(url)).toBe(false)
})

describe.skipIf(!pgbouncer)(
  'through PgBouncer in transaction mode (skipped where it is not installed)',
  () => {
    beforeAll(async () => {
      const { url } = await createTestDatabase()
      process.env.DATABASE_DIRECT_URL = url
      process.env.DATABASE_URL = await poolerBefore(url)
      await prepareWiki()
    })

    afterAll(async () => {
      await closeClients()
      process.env.DATABASE_URL = process.env.DATABASE_DIRECT_URL
      process.env.DATABASE_DIRECT_URL = ''
      pooler.kill()
      rmSync(folder, { recursive: true })
    })

    it('a thousand plain statements and a hundred transactions share a few sessions, and none is lost', async () => {
      const plain = Array.from({ length: 1_000 }, (_, n) =>
        (n % 2 ? reads() : primary()).execute(sql`select ${n}::int as n, pg_backend_pid() as session`),
      )
      const writes = Array.from({ length: 100 }, (_, n) =>
        transaction(async (tx) => {
          await tx.execute(
            sql`insert into setting (key, value) values (${`pooled ${n}`}, to_jsonb(${n}::int))`,
          )
          await tx.execute(sql`select pg_advisory_xact_lock(1)`)
        }),
      )
      const answers = await Promise.all(plain)
      await Promise.all(writes)
      expect(answers.map(([row]) => row?.n)).toEqual(plain.map((_, n) => n))
      expect(new Set(answers.map(([row]) => row?.session)).size).toBeLessThanOrEqual(SESSIONS)
      expect(await readRows(`select 1 from setting where key like 'pooled %'`)).toHaveLength(100)
    })

    it('editors who save at once on one page each get an answer, and the revisions are one line', async () => {
      const editors = await Promise.all(Array.from({ length: 12 }, () => makeAccount('moderator')))
      const [first] = editors
      if (!first) throw new Error('nobody is there')
      const page = await publishNew(first, 'page', pageContent('Pooled'))
      const answers = await Promise.all(
        editors.map((editor, n) => {
          const content = pageContent('Pooled', { [`p${n}`]: `Paragraph ${n}` })
          return send(editor, edited('page', page, 1, content))
        }),
      )
      const published = answers.filter((answer) => answer.ok).length
      expect(published).toBeGreaterThan(0)
      const numbers = await readRows(
        `select number::int from revision where entry_id = ${page} order by number`,
      )
      expect(numbers).toEqual(Array.from({ length: published + 1 }, (_, n) => ({ number: n + 1 })))
    })

    it('what is planned once on a connection elsewhere is asked for anew here, and read whoever asked before', async () => {
      const editor = await makeAccount('moderator')
      const ids: number[] = []
      for (let n = 0; n < 5; n += 1) ids.push(await publishNew(editor, 'page', pageContent(`Read ${n}`)))
      const asked = Array.from({ length: 300 }, (_, n) => ids[n % ids.length] ?? 0)
      const heads = await Promise.all(asked.map((id) => findPageHead(reads(), writersScope, id)))
      expect(heads.map((head) => head?.id)).toEqual(asked)
    })

    it('a wiki that was not told of it does not start: transactions would be lost', async () => {
      const direct = process.env.DATABASE_DIRECT_URL
      await ensurePoolerIsKnown()
      process.env.DATABASE_DIRECT_URL = ''
      await expect(ensurePoolerIsKnown()).rejects.toThrow('DATABASE_DIRECT_URL')
      process.env.DATABASE_DIRECT_URL = direct
    })

    it('the gateway receives, on its direct connection, what was saved through the pooler', async () => {
      const waitForEvent: string[] = []
      const listener = await startListener({
        databaseUrl: env.directUrl,
        onChange: ({ tags }) => waitForEvent.push(...(tags === 'everything' ? [] : tags)),
      })
      const editor = await makeAccount('moderator')
      const { event, entries } = await publishNow(editor, {
        kind: 'page',
        entryId: null,
        baseNumber: null,
        content: pageContent('Heard of'),
      })
      await listener.waitForEvent(event ?? 0)
      expect(listener.isAlive()).toBe(true)
      expect(waitForEvent).toContain(`entry:${entries[0]?.id}`)
      await listener.close()
    })
  },
)
