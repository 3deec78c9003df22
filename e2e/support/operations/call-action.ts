import type { APIRequestContext } from '@playwright/test'
import { markOfAccount, WRITTEN_AS } from '@/lib/sessions/written-as'
import { actionNamed } from './build'

/** What came of a call, as the table writes it. */
export interface Answer {
  /** `live`, `waits`, `done`, or why not: `not_signed_in`, `not_allowed`, `not_found`, `blocked` … */
  word: string
  /** The whole answer, as the framework writes it. */
  text: string
}

/**
 * What React sends to call the action of a form: the state before and the form's fields (react-server-dom's
 * `encodeReply`: a root that names the form, and the form's entries under its number).
 */
export function formToSend(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  // Read in this order: a root that comes first finds no fields.
  form.append('0', '[{"state":"idle"},"$K1"]')
  return form
}

const calls = new WeakMap<APIRequestContext, number>()

/** How many actions were called through this, whatever came of them: each counts against the caller's limit. */
export const callsOf = (person: APIRequestContext): number => calls.get(person) ?? 0

const marks = new WeakMap<APIRequestContext, string>()

/** How a form that this person opens says whose it is. Asked once: nobody here changes who they are. */
export async function markOfCaller(person: APIRequestContext): Promise<string> {
  const known = marks.get(person)
  if (known) return known
  const me = await (await person.get('/api/me')).json()
  const mark = markOfAccount(me.signedIn ? me.id : null)
  marks.set(person, mark)
  return mark
}

/** Signs somebody up or in, past the form: who asks through this is known from now on. Throws what was answered instead. */
export async function enter(
  person: APIRequestContext,
  action: 'signUpAction' | 'signInAction',
  { name, password }: { name: string; password: string },
): Promise<void> {
  marks.delete(person)
  const { id, routes } = actionNamed(`lib/accounts/actions.ts ${action}`)
  const answer = await callActionWith(person, { id, path: routes[0] ?? '' }, { name, password, next: '/' })
  if (answer.word !== 'done') throw new Error(`${name} could not come: ${answer.text}`)
}

/** Gives an account another role, as an owner does. */
export async function appoint(owner: APIRequestContext, accountId: number, role: string): Promise<void> {
  const { id } = actionNamed('lib/accounts/actions.ts setRoleAction')
  const fields = { accountId: String(accountId), role, reason: 'Part of a test' }
  const answer = await callAction(owner, { id, path: `/accounts/${accountId}/role` }, fields)
  if (answer.word !== 'done') throw new Error(`nobody was appointed: ${answer.text}`)
}

/** Calls a server action the way React does, past every form, with a form made for the caller. */
export async function callAction(
  person: APIRequestContext,
  action: { id: string; path: string },
  fields: Record<string, string>,
): Promise<Answer> {
  return callActionWith(person, action, { [WRITTEN_AS]: await markOfCaller(person), ...fields })
}

/** The same with these fields alone. */
export async function callActionWith(
  person: APIRequestContext,
  { id, path }: { id: string; path: string },
  fields: Record<string, string>,
): Promise<Answer> {
  calls.set(person, callsOf(person) + 1)
  const answer = await person.post(path, {
    headers: { 'next-action': id, origin: process.env.STORIES_ADDRESS ?? '', accept: 'text/x-component' },
    multipart: formToSend(fields),
    maxRedirects: 0,
  })
  const text = await answer.text()
  return { word: wordOf(answer.status(), text), text }
}

/** Sends the same fields as JSON to an operation of this name, in the name of whoever sends them. */
export async function callOverHttp(
  person: APIRequestContext,
  name: string,
  { json = '{}', ...fields }: Record<string, string>,
): Promise<string> {
  calls.set(person, callsOf(person) + 1)
  const answer = await person.post(`/api/operations/${name}`, {
    headers: { origin: process.env.STORIES_ADDRESS ?? '' },
    data: { ...fields, ...JSON.parse(json), [WRITTEN_AS]: await markOfCaller(person) },
  })
  const { ok, reason } = await answer.json()
  return ok ? 'done' : reason
}

function wordOf(status: number, text: string): string {
  const state = /"state":"(ok|refused)"/.exec(text)?.[1]
  if (state === 'refused') return /"reason":"(\w+)"/.exec(text)?.[1] ?? 'refused'
  if (state !== 'ok') return `status ${status}`
  const outcome = /"outcome":"(\w+)"/.exec(text)?.[1]
  return outcome === 'published' ? 'live' : outcome === 'waiting' ? 'waits' : 'done'
}
