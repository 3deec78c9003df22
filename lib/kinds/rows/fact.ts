import { replaceFactFacet } from '@/db/entries/facets'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { type KindRows, noRows } from './kind-rows'

/** A fact has a facet row, by which rules and lists know its gate and whether it is private life. */
export const factRows: KindRows<FactContent> = {
  ...noRows,
  listedAs: ({ isPrivateLife, gate }) => [isPrivateLife, gate],
  derive: async (tx, { id, content: { isPrivateLife, gate } }) => {
    await replaceFactFacet(tx, {
      entryId: id,
      isPrivateLife,
      gateKind: gate.kind,
      gatePageId: gate.kind === 'place' ? gate.page : null,
    })
    return []
  },
}
