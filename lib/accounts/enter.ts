import type { z } from 'zod'
import { changePassword } from '@/lib/accounts/passwords/change-password'
import { recoverWithCode } from '@/lib/accounts/passwords/recover-with-code'
import { keepRecoveryCode } from '@/lib/accounts/passwords/session-recovery-code'
import { endOtherSessions } from '@/lib/accounts/sessions/end-sessions'
import { currentSessionId, startSession } from '@/lib/accounts/sessions/session'
import type { Outcome } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor, Actor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import type { changePasswordSchema, credentialsSchema, recoverSchema, signUpSchema } from './schema'
import { checkSignIn } from './sign-in'
import { type SignedUp, signUp } from './sign-up'

type Credentials = z.output<typeof credentialsSchema>
type Entered = Outcome<{ next: string }>

/** Signs this browser in, and tells where to go on. */
export async function signInHere(_: Actor, typed: Credentials, { network }: Origin): Promise<Entered> {
  const found = await checkSignIn(typed, network)
  if (!found.ok) return found
  await startSession(found.accountId)
  return { ok: true, next: typed.next }
}

/** Makes an account and signs this browser in with it, and leads to its recovery code, or its address, which lead on. */
export async function signUpHere(
  _: Actor,
  typed: z.output<typeof signUpSchema>,
  { network }: Origin,
): Promise<Entered> {
  return enterWithCode(await signUp(typed, network), typed.next)
}

/** Sets another password with the recovery code, signs this browser in, and leads to the next code. */
export async function recoverHere(
  _: Actor,
  typed: z.output<typeof recoverSchema>,
  { network }: Origin,
): Promise<Entered> {
  return enterWithCode(await recoverWithCode(typed, network), typed.next)
}

async function enterWithCode(whose: Outcome<SignedUp>, next: string): Promise<Entered> {
  if (!whose.ok) return whose
  await startSession(whose.accountId)
  if (whose.recoveryCode === null) return { ok: true, next: paths.accountEmail({ next }) }
  await keepRecoveryCode(whose.accountId, whose.recoveryCode)
  return { ok: true, next: paths.recoveryCode({ next }) }
}

/** Changes one's own password; every other browser is signed out, and this one gets a session of its own anew. */
export async function changePasswordHere(
  actor: AccountActor,
  typed: z.output<typeof changePasswordSchema>,
  origin: Origin,
): Promise<Outcome> {
  const changed = await changePassword(actor, typed, origin)
  if (changed.ok) await startSession(actor.id)
  return changed
}

/** Ends all of one's own sessions but this browser's. */
export const endOthersFromHere = async (actor: AccountActor): Promise<Outcome> =>
  endOtherSessions(actor, { currentId: await currentSessionId() })
