import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityOf } from '../scripts/process-identity'
import { processesNaming } from './support/processes'
import { expect, test } from './support/story'
import { startWiki, tryToStart } from './support/wiki'

// One at a time, since each has a database, and on one folder: filling a wiki anew takes longer than all else.
test.describe.configure({ mode: 'serial' })

let home: string
test.beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'loreleaf-start-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
})
test.afterAll(() => rmSync(home, { recursive: true, force: true }))

const data = () => ({ LORELEAF_DATA: join(home, 'data') })
const passwords = () => readFileSync(join(home, 'data', 'accounts.json'), 'utf8')
const isWell = async (address: string) => (await fetch(`${address}/api/health`)).ok
/** What still runs on this test's data, the server itself included. */
const left = (server: number) => [...processesNaming(home), ...(identityOf(server) ? [server] : [])]
const serverPid = (): number =>
  JSON.parse(readFileSync(join(home, 'data', 'running.json'), 'utf8')).server.pid

test('a start while one is running says where, and Ctrl-C leaves no process behind', async () => {
  const wiki = await startWiki(data())
  expect(await isWell(wiki.address)).toBe(true)
  expect(wiki.output()).toContain(join(home, 'data', 'accounts.json'))
  expect(statSync(join(home, 'data', 'accounts.json')).mode & 0o777).toBe(0o600)

  const second = await tryToStart(data())
  expect(second).toMatchObject({ exitCode: 1 })
  expect('output' in second && second.output).toContain(
    `already running on ${join(home, 'data')} at ${wiki.address}`,
  )

  const server = serverPid()
  expect(left(server)).not.toEqual([])
  expect(await wiki.end('SIGINT')).toBe(0)
  expect(left(server)).toEqual([])
})

test('after kill -9 the next start recovers by itself, on the same data', async () => {
  const first = await startWiki(data())
  const server = serverPid()
  const before = passwords()
  await first.end('SIGKILL')

  const next = await startWiki(data())
  expect(await isWell(next.address)).toBe(true)
  expect(passwords()).toBe(before)
  expect(await next.end('SIGTERM')).toBe(0)
  expect(left(server)).toEqual([])
})

test('when the server itself is killed, the start says so and lets go of the database', async () => {
  const wiki = await startWiki(data())
  const server = serverPid()
  process.kill(server, 'SIGKILL')
  await new Promise((resolve) => wiki.process.once('close', resolve))
  expect(wiki.process.exitCode).toBe(1)
  expect(wiki.output()).toContain('stopped unexpectedly')
  expect(left(server)).toEqual([])
})

test('a taken port is one clear sentence', async () => {
  const taken = createServer().listen(0)
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  const port = String(typeof address === 'object' && address?.port)
  expect(await tryToStart({ ...data(), PORT: port })).toEqual({
    exitCode: 1,
    output: `Port ${port} is taken: set PORT to a free one.\n`,
  })
  taken.close()
  expect(processesNaming(home)).toEqual([])
})

const SECRET = 'x'.repeat(32)
for (const [what, env, sentence] of [
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/wiki', AUTH_SECRET: SECRET },
    /^The database of DATABASE_URL cannot be reached: .*ECONNREFUSED.*\.\n$/,
  ],
  [
    'an address that is none',
    { DATABASE_URL: 'mysql://wiki', AUTH_SECRET: SECRET },
    /^The database of DATABASE_URL cannot be reached: it is no address like .*\n$/,
  ],
  [
    'a database of one’s own without a secret',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/wiki', AUTH_SECRET: '' },
    /^With a database of your own, set AUTH_SECRET to a secret .*\n$/,
  ],
  [
    'a data folder that cannot be written',
    { LORELEAF_DATA: '/dev/null/data' },
    /^The data folder \/dev\/null\/data cannot be written \(ENOTDIR\): set LORELEAF_DATA .*\n$/,
  ],
  ['a port that is no number', { PORT: 'http' }, /^PORT must be a whole number .*\n$/],
] as const) {
  test(`${what} is one clear sentence`, async () => {
    const start = await tryToStart({ ...data(), ...env })
    expect(start).toMatchObject({ exitCode: 1, output: expect.stringMatching(sentence) })
  })
}

test('a Node that is too old is told which one is needed', () => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`
  const run = () =>
    execFileSync(process.execPath, ['-e', `${pretend}; import('./scripts/start.mjs')`], { stdio: 'pipe' })
  expect(run).toThrow('Loreleaf needs Node 20.19 or newer; this is Node 18.20.8.')
})
