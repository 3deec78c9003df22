import { notFound } from 'next/navigation'
import { findActor } from '@/db/accounts/actors'
import { countNetworks, findSharedNetworks, type SharedNetwork } from '@/db/accounts/shared-networks'
import { findLookUps, hasLookedUp, type LookUp } from '@/db/audit/look-ups'
import { primary } from '@/db/postgres/client'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { can } from '@/lib/policy/policy'
import { requireModerator } from '@/lib/sessions/session'

/** For how long one look-up shows its answer, in minutes. */
const MINUTES = 60
const MOST_SHARING = 100
const ON_A_PAGE = 50

/** Who shares a network with somebody: only for whoever has said why they look, and was recorded. */
export interface NetworksPage {
  person: { id: number; name: string }
  answer: { networks: number; sharing: SharedNetwork[] } | null
}

/** The page about somebody's networks; not found for everybody who may not block them, as if they did not exist. */
export async function loadNetworks(segment: AddressText): Promise<NetworksPage> {
  const moderator = await requireModerator()
  const id = numberOfAddress(segment) ?? notFound()
  const person = (await findActor(primary(), id)) ?? notFound()
  if (!can(moderator, 'block', person)) notFound()
  const looked = { byId: moderator.id, accountId: id, minutes: MINUTES }
  if (!(await hasLookedUp(primary(), looked))) return { person, answer: null }
  const [networks, sharing] = await Promise.all([
    countNetworks(primary(), id),
    findSharedNetworks(primary(), id, MOST_SHARING),
  ])
  return { person, answer: { networks, sharing } }
}

export interface LookUps {
  shown: LookUp[]
  next: number | null
  isFirst: boolean
}

/** Every look-up of networks, for owners; not found for everybody else. */
export async function loadLookUps(before: Parameter): Promise<LookUps> {
  const owner = await requireModerator()
  if (!can(owner, 'readLookUps')) notFound()
  const from = numberOfAddress(before)
  const rows = await findLookUps(primary(), from, ON_A_PAGE + 1)
  return { ...paginate(rows, ON_A_PAGE, (row) => row.id), isFirst: from === null }
}
