import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { checkWriter } from '@/lib/accounts/check-writer'
import { type Entered, enterByForm } from '@/lib/accounts/enter-by-form'
import { hashNetwork } from '@/lib/accounts/network'
import { currentActor } from '@/lib/accounts/sessions/session'
import { markOf, SEND_AS, WRITTEN_AS } from '@/lib/accounts/written-as'
import { readForm, sentencesAt, typedIn } from '@/lib/action-form'
import { SAVED_COOKIE, SAVED_SECONDS, signEvent } from '@/lib/cache/saved'
import { issueFor } from '@/lib/content/issues'
import { env } from '@/lib/env'
import { type Outcome, type Refusal, refusable, refuse } from '@/lib/errors'
import { logError } from '@/lib/log'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor, Actor } from '@/lib/policy/actor'
import { writeLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * What became of a form. `entered` where sending it signed its sender in, whatever became of the rest. What was typed
 * says by `writtenAs` whose the form is from now on.
 */
export type ActionState<R extends object = object, F extends Refusal = Refusal> =
  | { state: 'idle' }
  | ({ state: 'ok'; next?: string; entered?: Entered } & R)
  | { state: 'refused'; refusal: F | Refusal; typed: Record<string, string>; entered?: Entered }

type Verb<A extends Actor, I, R extends object, F extends Refusal> = (
  actor: A,
  input: I,
  origin: Origin,
) => Promise<({ ok: true } & R) | F | Refusal>

interface Options<I, R> {
  /** Where to go when it succeeded: a path of this site. Without it the form's own page answers. */
  next?: (result: R, input: I) => string
}

type ServerAction<R extends object, F extends Refusal> = (
  previous: ActionState<R, F>,
  form: FormData,
) => Promise<ActionState<R, F>>

/** Tells in whose name a form is sent, and whether that is who wrote it. */
interface Sender<A extends Actor> {
  /** Refuses who may not send it at all, before anything of it is read. */
  asksFirst?: (actor: Actor) => Refusal | null
  of: (actor: Actor, form: FormData, origin: Origin) => Promise<Outcome<{ actor: A; entered?: Entered }>>
}

const notSignedIn = () => refuse('not_signed_in', messages().accounts.refused.notSignedIn)

const whoever: Sender<Actor> = { of: async (actor) => ({ ok: true, actor }) }

async function theWriter<A extends Actor>(actor: A, form: FormData): Promise<Outcome<{ actor: A }>> {
  return (await checkWriter(actor, form)) ?? { ok: true, actor }
}

const accountsOnly: Sender<AccountActor> = {
  asksFirst: (actor) => (actor.kind === 'visitor' ? notSignedIn() : null),
  of: async (actor, form) => (actor.kind === 'visitor' ? notSignedIn() : theWriter(actor, form)),
}

const entering: Sender<AccountActor> = {
  of: async (actor, form, origin) =>
    actor.kind === 'visitor' ? enterByForm(form, origin) : theWriter(actor, form),
}

/**
 * Makes a server action for people with an account: asks who sends it, before anything is read; counts it against the
 * account's and the network's limits; reads the form (its `json` field first bounded, then parsed), parses it with
 * `schema`, which looks no further than its bounds; sees that it was written by who sends it (`checkWriter`), and runs
 * `verb`. What the verb refuses comes back with the words as typed; what nobody expected is logged once and answered
 * blandly.
 */
export const action = <S extends z.ZodType, R extends object, F extends Refusal = Refusal>(
  name: string,
  schema: S,
  verb: Verb<AccountActor, z.output<S>, R, F>,
  options: Options<z.output<S>, R> = {},
) => actionFor(accountsOnly, name, schema, verb, options)

/**
 * Like `action`, for what one writes first and signs in, or up, to send: a visitor's form may bring along a name and a
 * password (`accountFieldsSchema`), and is sent in that name once what it says is in order.
 */
export const enteringAction = <S extends z.ZodType, R extends object, F extends Refusal = Refusal>(
  name: string,
  schema: S,
  verb: Verb<AccountActor, z.output<S>, R, F>,
  options: Options<z.output<S>, R> = {},
) => actionFor(entering, name, schema, verb, options)

/** Like `action`, for everybody, with an account or without. */
export const openAction = <S extends z.ZodType, R extends object, F extends Refusal = Refusal>(
  name: string,
  schema: S,
  verb: Verb<Actor, z.output<S>, R, F>,
  options: Options<z.output<S>, R> = {},
) => actionFor<Actor, S, R, F>({ of: theWriter }, name, schema, verb, options)

/**
 * Like `openAction`, for what says by itself, and proves, whom it is about, and is done in no account's name: signing in
 * and up, ways back in, links from a mail. Who is signed in meanwhile makes no difference to it.
 */
export const entranceAction = <S extends z.ZodType, R extends object, F extends Refusal = Refusal>(
  name: string,
  schema: S,
  verb: Verb<Actor, z.output<S>, R, F>,
  options: Options<z.output<S>, R> = {},
) => actionFor(whoever, name, schema, verb, options)

function actionFor<A extends Actor, S extends z.ZodType, R extends object, F extends Refusal>(
  sender: Sender<A>,
  name: string,
  schema: S,
  verb: Verb<A, z.output<S>, R, F>,
  options: Options<z.output<S>, R>,
): ServerAction<R, F> {
  return async (_previous, form) => {
    const also: { entered?: Entered } = {}
    let writer: Actor | null = null
    const outcome = await answering(name, async () => {
      const actor = await currentActor()
      const nobody = sender.asksFirst?.(actor)
      if (nobody) return nobody
      const origin = await originOfRequest()
      const tooMany = await withinLimits(writeLimits(actor, origin))
      if (tooMany) return tooMany
      const parsed = parse(schema, form)
      if (!parsed.ok) return parsed
      const sent = await sender.of(actor, form, origin)
      if (!sent.ok) return sent
      if (sent.entered) also.entered = sent.entered
      writer = sent.actor
      const result = await verb(sent.actor, parsed.input, origin)
      return result.ok ? { ...result, input: parsed.input } : result
    })
    if (!outcome.ok)
      return { state: 'refused', refusal: outcome as F | Refusal, typed: typedBy(writer, form), ...also }
    const { ok: _ok, input, ...rest } = outcome
    const result = rest as unknown as R
    await rememberSaved(result)
    const next = options.next?.(result, input)
    // Without JavaScript the answer is a redirect. With it the form goes there by a plain navigation, since a page that
    // everybody shares is not the client router's to fetch.
    if (next !== undefined && !(await isCalledByScript())) redirect(next)
    return { state: 'ok', ...result, ...(next !== undefined && { next }), ...also }
  }
}

async function answering<T extends { ok: boolean }>(
  name: string,
  work: () => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await refusable(work)
  } catch (error) {
    logError(error, { action: name })
    return refuse('failed', messages().accounts.failed)
  }
}

/** What was typed, as the form of who has sent it: whoever was asked and went on is not asked again. */
function typedBy(writer: Actor | null, form: FormData): Record<string, string> {
  const { [SEND_AS]: _asked, ...typed } = typedIn(form)
  return writer ? { ...typed, [WRITTEN_AS]: markOf(writer) } : typed
}

const isCalledByScript = async () => (await headers()).has('next-action')

/** Where this request comes from. */
export async function originOfRequest(): Promise<Origin> {
  return { network: hashNetwork((await headers()).get('x-loreleaf-network')) }
}

function parse<S extends z.ZodType>(schema: S, form: FormData): Outcome<{ input: z.output<S> }> {
  const read = readForm(form)
  if (!read.ok) return read
  const parsed = schema.safeParse(read.input, { error: issueFor })
  if (parsed.success) return { ok: true, input: parsed.data }
  return refuse('invalid', messages().accounts.checkMarked, sentencesAt(parsed.error.issues))
}

/** Who has changed what the public sees carries the event, so that the front door shows them their own change. */
async function rememberSaved(result: object): Promise<void> {
  if (!('event' in result) || typeof result.event !== 'number') return
  ;(await cookies()).set(SAVED_COOKIE, signEvent(result.event), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: SAVED_SECONDS,
    secure: env.isSecure,
  })
}
