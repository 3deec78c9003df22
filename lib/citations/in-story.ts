import { findTitleHolder } from '@/db/entries/titles'
import { reads } from '@/db/postgres/client'
import { findSourceOfWork } from '@/db/sources/sources'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { newSourceOfWork } from '@/lib/kinds/schemas/source-of-work'
import { writersScope } from '@/lib/policy/policy'
import { titleKey } from '@/lib/titles/title'

/** The source that is the work of which this page tells; null where the wiki has none yet. */
export const sourceOfWork = (pageId: number): Promise<number | null> =>
  findSourceOfWork(reads(), writersScope, pageId)

/** The source that is the work with this title, or else a new one; what no page is called is kept in words. */
export async function sourceOfWorkCalled(
  title: string,
): Promise<{ source: number } | { fresh: SourceContent }> {
  const holder = await findTitleHolder(reads(), titleKey(title))
  const page = holder && holder.deletedAt === null ? holder : null
  const source = page && (await sourceOfWork(page.entryId))
  return source ? { source } : { fresh: newSourceOfWork(page?.title ?? title, page?.entryId ?? null) }
}
