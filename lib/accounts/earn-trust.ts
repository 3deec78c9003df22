import type { Tx } from '@/db/client'
import { updateRole } from '@/db/queries/accounts'
import { findActor } from '@/db/queries/actors'
import { findTrackRecord } from '@/db/queries/track-records'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { recordEvent } from '@/lib/events/record-event'
import { earnsTrust, mayEarnTrust } from '@/lib/policy/trust'

/**
 * Lets a fan step up to trusted when the edit just accepted completes their track record; in the transaction of that
 * decision, whose maker the audit record names. Tells whether they did.
 */
export async function earnTrust(tx: Tx, authorId: number, decidedBy: { id: number }): Promise<boolean> {
  const author = await findActor(tx, authorId)
  if (!author || !mayEarnTrust(author)) return false
  const record = await findTrackRecord(tx, authorId)
  if (!earnsTrust(record)) return false
  await updateRole(tx, authorId, 'trusted')
  await audit(tx, { actor: decidedBy, act: 'account.earn-trust', accountId: authorId, detail: { ...record } })
  recordEvent(tx, { name: 'account.role-changed', actorId: decidedBy.id, accountId: authorId })
  await announce(tx, [tags.account(authorId)])
  return true
}
