import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import {
  addPasskeyAction,
  askForPasskeyAction,
  beginPasskeyAction,
  passkeySignInAction,
} from '@/lib/accounts/actions'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { ActionState } from '@/lib/operations/form'

type State = ActionState<{ next?: string }>

/**
 * Makes a passkey: asks the wiki for a challenge, with the form's proof of identity, then the browser, then gives the
 * wiki its answer.
 */
export async function addedPasskey(previous: State, form: FormData): Promise<State> {
  const begun = await beginPasskeyAction({ state: 'idle' }, form)
  if (begun.state !== 'ok') return begun.state === 'refused' ? begun : previous
  const answer = await startRegistration({ optionsJSON: begun.options }).catch(() => null)
  if (!answer) return notDone(form)
  form.delete('currentPassword')
  form.set('json', JSON.stringify({ answer: { ...answer, clientExtensionResults: undefined } }))
  return addPasskeyAction({ state: 'idle' }, form)
}

/** Signs in with a passkey that the browser lets its owner choose. */
export async function signedInByPasskey(previous: State, form: FormData): Promise<State> {
  const asked = await askForPasskeyAction({ state: 'idle' }, form)
  if (asked.state !== 'ok') return asked.state === 'refused' ? asked : previous
  const answer = await startAuthentication({ optionsJSON: asked.options }).catch(() => null)
  if (!answer) return notDone(form)
  form.set('json', JSON.stringify({ answer: { ...answer, clientExtensionResults: undefined } }))
  return passkeySignInAction({ state: 'idle' }, form)
}

/** The browser made or chose none: called off, too late, or there already. */
function notDone(form: FormData): State {
  const typed: Record<string, string> = {}
  const name = form.get('name')
  if (typeof name === 'string') typed.name = name
  return { state: 'refused', refusal: refuse('invalid', codes().accounts.passkey.notDone), typed }
}
