import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { savedCookie } from '@/lib/cache/saved'
import { type Outcome, type Refusal, refusable, refuse } from '@/lib/errors'
import { issueFor } from '@/lib/errors/issues'
import { ACTION_HEADER } from '@/lib/framework/headers'
import { logError } from '@/lib/log'
import { codes } from '@/lib/messages/codes'
import type { Actor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { writeLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { checkWriter } from '@/lib/sessions/check-writer'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor } from '@/lib/sessions/session'
import { markOf, SEND_AS, WRITTEN_AS } from '@/lib/sessions/written-as'
import { type ActorOf, eventOf, type Operation, refuseCaller, type Who } from './operation'
import { messagesAt, readForm, typedIn } from './read-form'

/** The part of a form's answer for somebody who signed in, or up, by sending it. */
export interface Entered {
  /** The value of the form's writer field from now on (`markOf`). */
  mark: string
  name: string
  /** Their recovery code is waiting to be shown. */
  isNew: boolean
}

/**
 * The result of sending a form. `entered` where sending it signed its sender in, whatever happened to the rest. The
 * returned values say by `writtenAs` whose form it is from now on.
 */
export type ActionState<R extends object = object, F extends Refusal = Refusal> =
  | { state: 'idle' }
  | ({ state: 'ok'; next?: string; entered?: Entered } & R)
  | { state: 'refused'; refusal: F | Refusal; typed: Record<string, string>; entered?: Entered }

type Done<T> = T extends { ok: false } ? never : Omit<T, 'ok'>
type Refused<T> = Extract<T, Refusal>

/** Signs a visitor in, or up, with the name and password that a form carries. */
type Enter = (form: FormData, clientInfo: ClientInfo) => Promise<Outcome<{ actor: Actor; entered: Entered }>>

interface Options<I, More, T, FormAnswer, A> {
  /**
   * How a visitor signs in by sending the form: required by an operation for `entering`, since accounts are above this
   * room.
   */
  enter?: Enter
  /** Fields about where to continue, which the operation does not get. */
  also?: z.ZodType<More>
  /**
   * Runs in the request after success: sessions and cookies. Its result replaces the operation's in the form's answer.
   */
  after?: (done: Done<T>, input: I & More, actor: A) => Promise<FormAnswer>
  /** Where to go then: a path of this site. Without it the form's own page answers. */
  next?: (formAnswer: FormAnswer, input: I & More) => string
}

type ServerAction<R extends object, F extends Refusal> = (
  previous: ActionState<R, F>,
  form: FormData,
) => Promise<ActionState<R, F>>

/**
 * The account in whose name a form is sent: the signed-in one, if it wrote the form; or the one that signs in, or up,
 * by it.
 */
async function senderOf(
  who: Who,
  enter: Enter | undefined,
  actor: Actor,
  form: FormData,
  clientInfo: ClientInfo,
): Promise<Outcome<{ actor: Actor; entered?: Entered }>> {
  if (enter && actor.kind === 'visitor') return enter(form, clientInfo)
  if (who === 'entrance') return { ok: true, actor }
  return (await checkWriter(actor, form)) ?? { ok: true, actor }
}

/**
 * Makes a server action of an operation. It asks who sends the form, before reading it; counts it against the account's
 * and the network's limits; reads the form (its `json` field first bounded, then parsed) and parses it with the
 * operation's schema; checks that the sender wrote it (`checkWriter`), or, where an operation is for `entering`, signs
 * a visitor in with the form's name and password (`accountFieldsSchema`) once the input is valid; and runs the
 * operation. A refusal returns the input as typed; an unexpected error is logged once and answered with a general
 * message.
 */
export function formAction<
  W extends Who,
  S extends z.ZodType,
  T extends object,
  More extends object = object,
  FormAnswer extends object = Done<T>,
>(
  operation: Operation<W, S, T>,
  options: Options<z.output<S>, More, T, FormAnswer, ActorOf<W>> = {},
): ServerAction<FormAnswer, Refused<T>> {
  const { name, who, input: schema } = operation.about
  if ((who === 'entering') !== (options.enter !== undefined))
    throw new Error(`${name}: what is for whoever enters by it says how, and nothing else does`)
  return async (_previous, form) => {
    const also: { entered?: Entered } = {}
    let writer: Actor | null = null
    const outcome = await answering(name, async () => {
      const actor = await currentActor()
      const nobody = who === 'account' ? refuseCaller(who, actor) : null
      if (nobody) return nobody
      const clientInfo = await clientOfRequest()
      const tooMany = await withinLimits(writeLimits(actor, clientInfo))
      if (tooMany) return tooMany
      const parsed = parse(schema, options.also, form)
      if (!parsed.ok) return parsed
      const sent = await senderOf(who, options.enter, actor, form, clientInfo)
      if (!sent.ok) return sent
      if (sent.entered) also.entered = sent.entered
      writer = sent.actor
      // Who may not ask was refused above, or has signed in.
      const by = sent.actor as ActorOf<W>
      const { input } = parsed
      const answer = await operation(by, input, clientInfo)
      if (!answer.ok) return answer as Refusal
      const { ok: _ok, ...rest } = answer
      const done = rest as unknown as Done<T>
      const formAnswer = options.after
        ? await options.after(done, input, by)
        : (done as unknown as FormAnswer)
      return { ok: true as const, formAnswer, event: eventOf(rest), input }
    })
    if (!outcome.ok)
      return {
        state: 'refused',
        refusal: outcome as Refused<T> | Refusal,
        typed: typedBy(writer, form),
        ...also,
      }
    const { formAnswer, event, input } = outcome
    if (event !== null) await rememberSaved(event)
    const next = options.next?.(formAnswer, input)
    // Without JavaScript the answer is a redirect. With it the form goes there by a full page load, since the client
    // router cannot fetch shared pages.
    if (next !== undefined && !(await isCalledByScript())) redirect(next)
    return { state: 'ok', ...formAnswer, ...(next !== undefined && { next }), ...also }
  }
}

async function answering<T extends { ok: boolean }>(
  name: string,
  work: () => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await refusable(work)
  } catch (error) {
    logError(error, { operation: name })
    return refuse('failed', codes().accounts.failed)
  }
}

/** The typed values, as the form of the account that has sent it: who was asked and confirmed is not asked again. */
function typedBy(writer: Actor | null, form: FormData): Record<string, string> {
  const { [SEND_AS]: _asked, ...typed } = typedIn(form)
  return writer ? { ...typed, [WRITTEN_AS]: markOf(writer) } : typed
}

const isCalledByScript = async () => (await headers()).has(ACTION_HEADER)

/** The client information of this request. */
export async function clientOfRequest(): Promise<ClientInfo> {
  return { network: hashNetwork((await headers()).get('x-loreleaf-network')) }
}

function parse<S extends z.ZodType, More>(
  schema: S,
  also: z.ZodType<More> | undefined,
  form: FormData,
): Outcome<{ input: z.output<S> & More }> {
  const read = readForm(form)
  if (!read.ok) return read
  const errors = { error: issueFor }
  const [parsed, more] = [schema.safeParse(read.input, errors), also?.safeParse(read.input, errors)]
  const issues = [...(parsed.error?.issues ?? []), ...(more?.error?.issues ?? [])]
  if (issues.length > 0) return refuse('invalid', codes().accounts.checkMarked, messagesAt(issues))
  return { ok: true, input: { ...(parsed.data as object), ...more?.data } as z.output<S> & More }
}

/** Who has changed what the public sees gets the event in a cookie, so that the gateway shows them their own change. */
async function rememberSaved(event: number): Promise<void> {
  const { name, value, options } = savedCookie(event)
  ;(await cookies()).set(name, value, options)
}
