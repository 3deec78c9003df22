import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { insertAccount } from '@/db/accounts/accounts'
import { closeClients, transaction } from '@/db/postgres/client'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { startUpload } from './start-upload'
import { judged, type Verdict } from './testing-verdict'

/** What came of sending files while everything was killed in turns. */
export interface UploadStorm extends Verdict {
  uploads: number
  /** How often each was killed. */
  kills: Record<Victim, number>
  /** How many files were sent once more, since the answer was a refusal: a decoder that was killed twice, for example. */
  sentAgain: number
  seconds: number
}

const VICTIMS = ['app', 'decoder', 'database', 'worker'] as const
type Victim = (typeof VICTIMS)[number]

/** How many files are sent at once, and how many of one account: as many as may be open. */
const AT_ONCE = 3
const OF_ONE_ACCOUNT = 3

/**
 * Sends so many pictures, and kills the gateway, its decoder, the worker and the database with SIGKILL in turns, each
 * `rounds` times, while they are on their way. The environment names the database and the data folder. Throws when a file
 * has not arrived after two minutes.
 */
export async function uploadStorm(
  uploads: number,
  { rounds, killDatabase }: { rounds: number; killDatabase: () => Promise<void> },
): Promise<UploadStorm> {
  const announced: Announced[] = []
  // Before the storm: a driver whose connection is killed while it writes could end this process.
  for (let number = 0; number < uploads; number += 1) announced.push(await announce(number))
  const began = performance.now()
  const running = await startAll()
  const kills = { app: 0, decoder: 0, database: 0, worker: 0 }
  const acknowledged: string[] = []
  let [next, sentAgain, isOver] = [0, 0, false]

  async function send(): Promise<void> {
    for (let upload = announced[next++]; upload; upload = announced[next++]) {
      for (let isThere = false; !isThere; ) {
        const answer = await sendUntilTold(() => running.port, upload)
        isThere = answer.ok
        if (answer.ok) acknowledged.push(answer.object.sha256)
        else {
          sentAgain += 1
          upload.ticket = await ticketFor(upload)
        }
        if (!answer.ok && sentAgain > uploads) throw new Error(`refused: ${answer.message}`)
      }
    }
  }

  async function rage(): Promise<void> {
    const all = Array.from({ length: rounds }, () => VICTIMS).flat()
    for (const [at, victim] of all.entries()) {
      const due = (uploads * at) / all.length
      while (acknowledged.length < due && !isOver) await sleep(5)
      if (victim === 'database') await killDatabase()
      else if (victim === 'decoder')
        await killDecoder(
          () => running.app,
          () => isOver,
        )
      else running[victim].kill('SIGKILL')
      kills[victim] += 1
    }
  }

  try {
    const raging = rage()
    await Promise.all(Array.from({ length: AT_ONCE }, send))
    isOver = true
    await raging
  } finally {
    running.end()
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { uploads, kills, sentAgain, ...(await judged(acknowledged)), seconds }
}

async function startAll() {
  let isOver = false
  const start = (program: string) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, VITEST: '' }
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const
    return spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: [...stdio] })
  }
  const state = { port: 0 } as { app: ChildProcess; worker: ChildProcess; port: number }
  /** Starts it again whenever it ends, as whoever runs a wiki does. */
  const keep = (victim: 'app' | 'worker') => {
    state[victim] = start(PROGRAMS[victim])
    state[victim].once('message', (said: { port: number }) => {
      state.port = said.port
    })
    state[victim].once('exit', () => isOver || keep(victim))
  }
  keep('app')
  keep('worker')
  await once(state.app, 'message')
  return Object.assign(state, {
    end() {
      isOver = true
      for (const child of [state.app, state.worker]) child.kill('SIGKILL')
    },
  })
}

const PROGRAMS = { app: 'lib/uploads/testing-app.ts', worker: 'scripts/processes/worker.ts' }

/** Kills the child of the gateway that decodes, once there is one. */
async function killDecoder(app: () => ChildProcess, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { pid } = app()
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
    for (const child of children.trim().split(' ').filter(Boolean)) {
      const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '')
      if (command.includes('decoder')) return void process.kill(Number(child), 'SIGKILL')
    }
    await sleep(5)
  }
}

interface Sender {
  actor: AccountActor
  cookie: string
}

const senders = new Map<number, Promise<Sender>>()

function senderOf(number: number): Promise<Sender> {
  const known = senders.get(number) ?? persistently(() => newSender(`sender ${number}`))
  senders.set(number, known)
  return known
}

async function newSender(name: string): Promise<Sender> {
  const unique = `${name} ${Math.random()}`
  const person = { name: unique, nameKey: unique, passwordHash: null, role: 'fan' as const }
  const id = await transaction((tx) => insertAccount(tx, person))
  if (id === null) throw new Error(`${name} is there already`)
  const actor: AccountActor = { kind: 'account', id, name: unique, role: 'fan', isBlocked: false }
  return { actor, cookie: await cookieOfBrowser(id) }
}

/** A picture that was announced, and by whom. */
interface Announced extends Sender {
  picture: Buffer
  ticket: string
}

async function announce(number: number): Promise<Announced> {
  const sender = await senderOf(Math.floor(number / OF_ONE_ACCOUNT))
  const picture = await pictureOf(number)
  return { ...sender, picture, ticket: await ticketFor({ ...sender, picture }) }
}

async function ticketFor({ actor, picture }: Omit<Announced, 'ticket'>): Promise<string> {
  const started = await persistently(() => startUpload(actor, { bytes: picture.length }))
  if (!started.ok) throw new Error(`no ticket: ${started.reason}`)
  return started.ticket
}

/** Noise, so that no two pictures are alike. */
const pictureOf = (number: number): Promise<Buffer> =>
  sharp({
    create: {
      ...{ width: 150 + number, height: 120, channels: 3, background: '#808080' },
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .png()
    .toBuffer()

type Told = { ok: true; object: { sha256: string } } | { ok: false; message: string }

/** Sends a picture in small pieces, and again from where it is after each failure; gives what came of it. */
async function sendUntilTold(port: () => number, { cookie, picture, ticket }: Announced): Promise<Told> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const ask = (method: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port()}${paths.upload(ticket)}`, { method, ...init })
  const until = Date.now() + 120_000
  while (Date.now() < until) {
    try {
      const there = await ask('HEAD', { headers })
      const offset = Number(there.headers.get('upload-offset') ?? 0)
      const body = piecesOf(picture.subarray(offset))
      const sent = await ask('PATCH', {
        headers: { ...headers, 'upload-offset': String(offset) },
        ...(offset < picture.length && ({ body, duplex: 'half' } as RequestInit)),
      })
      const answer = await sent.text()
      if (sent.status === 200 || sent.status === 422) return JSON.parse(answer)
    } catch {
      // The gateway was killed.
    }
    await sleep(30)
  }
  throw new Error('a file did not arrive')
}

function piecesOf(bytes: Buffer): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + 4_096))
      at += 4_096
      await sleep(1)
    },
  })
}

/** Does what fails only while the database recovers, with new connections each time. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries > 200) throw error
      // A client may go on with a connection that was lost.
      await closeClients(0)
      await sleep(50)
    }
  }
}
