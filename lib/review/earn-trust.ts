import { updateRole } from '@/db/accounts/accounts'
import { findActor } from '@/db/accounts/actors'
import { findTrackRecord } from '@/db/accounts/track-records'
import { tags } from '@/lib/cache/tags'
import type { Writing } from '@/lib/operations/writing'
import { earnsTrust, mayEarnTrust } from '@/lib/policy/trust'

/**
 * Lets a fan step up to trusted when the edit just accepted completes their track record; in the transaction of that
 * decision, whose maker the audit record names. Tells whether they did.
 */
export async function earnTrust(
  { tx, audited, happened, changed }: Writing<'account.earn-trust', 'account.role-changed'>,
  authorId: number,
): Promise<boolean> {
  const author = await findActor(tx, authorId)
  if (!author || !mayEarnTrust(author)) return false
  const record = await findTrackRecord(tx, authorId)
  if (!earnsTrust(record)) return false
  await updateRole(tx, authorId, 'trusted')
  audited('account.earn-trust', { accountId: authorId, detail: { ...record } })
  happened({ name: 'account.role-changed', accountId: authorId })
  await changed([tags.account(authorId)])
  return true
}
