import { updateName } from '@/db/accounts/accounts'
import { countOwnRenames } from '@/db/accounts/held-names'
import type { Tx } from '@/db/postgres/client'
import { lockPerson } from '@/lib/accounts/lock-person'
import { ownNameSchema, renameAccountSchema } from '@/lib/accounts/schema'
import { tags } from '@/lib/cache/tags'
import { RefusalError, type RefusalReason, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { type Context, operation } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { holdName, isHeldFrom, turnsForNames } from './hold-name'
import { nameKeyOf, parseName } from './name'
import { OWN_RENAMES } from './own-renames'

type Renaming = Context<AccountActor, 'account.rename', 'account.renamed'>

/**
 * Changes the name of an account everywhere at once: one's own, or that of somebody below oneself, with a public
 * reason. Nothing keeps the old name, but it is reserved for half a year, so that nobody can impersonate; only its
 * former owner may take it back. Gives the cache event and the account's page. Refused at `name` when it is not valid,
 * when it or one that looks like it is another's, when it is the name already, and when one's own was changed twice in
 * 30 days; at `reason` when somebody else's is changed without one.
 */
export const renameAccount = operation({
  name: 'account.rename',
  who: 'account',
  input: renameAccountSchema,
  audits: ['account.rename'],
  announces: ['account.renamed'],
  run: rename,
})

/** Changes one's own name. */
export const renameSelf = operation({
  name: 'account.rename-self',
  who: 'account',
  input: ownNameSchema,
  audits: ['account.rename'],
  announces: ['account.renamed'],
  run: (context: Renaming, { name }) => rename(context, { accountId: context.actor.id, name, reason: '' }),
})

function rename(
  { actor: by, commit }: Renaming,
  { accountId, reason, ...wanted }: { accountId: number; name: string; reason: string },
) {
  return commit(async ({ tx, audited, happened, changed }) => {
    const { actor, person } = await lockPerson(tx, by, 'renameAccount', accountId)
    const isOwn = actor.id === accountId
    if (reason === '' && !isOwn) refuseAt('reason', codes().accounts.rename.giveReason)
    if (isOwn) await checkRenamesLeft(tx, accountId)
    const name = await takeName(tx, person, wanted.name, isOwn)
    audited('account.rename', { accountId, ...(reason && { reason }) })
    happened({ name: 'account.renamed', accountId })
    const event = await changed([tags.account(accountId)], { isWithholding: true })
    return { event, path: paths.person(accountId), name }
  })
}

async function checkRenamesLeft(tx: Tx, accountId: number): Promise<void> {
  const { most, days } = OWN_RENAMES
  const used = await countOwnRenames(tx, accountId, days)
  if (used >= most) refuseAt('name', codes().ownAccount.name.tooOften(days), 'too_many')
}

async function takeName(
  tx: Tx,
  person: { id: number; name: string },
  typed: string,
  isOwn: boolean,
): Promise<string> {
  const parsed = parseName(typed)
  if (!parsed.ok) throw new RefusalError(parsed)
  const { name, nameKey } = parsed
  if (name === person.name) throw new RefusalError(refuse('no_change', codes().accounts.rename.same))
  const left = nameKeyOf(person.name)
  await turnsForNames(tx, nameKey, left)
  if (await isHeldFrom(tx, nameKey, person.id)) refuseAt('name', codes().accounts.name.taken, 'name_taken')
  if (!(await updateName(tx, person.id, { name, nameKey })))
    refuseAt('name', codes().accounts.name.taken, 'name_taken')
  // A name that moderators had to change is reserved for nobody, not even its former owner.
  if (left !== nameKey) await holdName(tx, left, isOwn ? person.id : null)
  return name
}

function refuseAt(field: string, message: Message, reason: RefusalReason = 'invalid'): never {
  throw new RefusalError(refuse(reason, codes().accounts.checkMarked, { [field]: message }))
}
