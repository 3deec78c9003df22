import { insertAuditRecord } from '@/db/audit/audit'
import type { Tx } from '@/db/postgres/client'
import { announceLater } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import type { AccountActor } from '@/lib/policy/actor'

/** Every recorded act, as noun and verb, and whether the public log shows it. */
export const acts = {
  'account.add-way': 'closed',
  'account.appoint': 'public',
  'account.ask-deletion': 'closed',
  'account.block': 'public',
  'account.delete': 'closed',
  'account.download': 'closed',
  'account.earn-trust': 'public',
  'account.keep': 'closed',
  'account.look-up-networks': 'closed',
  'account.remove-way': 'closed',
  'account.rename': 'public',
  'account.unblock': 'public',
  'appeal.answer': 'closed',
  'author.rename': 'public',
  'comment.accept': 'closed',
  'comment.decline': 'closed',
  'comment.erase': 'closed',
  'comment.hide': 'public',
  'comment.suppress': 'closed',
  'comment.unhide': 'public',
  'comment.unsuppress': 'closed',
  'entry.alias': 'public',
  'entry.delete': 'public',
  'entry.erase': 'closed',
  'entry.hide': 'public',
  'entry.merge': 'public',
  'entry.protect': 'public',
  'entry.rename': 'public',
  'entry.revert': 'closed',
  'entry.suppress': 'closed',
  'entry.unalias': 'public',
  'entry.undelete': 'public',
  'entry.unhide': 'public',
  'entry.unprotect': 'public',
  'entry.unsuppress': 'closed',
  'field.change': 'public',
  'setting.change': 'public',
  'own-words.decline': 'closed',
  'own-words.pass': 'closed',
  'report.clear': 'closed',
  'report.close': 'closed',
  'report.reopen': 'closed',
  'submission.accept': 'closed',
  'submission.amend': 'closed',
  'submission.decline': 'closed',
  'submission.overtaken': 'closed',
  'submission.reopen': 'closed',
  'submission.request-changes': 'closed',
  'submission.vote': 'closed',
  'submission.withdraw': 'closed',
  'words.change': 'closed',
  'words.reopen': 'closed',
  'words.uphold': 'closed',
  'words.withhold': 'closed',
} as const satisfies Record<string, 'public' | 'closed'>

export type ActName = keyof typeof acts

/** The acts that the public log shows. */
export type PublicAct = { [A in ActName]: (typeof acts)[A] extends 'public' ? A : never }[ActName]

const isPublicAct = (act: ActName): act is PublicAct => acts[act] === 'public'

export const publicActs: readonly PublicAct[] = (Object.keys(acts) as ActName[]).filter(isPublicAct)

export interface Act {
  actor: Pick<AccountActor, 'id'>
  /** The act. */
  act: ActName
  /** The entry, or the account, that it was done to. */
  entryId?: number
  accountId?: number
  /** Further details for later: ids and settings, never a secret, and never public. */
  detail?: Record<string, unknown>
  /** Why, in the actor's words. */
  reason?: string
}

/**
 * Records a privileged act, in the transaction of the act itself, so that neither exists without the other. Announces a
 * change of the public log where it shows the act.
 */
export async function audit(tx: Tx, { actor, detail = {}, ...act }: Act): Promise<void> {
  const isPublic = isPublicAct(act.act)
  if (isPublic) announceLater(tx, [tags.log])
  await insertAuditRecord(tx, { actorId: actor.id, detail, isPublic, ...act })
}
