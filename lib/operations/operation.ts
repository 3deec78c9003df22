import type { z } from 'zod'
import type { ActName } from '@/lib/audit'
import { type Refusal, refusable, refuse } from '@/lib/errors'
import type { EventName } from '@/lib/events/catalogue'
import { codes } from '@/lib/messages/codes'
import { type AccountActor, type Actor, type SystemActor, visitor } from '@/lib/policy/actor'
import { whyNotLeaving } from '@/lib/policy/refusals'
import { type ClientInfo, noClient } from '@/lib/rate-limit/client-info'
import type { Use } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import type { Idempotency } from './idempotently'
import { type Writing, writerOf } from './writing'

/**
 * Who may ask at all, before anything of their input is read: only accounts; who signs in, or up, by sending it;
 * anyone; anyone, as nobody, because the input itself proves whom it is about; or the wiki itself only.
 */
export type Who = 'account' | 'entering' | 'anyone' | 'entrance' | 'system'

export type ActorOf<W extends Who> = W extends 'system'
  ? SystemActor
  : W extends 'account' | 'entering'
    ? AccountActor
    : Actor

/** What an operation's work gets besides its input. */
export interface Context<
  A extends Actor | SystemActor = AccountActor,
  Act extends ActName = never,
  E extends EventName = never,
> {
  actor: A
  clientInfo: ClientInfo
  /**
   * Runs the operation's write in one transaction, with its network trace and whatever `work` has recorded. Where the
   * operation is done once under a key, a repetition gives the first answer.
   */
  commit: <T extends object>(work: (writing: Writing<Act, E>) => Promise<T>) => Promise<T>
  /** The stored answer of this very write; null when there is none. */
  answered: <T extends object>() => Promise<T | null>
}

/** An operation's description of itself, for its adapters. */
export interface About<W extends Who = Who, S extends z.ZodType = z.ZodType> {
  /** As noun and verb: `entry.protect`. */
  name: `${string}.${string}`
  who: W
  input: S
  /** Whether an account may do it that is about to be deleted. */
  isForLeaving?: true
  /** The acts that it may record in the audit record; or that it records none, and why. */
  audits: readonly ActName[] | { nothing: string }
  /** The events that its own work records; those of publishing, keeping and creating are recorded there. */
  announces?: readonly EventName[]
}

interface Definition<
  W extends Who,
  S extends z.ZodType,
  T extends object,
  Act extends ActName,
  E extends EventName,
> extends About<W, S> {
  audits: readonly Act[] | { nothing: string }
  announces?: readonly E[]
  /** The limits that it counts against besides those of every write. */
  limits?: (input: z.output<S>, clientInfo: ClientInfo) => Use[]
  /** The key under which it is done once for an account, and what that key stands for. */
  idempotency?: (input: z.output<S>) => Idempotency
  /** Does the work. A thrown `RefusalError`, and a returned refusal, is the answer. */
  run: (context: Context<ActorOf<W>, Act, E>, input: z.output<S>) => Promise<T>
}

/** The result of the work, as an answer. */
export type Answer<T> = (T extends { ok: boolean } ? T : { ok: true } & T) | Refusal

/** Something that can be done in the wiki; called with the actor, the parsed input, and the client information. */
export interface Operation<W extends Who, S extends z.ZodType, T extends object> {
  (actor: ActorOf<W>, input: z.output<S>, clientInfo?: ClientInfo): Promise<Answer<T>>
  about: About<W, S>
}

/**
 * Makes an operation from its definition. When called it checks who asks, counts its own limits, and runs; a refusal on
 * the way is its answer, and then nothing is written. Adapters read the input for it: a form (`form.ts`), JSON
 * (`lib/api/http.ts`), a script or a job (`as-system.ts`).
 */
export function operation<
  W extends Who,
  S extends z.ZodType,
  T extends object,
  Act extends ActName = never,
  E extends EventName = never,
>(definition: Definition<W, S, T, Act, E>): Operation<W, S, T> {
  const { limits, idempotency, run, ...about } = definition
  const { name, who, isForLeaving } = about
  const call = (actor: ActorOf<W>, input: z.output<S>, clientInfo: ClientInfo = noClient) =>
    refusable(async () => {
      const not =
        refuseCaller(who, actor) ??
        (isForLeaving ? null : refuseLeaving(who, actor)) ??
        (await withinLimits(limits?.(input, clientInfo) ?? []))
      if (not) return not
      // An entrance ignores who is signed in.
      const by = (who === 'entrance' ? visitor : actor) as ActorOf<W>
      const writer = writerOf<Act, E>({ name, actor: by, clientInfo, idempotency: idempotency?.(input) })
      const done = await run({ actor: by, clientInfo, ...writer }, input)
      return 'ok' in done ? done : { ok: true, ...done }
    })
  return Object.assign(call as Operation<W, S, T>, { about })
}

/** The refusal of those who may not ask at all; null for everybody else. */
export function refuseCaller(who: Who, actor: Actor | SystemActor): Refusal | null {
  // For everybody else there is no such operation.
  if (who === 'system' && actor.kind !== 'system')
    return refuse('not_found', codes().accounts.refused.notFound)
  const isOpen = who === 'anyone' || who === 'entrance'
  return isOpen || actor.kind !== 'visitor'
    ? null
    : refuse('not_signed_in', codes().accounts.refused.notSignedIn)
}

/** The refusal of an account that is about to be deleted, of whatever only accounts do. */
function refuseLeaving(who: Who, actor: Actor | SystemActor): Refusal | null {
  const isOfAccounts = who === 'account' || who === 'entering'
  return isOfAccounts && actor.kind !== 'system' ? whyNotLeaving(actor) : null
}

/** The cache event of an operation's change; null for none. */
export const eventOf = (done: object): number | null =>
  'event' in done && typeof done.event === 'number' ? done.event : null
