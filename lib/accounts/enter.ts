import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { endOtherSessions } from '@/lib/accounts/end-sessions'
import { holdOutside } from '@/lib/accounts/outside/session-outside'
import { keepRecoveryCode } from '@/lib/accounts/passwords/session-recovery-code'
import { keepSpareCodes } from '@/lib/accounts/second-step/session-spare-codes'
import { operation } from '@/lib/operations/operation'
import { paths } from '@/lib/routes'
import { currentSessionId, startSession } from '@/lib/sessions/session'
import { nothingSchema } from './schema'
import type { SignedUp } from './sign-up'

/** What a sign-in form holds besides: the page to continue to. */
interface Way {
  next: string
}

/** The page to continue to; for whoever is about to be deleted the one where they can keep their account. */
export async function wayOn(accountId: number, next: string): Promise<string> {
  const actor = await findActor(primary(), accountId)
  return actor?.leavesAt ? paths.deleteAccount() : next
}

/** Signs this browser in, and gives the page to continue to. */
export async function enterHere({ accountId }: { accountId: number }, { next }: Way): Promise<Way> {
  await startSession(accountId)
  return { next: await wayOn(accountId, next) }
}

/** Signs this browser in with a new account or a new password, and continues to its recovery code or address page. */
export async function enterWithCode({ accountId, recoveryCode }: SignedUp, { next }: Way): Promise<Way> {
  await startSession(accountId)
  if (recoveryCode === null) return { next: paths.accountEmail({ next }) }
  await keepRecoveryCode(accountId, recoveryCode)
  return { next: paths.recoveryCode({ next }) }
}

/** Gives this browser a new session, after all of the account's sessions were ended. */
export async function stayHere(_: object, _typed: object, { id }: { id: number }): Promise<object> {
  await startSession(id)
  return {}
}

/** Continues to the page that shows a new code. */
export async function showCode(
  { recoveryCode }: { recoveryCode: string },
  { next }: Way,
  { id }: { id: number },
): Promise<Way> {
  await keepRecoveryCode(id, recoveryCode)
  return { next: paths.recoveryCode({ next }) }
}

/** Lets this browser go to another site to link the account, which was just proved to be theirs. */
export async function goOutside(
  { provider }: { provider: string },
  _typed: object,
  { id }: { id: number },
): Promise<{ provider: string }> {
  await holdOutside('linking', { accountId: id, provider })
  return { provider }
}

/** Gives this browser a new session, and continues to the page that shows new spare codes. */
export async function enterWithSpareCodes(
  { spareCodes }: { spareCodes: string[] },
  _typed: object,
  { id }: { id: number },
): Promise<object> {
  await startSession(id)
  await keepSpareCodes(id, spareCodes)
  return {}
}

/** Continues to the page that shows new spare codes. */
export async function showSpareCodes(
  { spareCodes }: { spareCodes: string[] },
  _typed: object,
  { id }: { id: number },
): Promise<object> {
  await keepSpareCodes(id, spareCodes)
  return {}
}

/** Ends all of one's own sessions but this browser's. */
export const endOthersFromHere = operation({
  name: 'account.end-other-sessions',
  who: 'account',
  isForLeaving: true,
  input: nothingSchema,
  audits: { nothing: 'sessions are their account’s own' },
  run: async ({ actor }) => {
    await endOtherSessions(actor, { currentId: await currentSessionId() })
    return {}
  },
})
