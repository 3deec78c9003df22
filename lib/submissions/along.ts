import { temporaryId } from '@/lib/content/temporary-id'
import type { ContentKind } from '@/lib/kinds/registry'

/** What a form may bring along with its entry, in this order. */
const kindsAlong: ContentKind[] = ['source', 'page']

/** Whether entries of these kinds, in this order, are such as a form brings along. */
export const areAlong = (kinds: readonly ContentKind[]): boolean =>
  kinds.every(
    (kind, at) =>
      kindsAlong.includes(kind) && kindsAlong.indexOf(kind) >= kindsAlong.indexOf(kinds[at - 1] ?? kind),
  )

/** The entry that a form is about is the first of its changeset; what it brings along follows. */
const FIRST_ALONG = 2

/** The temporary id of what a form brings along, by its place among that, from 0. */
export const idAlong = (place: number): number => temporaryId(FIRST_ALONG + place)

/** The place, from 0, of what has this temporary id among what a form brings along. */
export const placeAlong = (id: number): number => -id - FIRST_ALONG
