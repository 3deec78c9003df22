import { insertNetworkTrace } from '@/db/accounts/network-traces'
import { type Tx, transaction, withCommit } from '@/db/postgres/client'
import { type Act, type ActName, audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import type { EventName, EventOf, WikiEvent } from '@/lib/events/catalogue'
import { recordEvent } from '@/lib/events/record-event'
import type { Actor, SystemActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { givenAnswer, type Idempotency, idempotently } from './idempotently'

/** An act to record; by the operation's actor unless another is given. */
export type Recorded = Omit<Act, 'act' | 'actor'> & { byId?: number }

/** An event without its actor. */
type Happened<E extends EventName> = E extends EventName ? Omit<EventOf<E>, 'actorId'> : never

/** What an operation can do in its transaction. */
export interface Writing<A extends ActName = never, E extends EventName = never> {
  tx: Tx
  /**
   * Records an act, in the transaction of the act itself. Call it before `changed`, so that the same event announces
   * the public log; the statement is sent at once, without waiting for its answer.
   */
  audited: (act: A, recorded: Recorded) => void
  /** Records an event by the operation's actor, sent with the commit. */
  happened: (event: Happened<E>) => void
  /** Announces to every gateway what has changed, and gives the event's id. Takes the publish lock: call it last. */
  changed: (tags: Iterable<string>, options?: { isWithholding?: boolean }) => Promise<number>
  /** Says whose write it is, where that is not the signed-in account. */
  madeBy: (accountId: number) => void
  /** Says that nothing was changed, so that no network trace is written. */
  wroteNothing: () => void
}

interface Asked {
  name: string
  actor: Actor | SystemActor
  clientInfo: ClientInfo
  idempotency: Idempotency | undefined
}

/** The transaction of an operation; see `Context`. */
export function writerOf<A extends ActName, E extends EventName>(asked: Asked) {
  const { actor, idempotency } = asked
  const accountId = idOf(actor)
  return {
    commit: <T extends object>(work: (writing: Writing<A, E>) => Promise<T>): Promise<T> =>
      transaction((tx) => {
        const write = () => writeIn(tx, asked, work)
        return idempotency && accountId !== null ? idempotently(tx, accountId, idempotency, write) : write()
      }),
    answered: async <T extends object>(): Promise<T | null> =>
      idempotency && accountId !== null ? givenAnswer<T>(accountId, idempotency) : null,
  }
}

const idOf = (actor: Actor | SystemActor) => (actor.kind === 'account' ? actor.id : null)

async function writeIn<A extends ActName, E extends EventName, T extends object>(
  tx: Tx,
  { name, actor, clientInfo }: Asked,
  work: (writing: Writing<A, E>) => Promise<T>,
): Promise<T> {
  const ownId = idOf(actor)
  const trace = networkTrace(tx, name, ownId, clientInfo)
  const result = await work({
    tx,
    audited: (act, { byId, ...recorded }) => {
      trace.send()
      const id = byId ?? ownId
      if (id === null) throw new Error(`${name} records what nobody did`)
      sentNow(tx, audit(tx, { actor: { id }, act, ...recorded }))
    },
    happened: (event) => recordEvent(tx, { ...event, actorId: ownId } as WikiEvent),
    changed: (tags, options) => {
      trace.send()
      return announce(tx, tags, options)
    },
    madeBy: trace.isOf,
    wroteNothing: trace.leaveOut,
  })
  trace.send()
  return result
}

/**
 * Stores the network that a write came from, as a keyed hash (`hashNetwork`), for 90 days. It refers to the account, so
 * it is sent after the work has taken its locks, and before the publish lock. A script or a job has no network.
 */
function networkTrace(tx: Tx, operation: string, ownId: number | null, { network }: ClientInfo) {
  let accountId = ownId
  let isToSend = network !== null
  return {
    isOf: (id: number) => {
      accountId = id
    },
    leaveOut: () => {
      isToSend = false
    },
    send: () => {
      if (!isToSend || network === null) return
      isToSend = false
      sentNow(tx, insertNetworkTrace(tx, { accountId, operation, networkHash: network }))
    },
  }
}

/** Lets a statement that was sent fail the transaction, without waiting for its answer before the commit. */
function sentNow(tx: Tx, statement: Promise<unknown>): void {
  statement.catch(() => {})
  withCommit(tx, () => statement)
}
