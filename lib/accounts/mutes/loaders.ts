import { notFound } from 'next/navigation'
import { findAccountCard } from '@/db/accounts/accounts'
import { findMuted } from '@/db/accounts/mutes'
import { primary } from '@/db/postgres/client'
import { requireAccount } from '@/lib/accounts/loaders'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paths } from '@/lib/routes'
import { MOST_MUTED } from './change-mute'

/** Whom one has muted; a visitor signs in first. */
export async function loadMuted(): Promise<{ id: number; name: string }[]> {
  const actor = await requireAccount(paths.muted())
  return findMuted(primary(), actor.id, MOST_MUTED)
}

/** The person to mute; not found where there is none, and for oneself. */
export async function loadMutePage(id: AddressText): Promise<{ id: number; name: string }> {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(paths.mutePerson(accountId))
  const card = await findAccountCard(primary(), accountId)
  if (!card?.isPerson || card.id === actor.id) notFound()
  return { id: card.id, name: card.name }
}
