import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Place, placeFor } from './place'
import { clearLeftover, endServer, postmasterOf } from './postmaster'

/** A running PostgreSQL server that we started. */
export interface Cluster {
  port: number
  pid: number
  place: Place
  /** Resolves when the server's process has ended, for whatever reason. */
  ended: Promise<void>
  /** Stops the server and waits until its process is gone. */
  stop: () => Promise<void>
}

export interface ClusterOptions {
  /** The parent of its data directory; must exist. */
  dataFolder: string
  /** The password of the superuser `postgres`, set when the cluster is created. */
  password: string
  /** For tests: without durability everything is faster. */
  isThrowaway?: boolean
  /** Told what takes time. */
  say?: (progress: string) => void
}

/**
 * Only this machine may connect, and statements stay out of the log, since they contain texts that may be erased later.
 */
const ALWAYS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_messages=warning',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** Creates the cluster if there is none, and starts it on a free port of 127.0.0.1. Throws when it does not come up. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = placeFor(options.dataFolder)
  if (place.note) options.say?.(place.note)
  if (!existsSync(place.data)) {
    options.say?.('Making a database')
    await initialise(place, options.password)
  }
  await clearLeftover(place.data)
  options.say?.('Starting the database')
  const settings = options.isThrowaway ? [...ALWAYS, ...THROWAWAY] : ALWAYS
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const started = await start(place, port, settings)
    if (started) return started
    // Somebody took the port in between, or processes of a killed server still hold its shared memory for a moment.
    if (attempt === 5) throw new Error(`PostgreSQL did not start: ${lastWords(place)}`)
    await sleep(attempt * 300)
  }
}

async function initialise(place: Place, password: string): Promise<void> {
  const unfinished = `${place.data}.unfinished`
  const passwordFile = join(place.folder, 'password')
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  const words = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`]
  try {
    const child = run(place, place.binaries.initdb, ['-D', unfinished, ...flags, ...words])
    const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
    if (code !== 0) throw new Error(`PostgreSQL could not make its data directory: ${lastWords(place)}`)
    renameSync(unfinished, place.data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function start(place: Place, port: number, settings: string[]): Promise<Cluster | undefined> {
  const flags = settings.flatMap((setting) => ['-c', setting])
  const child = run(place, place.binaries.postgres, ['-D', place.data, '-p', String(port), ...flags])
  let isRunning = true
  const ended = new Promise<void>((resolve) => {
    const over = () => {
      isRunning = false
      resolve()
    }
    child.once('exit', over).once('error', over)
  })
  const { pid } = child
  while (isRunning && pid) {
    const postmaster = postmasterOf(place.data)
    if (postmaster?.pid === pid && postmaster.isReady) {
      // The last resort, for when this process ends without stopping the server first.
      const atExit = () => isRunning && process.kill(pid, 'SIGINT')
      process.once('exit', atExit)
      ended.then(() => process.removeListener('exit', atExit))
      return { port, pid, place, ended, stop: () => endServer(pid, () => isRunning) }
    }
    await sleep(20)
  }
  return undefined
}

/**
 * In a session of its own: Ctrl-C in the terminal reaches this process, which stops the database when nobody needs it
 * any more.
 */
function run(place: Place, program: string, flags: string[]): ChildProcess {
  const log = openSync(join(place.folder, 'postgres.log'), 'a', 0o600)
  const env = {
    PATH: process.env.PATH ?? '',
    LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'C',
    TZ: 'UTC',
    NODE_ENV: 'production' as const,
  }
  const child = spawn(program, flags, {
    ...place.user,
    cwd: '/',
    detached: true,
    env,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

const lastWords = (place: Place) =>
  readFileSync(join(place.folder, 'postgres.log'), 'utf8').trim().split('\n').slice(-2).join(' ')

/** A free port of 127.0.0.1. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
