import type { Tx } from '@/db/client'
import { insertAuditRecord } from '@/db/queries/audit'
import type { AccountActor } from '@/lib/policy/actor'

export interface Act {
  actor: Pick<AccountActor, 'id'>
  /** What was done, as noun and verb: `account.block`, `submission.accept`. */
  act: string
  /** The entry, or the account, that it was done to. */
  entryId?: number
  accountId?: number
  /** What else is worth knowing later: ids and settings, never a secret. */
  detail?: Record<string, unknown>
  /** Why, in the actor's words. */
  reason?: string
}

/** Records a privileged act, in the transaction of the act itself, so that neither exists without the other. */
export function audit(tx: Tx, { actor, detail = {}, ...act }: Act): Promise<void> {
  return insertAuditRecord(tx, { actorId: actor.id, detail, ...act })
}
