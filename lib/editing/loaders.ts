import { notFound, redirect } from 'next/navigation'
import { primary } from '@/db/postgres/client'
import { markSeen } from '@/db/submissions/submissions'
import { requireAccount } from '@/lib/accounts/loaders'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { showCase } from '@/lib/review/show-case'
import { paths } from '@/lib/routes'
import { type Amendment, loadAmendmentForm } from './load-amendment'

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
