import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { savedCookie } from '@/lib/cache/saved'
import { type Outcome, type Refusal, refusable, refuse } from '@/lib/errors'
import { issueFor } from '@/lib/errors/issues'
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
import { type ActorOf, asksInVain, eventOf, type Operation, type Who } from './operation'
import { messagesAt, readForm, typedIn } from './read-form'

/** What a form's answer tells whoever has signed in, or up, by sending it. */
export interface Entered {
  /** How the form names them from now on (`markOf`). */
  mark: string
  name: string
  /** Their recovery code waits to be shown to them. */
  isNew: boolean
}

/**
 * What became of a form. `entered` where sending it signed its sender in, whatever became of the rest. What was typed
 * says by `writtenAs` whose the form is from now on.
 */
export type ActionState<R extends object = object, F extends Refusal = Refusal> =
  | { state: 'idle' }
  | ({ state: 'ok'; next?: string; entered?: Entered } & R)
  | { state: 'refused'; refusal: F | Refusal; typed: Record<string, string>; entered?: Entered }

type Done<T> = T extends { ok: false } ? never : Omit<T, 'ok'>
type Refused<T> = Extract<T, Refusal>

/** Signs a visitor in, or up, with the name and password that a form brings along. */
type Enter = (form: FormData, clientInfo: ClientInfo) => Promise<Outcome<{ actor: Actor; entered: Entered }>>

interface Options<I, More, T, Told, A> {
  /** How a visitor enters by sending the form: demanded by an operation for `entering`, since accounts stand above this room. */
  enter?: Enter
  /** What such a form says besides, of where it leads: nothing that the operation is told. */
  also?: z.ZodType<More>
  /**
   * Done in the request once it has succeeded: sessions and cookies. What it gives is what the form is told, in place of
   * what was done.
   */
  after?: (done: Done<T>, input: I & More, actor: A) => Promise<Told>
  /** Where to go then: a path of this site. Without it the form's own page answers. */
  next?: (told: Told, input: I & More) => string
}

type ServerAction<R extends object, F extends Refusal> = (
  previous: ActionState<R, F>,
  form: FormData,
) => Promise<ActionState<R, F>>

/** In whose name a form is sent: who is signed in, once that is who wrote it; or who signs in, or up, by it. */
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
 * Makes a server action of an operation: asks who sends it, before anything is read; counts it against the account's and
 * the network's limits; reads the form (its `json` field first bounded, then parsed), parses it with the operation's
 * schema, which looks no further than its bounds; sees that it was written by who sends it (`checkWriter`), or, where an
 * operation is for `entering`, signs a visitor in with the name and password that the form brings along
 * (`accountFieldsSchema`) once what it says is in order; and runs the operation. What is refused comes back with the
 * words as typed; what nobody expected is logged once and answered blandly.
 */
export function formAction<
  W extends Who,
  S extends z.ZodType,
  T extends object,
  More extends object = object,
  Told extends object = Done<T>,
>(
  operation: Operation<W, S, T>,
  options: Options<z.output<S>, More, T, Told, ActorOf<W>> = {},
): ServerAction<Told, Refused<T>> {
  const { name, who, input: schema } = operation.about
  if ((who === 'entering') !== (options.enter !== undefined))
    throw new Error(`${name}: what is for whoever enters by it says how, and nothing else does`)
  return async (_previous, form) => {
    const also: { entered?: Entered } = {}
    let writer: Actor | null = null
    const outcome = await answering(name, async () => {
      const actor = await currentActor()
      const nobody = who === 'account' ? asksInVain(who, actor) : null
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
      // Who may not ask was refused above, or let in.
      const by = sent.actor as ActorOf<W>
      const { input } = parsed
      const answer = await operation(by, input, clientInfo)
      if (!answer.ok) return answer as Refusal
      const { ok: _ok, ...rest } = answer
      const done = rest as unknown as Done<T>
      const told = options.after ? await options.after(done, input, by) : (done as unknown as Told)
      return { ok: true as const, told, event: eventOf(rest), input }
    })
    if (!outcome.ok)
      return {
        state: 'refused',
        refusal: outcome as Refused<T> | Refusal,
        typed: typedBy(writer, form),
        ...also,
      }
    const { told, event, input } = outcome
    if (event !== null) await rememberSaved(event)
    const next = options.next?.(told, input)
    // Without JavaScript the answer is a redirect. With it the form goes there by a plain navigation, since a page that
    // everybody shares is not the client router's to fetch.
    if (next !== undefined && !(await isCalledByScript())) redirect(next)
    return { state: 'ok', ...told, ...(next !== undefined && { next }), ...also }
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

/** What was typed, as the form of who has sent it: whoever was asked and went on is not asked again. */
function typedBy(writer: Actor | null, form: FormData): Record<string, string> {
  const { [SEND_AS]: _asked, ...typed } = typedIn(form)
  return writer ? { ...typed, [WRITTEN_AS]: markOf(writer) } : typed
}

const isCalledByScript = async () => (await headers()).has('next-action')

/** Where this request comes from. */
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

/** Who has changed what the public sees carries the event, so that the gateway shows them their own change. */
async function rememberSaved(event: number): Promise<void> {
  const { name, value, options } = savedCookie(event)
  ;(await cookies()).set(name, value, options)
}
