import { OUTLET } from '@/lib/kinds/relation-fields'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { isTitleKey, titleKey } from '@/lib/titles/title'
import { type KindRows, noRows } from './kind-rows'
import { voidAgainstSource } from './void-checks'

/** A source has a relation to its outlet, by the outlet's name as a title, in the order of the sources' numbers. */
export const sourceRows: KindRows<SourceContent> = {
  ...noRows,
  voidChecks: voidAgainstSource,
  typedFrom: ({ publisher }) => publisher,
  namesTitles: true,
  readTyped: ({ content: { publisher }, number }) => {
    const to = titleKey(publisher ?? '')
    const relations = isTitleKey(to) ? [{ field: OUTLET, position: 0, to }] : []
    return { ordinal: number, sortKey: '', relations, values: [] }
  },
}
