import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { insertAccount } from '@/db/accounts/accounts'
import { findOwedMailIds } from '@/db/mail/owed-mails'
import { transaction } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { queueMail } from '@/lib/mail/queue-mail'

/** The result of killing a worker while it sent mails. All times in seconds. */
export interface Storm {
  mails: number
  /** How many mails had arrived when it was killed. */
  beforeTheKill: number
  /** How many mails arrived once, twice, and more often. */
  came: { once: number; twice: number; oftener: number }
  /** How many arrived twice under another Message-ID, or with another link: must be none. */
  unlike: number
  /** From the start of the first worker until the last mail arrived. */
  seconds: number
  /** From the kill until the last mail arrived: the interrupted ones come last. */
  sinceTheKill: number
}

interface Delivery {
  to: string
  messageId: string
  link: string
  at: number
}

/** The mail server's delay for each mail, in milliseconds: so a kill hits some that it has just accepted. */
const THOUGHT = 25

/**
 * Queues so many mails, half of them links and half digests that are still to be made, kills the worker that sends them with
 * SIGKILL once a third has arrived, and lets another continue until the queue is empty. The environment names the database. `meanwhile` is done while no worker runs. Throws
 * when the mails have not all arrived, or jobs are left, after three minutes each.
 */
export async function mailStorm(mails: number, meanwhile = async () => {}): Promise<Storm> {
  const deliveries: Delivery[] = []
  const server = await listen((delivery) => deliveries.push(delivery))
  Object.assign(process.env, {
    SMTP_URL: server.url,
    MAIL_FROM: 'Wiki <wiki@wiki.example>',
    LORELEAF_ORIGIN: 'https://wiki.example',
  })
  let worker: ChildProcess | undefined
  try {
    await queue(mails)
    const began = performance.now()
    worker = startWorker()
    await until(() => deliveries.length >= mails / 3)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    const [killed, beforeTheKill] = [performance.now(), deliveries.length]
    await meanwhile()
    worker = startWorker()
    await until(() => addressesOf(deliveries).size === mails)
    await until(nothingIsOwed)
    // What was queued again although its mail was on its way finds nothing to do, but only while a worker runs.
    await until(nothingIsQueued)
    return { mails, beforeTheKill, ...judged(deliveries), ...timed(deliveries, began, killed) }
  } finally {
    worker?.kill('SIGTERM')
    if (worker && worker.exitCode === null) await once(worker, 'exit')
    await server.close()
  }
}

/** A real mail server that accepts everything after a delay. */
async function listen(deliver: (delivery: Delivery) => void) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, session, taken) => {
      const mail = await simpleParser(stream)
      await sleep(THOUGHT)
      deliver({
        to: session.envelope.rcptTo.map(({ address }) => address).join(),
        messageId: mail.messageId ?? '',
        link: /https:\S+/.exec(mail.text ?? '')?.[0] ?? '',
        at: performance.now(),
      })
      taken()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** An account for each mail: with a confirmation link to send, or with news of which a digest is due. */
async function queue(mails: number): Promise<void> {
  for (let number = 1; number <= mails; number += 1) {
    const name = `stormy ${number}`
    const accountId = await transaction(async (tx) => {
      const id = await insertAccount(tx, { name, nameKey: name, passwordHash: null, role: 'fan' })
      if (id === null) throw new Error(`${name} is there already`)
      if (number % 2 === 0)
        await queueMail(tx, 'confirm_email', { accountId: id, address: addressOf(number) })
      return id
    })
    if (number % 2 === 1) await beDue(accountId, addressOf(number))
  }
}

const addressOf = (number: number) => `stormy${number}@example.org`

/** Gives an account a confirmed address, a piece of news, and a digest that is due. */
async function beDue(id: number, address: string): Promise<void> {
  await changeRows(`update account set email = '${address}', email_confirmed_at = now() where id = ${id}`)
  await changeRows(`insert into mail_plan (account_id, hour, digest_at) values (${id}, 18, now())`)
  await changeRows(`insert into mail_choice values (${id}, 'account', 'daily', now() - interval '1 day')`)
  await changeRows(`with happened as (
      insert into event (name, account_id) values ('account.role-changed', ${id}) returning id, at)
    insert into notification (account_id, event_id, family, kind, topic, at)
      select ${id}, id, 'account', 'role', 'role account', at from happened`)
}

function startWorker(): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production' as const, VITEST: '' }
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/processes/worker.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function until(isSo: () => boolean | Promise<boolean>, seconds = 180): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; !(await isSo()); await sleep(5))
    if (performance.now() > end)
      throw new Error(`the mails did not all come: waited for ${isSo.name || isSo}`)
}

const addressesOf = (deliveries: Delivery[]) => new Set(deliveries.map(({ to }) => to))

async function nothingIsOwed(): Promise<boolean> {
  const owed = await transaction((tx) => findOwedMailIds(tx, 0, 1))
  const unsent = await readRows('select 1 from news_mail where settled_at is null limit 1')
  return owed.length + unsent.length === 0
}

/** A job that comes by the clock and was interrupted stays as given up: another one took its place. */
export const QUEUED = 'select task_identifier from jobs.jobs where attempts < max_attempts'

async function nothingIsQueued(): Promise<boolean> {
  return (await readJobs(`${QUEUED} limit 1`)).length === 0
}

function timed(deliveries: Delivery[], began: number, killed: number) {
  const last = deliveries.at(-1)?.at ?? killed
  const seconds = (since: number) => Math.round((last - since) / 100) / 10
  return { seconds: seconds(began), sinceTheKill: seconds(killed) }
}

function judged(deliveries: Delivery[]) {
  const byAddress = new Map<string, Delivery[]>()
  for (const one of deliveries) byAddress.set(one.to, [...(byAddress.get(one.to) ?? []), one])
  const came = { once: 0, twice: 0, oftener: 0 }
  let unlike = 0
  for (const copies of byAddress.values()) {
    came[copies.length === 1 ? 'once' : copies.length === 2 ? 'twice' : 'oftener'] += 1
    if (new Set(copies.map(({ messageId, link }) => `${messageId} ${link}`)).size > 1) unlike += 1
  }
  return { came, unlike }
}
