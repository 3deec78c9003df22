import { Secret, TOTP } from 'otpauth'
import { findSecondStep } from '@/db/accounts/second-steps'
import { primary } from '@/db/postgres/client'
import { here, PASSWORD } from '@/lib/accounts/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { beginSettingUp, finishSettingUp } from './set-up-second-step'
import { unsealTotp } from './totp'

/** The code that an app with this secret shows, so many steps from now. */
export const codeOf = (secret: string, stepsAhead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * 30_000 })

/** The secret of an account's second step, as its owner's app has it. */
export async function secretOf({ id }: { id: number }): Promise<string> {
  const step = await findSecondStep(primary(), id)
  const secret = step && unsealTotp(step.sealedSecret)
  if (!secret) throw new Error('no second step was begun')
  return secret
}

/** Gives an account a second step, and its owner an app; the code of now is used up by it. */
export async function withSecondStep(actor: AccountActor) {
  await beginSettingUp(actor, { currentPassword: PASSWORD }, here)
  const secret = await secretOf(actor)
  const done = await finishSettingUp(actor, { code: codeOf(secret) }, here)
  if (!done.ok) throw new Error('the second step was not added')
  return { secret, spareCodes: done.spareCodes }
}
