import { notFound, redirect } from 'next/navigation'
import { primary } from '@/db/postgres/client'
import { markSeen } from '@/db/submissions/submissions'
import { requireAccount } from '@/lib/accounts/loaders'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { showCase } from '@/lib/review/show-case'
import { paths } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { type Amendment, loadAmendmentForm } from './load-amendment'
import { type OwnLook, ownLookOf } from './own-look'

/**
 * The form with which the signed-in account amends its own submission; others' are not found. A visitor signs in first.
 */
export async function loadAmendment(segment: AddressText): Promise<Amendment> {
  const id = numberOfAddress(segment) ?? notFound()
  const actor = await requireAccount(paths.amend(id))
  const amendment = await loadAmendmentForm(actor, id)
  if (amendment?.review?.state === 'declined') await markSeen(primary(), id, actor.id)
  if (amendment) return amendment
  return (await showCase(actor, id)) ? redirect(paths.submission(id)) : notFound()
}

/** What the signed-in account sent, as it would read; others' is not found, nor what is over. */
export async function loadOwnLook(segment: AddressText): Promise<OwnLook> {
  const id = numberOfAddress(segment)
  const actor = await currentActor()
  if (id === null || actor.kind === 'visitor') notFound()
  return (await ownLookOf(actor, id)) ?? notFound()
}
