import { insertSourceKeys, replaceSourceKeys } from '@/db/sources/source-keys'
import { OUTLET } from '@/lib/kinds/relation-fields'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { sourceKeys } from '@/lib/kinds/source-keys'
import { isTitleKey, titleKey } from '@/lib/titles/title'
import { type KindRows, noRows } from './kind-rows'
import { voidAgainstSource } from './void-checks'

/**
 * A source has keys, by which it is found again, and a relation to its outlet, by the outlet's name as a title, in the
 * order of the sources' numbers.
 */
export const sourceRows: KindRows<SourceContent> = {
  ...noRows,
  voidChecks: voidAgainstSource,
  listedAs: sourceKeys,
  derive: async (tx, { id, content, before }) => {
    const keys = new Map([[id, sourceKeys(content)]])
    await (before === null ? insertSourceKeys(tx, keys) : replaceSourceKeys(tx, keys))
    return []
  },
  typedFrom: ({ publisher }) => publisher,
  namesTitles: true,
  readTyped: ({ content: { publisher }, number }) => {
    const to = titleKey(publisher ?? '')
    const relations = isTitleKey(to) ? [{ field: OUTLET, position: 0, to }] : []
    return { ordinal: number, sortKey: '', relations, values: [] }
  },
}
