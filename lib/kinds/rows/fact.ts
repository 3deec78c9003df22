import { replaceFactFacet } from '@/db/entries/facets'
import { daysOf } from '@/lib/fields/days'
import { SAID_ON, SPEAKER } from '@/lib/kinds/relation-fields'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { type KindRows, noRows, noValue, type Typed } from './kind-rows'
import { voidOfFact } from './void-checks'

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
  voidChecks: voidOfFact,
  typedFrom: ({ speaker, saidOn }) => (speaker === null && saidOn === null ? null : [speaker, saidOn]),
  hasValues: true,
  readTyped: ({ content: { speaker, saidOn }, number }) => ({
    ordinal: number,
    sortKey: '',
    relations: speaker === null ? [] : [{ field: SPEAKER, position: 0, to: speaker }],
    values: saidOn === null ? [] : dateOf(saidOn),
  }),
}

/** The days that a date may mean of which year, month and day may be known (ISO 8601). */
function dateOf(partialDate: string): Typed['values'] {
  const [year, month, day] = partialDate.split('-').map(Number)
  const days = daysOf({ ...{ year, month, day } })
  return days ? [{ ...noValue, field: SAID_ON, type: 'date', ...days, isApproximate: false }] : []
}
