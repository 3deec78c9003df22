import { findTitleHolder } from '@/db/entries/titles'
import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { isVisibleTo } from '@/db/visibility/private-life'
import type { GatePlace } from '@/lib/entries/named'
import type { AddressText } from '@/lib/input/address'
import { stored } from '@/lib/kinds/registry'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { loadPlaces } from '@/lib/places/loaders'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { accountOf, type EditFormData, loadEditForm } from '@/lib/submissions/load'
import { type Prospects, prospectsOf } from '@/lib/submissions/outcome'
import { titleKey } from '@/lib/titles/title'
import { findFallbackPage } from './new-fact-pages'

/** The data of the form for a new fact. */
export interface NewFactFormData extends Prospects {
  accountId: number | null
  accountName: string | null
  /** The title of the page that it starts with; text that is no title (yet) is kept as it is. */
  about: string
  isAboutKnown: boolean
  /** The page of a fact whose author is not sure what it is about. */
  fallback: string | null
  places: GatePlace[]
}

/** Prepares the form for a new fact; `about` is a title to start with, or nothing. */
export async function loadNewFact(actor: Actor, about: AddressText): Promise<NewFactFormData> {
  const holder = about ? await findTitleHolder(reads(), titleKey(about)) : null
  const page = holder && holder.deletedAt === null ? holder : null
  const content = { ...emptyFact, about: page ? [page.entryId] : [] }
  const [places, fallback, prospects] = await Promise.all([
    loadPlaces(),
    findFallbackPage(),
    prospectsOf(reads(), actor, { kind: 'fact', entryId: null, content }),
  ])
  return {
    ...accountOf(actor),
    about: page?.title ?? (holder ? '' : about),
    isAboutKnown: page !== null,
    fallback: fallback?.label ?? null,
    places: places.map(({ id, label }) => ({ id, label })),
    ...prospects,
  }
}

/** The data of the form for a fact, by the number in its address; null when there is none that this actor may read. */
export async function loadFactForEditing(
  actor: Actor,
  number: number,
  from: 'own' | 'published' = 'own',
): Promise<EditFormData<'fact'> | null> {
  const within = readScopeOf(actor)
  const head = await findHeadByNumber(reads(), within, 'fact', number)
  if (!head || !(await isVisibleTo(reads(), within, head.id))) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  return loadEditForm(actor, 'fact', base, stored('fact', head), from)
}
