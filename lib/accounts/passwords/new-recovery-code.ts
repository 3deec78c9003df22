import type { z } from 'zod'
import { transaction } from '@/db/client'
import { updateCredentials } from '@/db/queries/credentials'
import type { newCodeSchema } from '@/lib/accounts/schema'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, refusable } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { lockProven, provePassword } from './prove-password'
import { makeRecoveryCode } from './recovery-code'
import { keepRecoveryCode } from './session-recovery-code'

/**
 * Makes another recovery code for whoever proves their password, and gives it: the one before is good no more. Refused
 * at `currentPassword`.
 */
export async function newRecoveryCode(
  actor: AccountActor,
  typed: { currentPassword: string },
  { network }: Origin,
): Promise<Outcome<{ recoveryCode: string }>> {
  const proof = await provePassword(actor.id, typed.currentPassword, network)
  if (!proof.ok) return proof
  const { code, hash } = makeRecoveryCode()
  return refusable(() =>
    transaction(async (tx) => {
      const { id } = await lockProven(tx, proof)
      await updateCredentials(tx, id, { recoveryHash: hash })
      await traceNetwork(tx, { accountId: id, operation: 'new-recovery-code', network })
      return { ok: true as const, recoveryCode: code }
    }),
  )
}

/** Makes another code and leads to the page that shows it. */
export async function newCodeHere(
  actor: AccountActor,
  typed: z.output<typeof newCodeSchema>,
  origin: Origin,
): Promise<Outcome<{ next: string }>> {
  const made = await newRecoveryCode(actor, typed, origin)
  if (!made.ok) return made
  await keepRecoveryCode(actor.id, made.recoveryCode)
  return { ok: true, next: paths.recoveryCode({ next: typed.next }) }
}
