import { type Tx, transaction } from '@/db/client'
import { updateName } from '@/db/queries/accounts'
import { countOwnRenames } from '@/db/queries/held-names'
import { lockPerson } from '@/lib/accounts/lock-person'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, type RefusalReason, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { holdName, isHeldFrom, turnsForNames } from './hold-name'
import { nameKeyOf, parseName } from './name'

/** How often people change their own name; twice, so that a slip can be mended. */
const OWN_RENAMES = { most: 2, days: 30 }

/**
 * Changes the name of an account everywhere at once: one's own, or that of somebody below oneself, with a reason that
 * the public log tells. Neither the record nor anything else keeps the old name, but nobody else may take it for half a
 * year, so that nobody is taken for whom they are not; only who gave it up may take it back. Gives the cache event and the account's
 * page. Refused at `name` when it is no name, when it or one that looks like it is another's, and when it is the name
 * already, and when one's own was changed twice in 30 days; at `reason` when somebody else's is changed without one.
 */
export function renameAccount(
  by: AccountActor,
  wanted: { accountId: number; name: string; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number; path: string; name: string }>> {
  return refusable(() =>
    transaction(async (tx) => {
      const { accountId, reason } = wanted
      const { actor, person } = await lockPerson(tx, by, 'renameAccount', accountId)
      if (reason === '' && actor.id !== accountId) refuseAt('reason', messages().accounts.rename.giveReason)
      const isOwn = actor.id === accountId
      if (isOwn) await demandRoom(tx, accountId)
      const name = await takeName(tx, person, wanted.name, isOwn)
      await audit(tx, { actor, act: 'account.rename', accountId, ...(reason && { reason }) })
      recordEvent(tx, { name: 'account.renamed', actorId: actor.id, accountId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'rename-account', network })
      const event = await announce(tx, [tags.account(accountId)], { isWithholding: true })
      return { ok: true as const, event, path: paths.person(accountId), name }
    }),
  )
}

/** Changes one's own name. */
export const renameSelf = (actor: AccountActor, { name }: { name: string }, origin: Origin) =>
  renameAccount(actor, { accountId: actor.id, name, reason: '' }, origin)

async function demandRoom(tx: Tx, accountId: number): Promise<void> {
  const { most, days } = OWN_RENAMES
  const used = await countOwnRenames(tx, accountId, days)
  if (used >= most) refuseAt('name', messages().ownAccount.name.tooOften(days), 'too_many')
}

async function takeName(
  tx: Tx,
  person: { id: number; name: string },
  typed: string,
  isOwn: boolean,
): Promise<string> {
  const { accounts } = messages()
  const parsed = parseName(typed)
  if (!parsed.ok) throw new RefusalError(parsed)
  const { name, nameKey } = parsed
  if (name === person.name) throw new RefusalError(refuse('no_change', accounts.rename.same))
  const left = nameKeyOf(person.name)
  await turnsForNames(tx, nameKey, left)
  if (await isHeldFrom(tx, nameKey, person.id)) refuseAt('name', accounts.name.taken, 'name_taken')
  if (!(await updateName(tx, person.id, { name, nameKey })))
    refuseAt('name', accounts.name.taken, 'name_taken')
  // A name that others had to change is nobody's, not even theirs.
  if (left !== nameKey) await holdName(tx, left, isOwn ? person.id : null)
  return name
}

function refuseAt(field: string, sentence: string, reason: RefusalReason = 'invalid'): never {
  throw new RefusalError(refuse(reason, messages().accounts.checkMarked, { [field]: sentence }))
}
