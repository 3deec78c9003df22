import type { z } from 'zod'
import type { Outcome } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { Actor } from '@/lib/policy/actor'
import type { credentialsSchema } from './schema'
import { startSession } from './session'
import { checkSignIn } from './sign-in'
import { signUp } from './sign-up'

type Credentials = z.output<typeof credentialsSchema>
type Entered = Outcome<{ next: string }>

/** Signs this browser in, and tells where to go on. */
export async function signInHere(_: Actor, typed: Credentials, { network }: Origin): Promise<Entered> {
  return enter(await checkSignIn(typed, network), typed.next)
}

/** Makes an account and signs this browser in with it, and tells where to go on. */
export async function signUpHere(_: Actor, typed: Credentials, { network }: Origin): Promise<Entered> {
  return enter(await signUp(typed, network), typed.next)
}

async function enter(whose: Outcome<{ accountId: number }>, next: string): Promise<Entered> {
  if (!whose.ok) return whose
  await startSession(whose.accountId)
  return { ok: true, next }
}
