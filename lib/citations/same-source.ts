import { type Queryable, reads } from '@/db/postgres/client'
import { findSourceByKeys } from '@/db/sources/source-keys'
import { type Identified, sourceKeys } from '@/lib/kinds/source-keys'
import type { ReadScope } from '@/lib/policy/policy'

/**
 * The id of the source that is the same as this one, whatever its address wears (`addressKey()`), or has its DOI or ISBN;
 * null where the scope shows none.
 */
export const findSameSource = (
  within: ReadScope,
  identified: Identified,
  db: Queryable = reads(),
): Promise<number | null> => findSourceByKeys(db, within, sourceKeys(identified))
