import type { Queryable } from '@/db/postgres/client'
import { findEntryNumbers } from '@/db/publishing/publishing'
import type { EntryConflict } from '@/lib/changesets/conflict'
import { findDiffLabels, infoboxNames } from '@/lib/entries/diff-labels'
import { editPath } from '@/lib/entries/paths'
import { contentOf } from '@/lib/kinds/registry'
import type { ReadScope } from '@/lib/policy/policy'
import { labelOf } from '@/lib/publishing/label'
import type { CaseConflict } from './case'

/** Every entry where two edits met, with what is needed to read the texts. */
export async function showConflicts(
  db: Queryable,
  within: ReadScope,
  met: EntryConflict[],
): Promise<CaseConflict[]> {
  const numbers = await findEntryNumbers(
    db,
    met.map((one) => one.entryId),
  )
  return Promise.all(
    met.map(async ({ kind, entryId, base, theirs, yours, conflicts, buildsOn }) => {
      const number = numbers.get(entryId) ?? 0
      const label = labelOf(contentOf(kind, theirs))
      const texts = [base, theirs, yours].map((text) => contentOf(kind, text))
      const labels = await findDiffLabels(db, within, texts)
      return {
        label,
        editPath: editPath({ kind, number, label }),
        buildsOn,
        conflicts,
        names: labels.entries,
        infobox: infoboxNames(labels),
      }
    }),
  )
}
