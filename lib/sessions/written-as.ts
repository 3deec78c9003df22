import type { Refusal } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'

/**
 * The field in which every form says for whom its page was made: an account's id, or `visitor`. No secret, no
 * permission.
 */
export const WRITTEN_AS = 'writtenAs'

/** The field of somebody who was asked and confirmed: the account to send as, in the same format. */
export const SEND_AS = 'sendAs'

/** The value of the writer field for an actor. */
export const markOf = (actor: Pick<Actor, 'kind'> & { id?: number }): string =>
  actor.kind === 'visitor' ? 'visitor' : String(actor.id)

/** The same for an edit form, which knows an account's id, or null for a visitor. */
export const markOfAccount = (accountId: number | null): string => String(accountId ?? 'visitor')

/** A form that was written as one account, or as a visitor, and sent by another: nothing was done with it. */
export interface OtherAccountRefusal extends Refusal {
  reason: 'other_account'
  /** Who would send it now. `name` is null for a visitor. */
  sender: { mark: string; name: string | null }
  /** Who wrote it; null where nobody was signed in, or the form does not say. */
  writerName: string | null
}

/** Whether a refusal asks in whose name to send a form. */
export const isOtherAccount = (refusal: Refusal): refusal is OtherAccountRefusal =>
  refusal.reason === 'other_account'
