import { type DeadSource, findDeadSources } from '@/db/captures/captured'
import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findAside } from '@/db/tasks/aside'
import { stored } from '@/lib/kinds/registry'
import type { AccountActor } from '@/lib/policy/actor'
import { loadCitingEntries } from '@/lib/sources/loaders'
import { type Asker, shareOf } from './find'

/** So many are looked at. */
const LOOKED_AT = 50
/** So many facts that rest on one are named. */
const MOST_NAMED = 3

/** A source whose address is dead: one card, whatever rests on it. */
export interface DeadCard extends DeadSource {
  revisionNumber: number
  /** What rests on it. */
  facts: number
  named: { number: number; path: string }[]
}

/** The dead sources that somebody has not put aside. */
export async function deadFor({ accountId, within }: Asker): Promise<DeadSource[]> {
  const dead = await findDeadSources(reads(), within, 0, LOOKED_AT)
  const aside = await findAside(
    reads(),
    accountId,
    'dead',
    dead.map(({ sourceId }) => String(sourceId)),
  )
  return dead.filter(({ sourceId }) => !aside.has(String(sourceId)))
}

/** The next one for somebody; those that name a copy already are done. */
export async function deadCard(actor: AccountActor, asker: Asker): Promise<DeadCard | null> {
  const dead = await deadFor(asker)
  const from = Math.floor(shareOf(actor.id) * dead.length)
  for (const one of [...dead.slice(from), ...dead.slice(0, from)]) {
    const head = await findHeadByNumber(reads(), asker.within, 'source', one.number)
    if (!head?.content || stored('source', head).archiveUrl !== null) continue
    const { cards } = await loadCitingEntries(one.sourceId, undefined)
    const named = cards
      .slice(0, MOST_NAMED)
      .flatMap((card) => ('path' in card ? [{ number: card.number, path: card.path }] : []))
    const { revisionNumber } = head
    return { ...one, revisionNumber, facts: cards.length, named }
  }
  return null
}
