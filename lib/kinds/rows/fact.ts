import { replaceFactFacet } from '@/db/entries/facets'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { type KindRows, noRows } from './kind-rows'

/**
 * A fact has a facet row, by which rules and lists know whether it is private life, and a relation to its
 * speaker, in the order of the facts' numbers.
 */
export const factRows: KindRows<FactContent> = {
  ...noRows,
  listedAs: ({ isPrivateLife, gate }) => [isPrivateLife, gate],
  derive: async (tx, { id, content: { isPrivateLife } }) => {
    await replaceFactFacet(tx, { entryId: id, isPrivateLife })
    return []
  },
  typedFrom: ({ speaker }) => speaker,
  readTyped: ({ content: { speaker }, number }) => ({
    ordinal: number,
    sortKey: '',
    relations: speaker === null ? [] : [{ field: SPEAKER, position: 0, to: speaker }],
    values: [],
  }),
}
