import type { ContentKind } from '@/lib/kinds/registry'

/** What a form may bring along with its entry, in this order. */
const kindsAlong: ContentKind[] = ['source', 'page']

/** Whether entries of these kinds, in this order, are such as a form brings along. */
export const areAlong = (kinds: readonly ContentKind[]): boolean =>
  kinds.every(
    (kind, at) =>
      kindsAlong.includes(kind) && kindsAlong.indexOf(kind) >= kindsAlong.indexOf(kinds[at - 1] ?? kind),
  )
