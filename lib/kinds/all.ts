import type { EntryKind } from '@/db/entries/schema'
import { factKind } from './fact'
import { fileKind } from './file'
import { pageKind } from './page'
import { sourceKind } from './source'

/** Every kind of entry that people write. A new one is added here, and to `entryKinds` of the database. */
export const allKinds = {
  page: pageKind,
  fact: factKind,
  source: sourceKind,
  file: fileKind,
} satisfies Record<EntryKind, object>
