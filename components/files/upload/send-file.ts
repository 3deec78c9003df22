import { messages } from '@/lib/messages/messages'
import { MOST_BYTES } from '@/lib/uploads/limits'
import type { Uploaded } from '@/lib/uploads/outcome'
import type { Answer, Transport } from './transport'

/** How far an upload is: bytes that have left; `problem` says why it waits. */
export interface Progress {
  sent: number
  problem: string | null
}

/** What came of it, or the sentence that says why nothing did. */
export type Sent = ({ ok: true } & Uploaded) | { ok: false; problem: string }

export interface Sending {
  transport: Transport
  writtenAs: string
  signal: AbortSignal
  onProgress: (progress: Progress) => void
  /** Waits so many milliseconds, or until there is a connection again. */
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Where the ticket of a file is kept, so that the same file goes on after the page was loaded again. */
  tickets: { get: () => string | null; set: (ticket: string | null) => void }
}

/** The first and the longest pause after a lost connection, in milliseconds, and how often it is tried in vain. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
/** About twenty minutes: a store may be away for ten. */
const MOST_TRIES = 45

/** A ticket that expired or was forgotten is replaced so often. */
const MOST_TICKETS = 3

/**
 * Sends a file and gives what came of it. Goes on from where the wiki has it after a lost connection, and waits while
 * the wiki is busy or cannot store files; gives up when nothing has moved for a long time. Throws when `signal` aborts.
 */
export async function sendFile(file: Blob, sending: Sending): Promise<Sent> {
  const { uploads } = messages()
  if (file.size === 0) return refused(uploads.empty)
  if (file.size > MOST_BYTES) return refused(uploads.tooLarge(file.size, MOST_BYTES))
  for (let tickets = 0; tickets < MOST_TICKETS; tickets += 1) {
    const known = sending.tickets.get()
    const ticket = known ?? (await newTicket(file, sending))
    if (typeof ticket !== 'string') return ticket
    sending.tickets.set(ticket)
    const sent = await sendUnder(ticket, known === null ? 0 : null, file, sending)
    sending.tickets.set(null)
    if (sent) return sent
  }
  return refused(uploads.stopped)
}

async function newTicket(file: Blob, sending: Sending): Promise<string | Sent> {
  const { transport, writtenAs, signal } = sending
  const answer = await persistently(sending, 0, () => transport.start(file.size, writtenAs, signal))
  const { ticket } = (answer.body ?? {}) as { ticket?: unknown }
  return answer.status === 200 && typeof ticket === 'string' ? ticket : refused(sentenceIn(answer))
}

/**
 * Sends what is missing under a ticket, under which so many bytes are there, or nobody knows how many. Null when the
 * ticket is of no use any more.
 */
async function sendUnder(
  ticket: string,
  known: number | null,
  file: Blob,
  sending: Sending,
): Promise<Sent | null> {
  const { transport, signal, onProgress } = sending
  let tries = 0
  let best = 0
  for (let there = known; ; ) {
    if (there === null) {
      const answer = await persistently(sending, best, () => transport.head(ticket, signal))
      if (answer.status === 0) return refused(messages().uploads.stopped)
      if (answer.offset === null || answer.status !== 204) return null
      there = answer.offset
    }
    const from = there
    onProgress({ sent: from, problem: null })
    const answer = await transport.patch(ticket, from, file.slice(from), signal, (bytes) =>
      onProgress({ sent: from + bytes, problem: null }),
    )
    if (answer.status === 200) return { ok: true, ...(answer.body as Uploaded) }
    if (answer.status === 404 || answer.status === 410) return null
    const isRefused =
      answer.status >= 400 && answer.status !== 408 && answer.status !== 409 && answer.status < 500
    if (isRefused || answer.status === 507) return refused(sentenceIn(answer))
    // The wiki has more than before: it is worth trying as often again.
    const reached = answer.offset ?? from
    tries = reached > best ? 0 : tries + 1
    best = Math.max(best, reached)
    if (tries > MOST_TRIES) return refused(messages().uploads.stopped)
    const isToWait = answer.status !== 204 && answer.status !== 409
    if (isToWait) await wait(sending, answer, { sent: reached, tries })
    there = answer.offset
  }
}

/** Asks until there is an answer that says something, or it was tried too often in vain. */
async function persistently(sending: Sending, sent: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask()
    if ((answer.status !== 0 && answer.status < 500) || tries > MOST_TRIES) return answer
    await wait(sending, answer, { sent, tries })
  }
}

async function wait(
  { onProgress, pause, signal }: Sending,
  answer: Answer,
  { sent, tries }: { sent: number; tries: number },
): Promise<void> {
  onProgress({ sent, problem: answer.status === 0 ? messages().uploads.lost : sentenceIn(answer) })
  const growing = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1))
  await pause(answer.retryAfter === null ? growing : answer.retryAfter * 1_000, signal)
}

/** The sentence of a refusal, as the wiki says it. */
function sentenceIn({ body }: Answer): string {
  const { message } = (body ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message : messages().uploads.stopped
}

const refused = (problem: string): Sent => ({ ok: false, problem })
