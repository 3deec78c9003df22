import { findShownHeadById } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { FoundEntry } from '@/lib/entries/at-address'
import { entryPath } from '@/lib/entries/paths'
import { kindOf, stored } from '@/lib/kinds/registry'
import { loadOpenings } from '@/lib/places/loaders'
import { titleKey } from '@/lib/titles/title'
import type { CommentView, Named, ShownComments } from './comment-view'
import { oneSpaced, type Paragraph, type Quotation, quotationOf } from './words'

/** The comments of a thread, those quotations marked whose words do not stand any more in the entry that it is about. */
export async function withWordsGone(
  { comments, named }: ShownComments,
  entry: FoundEntry,
): Promise<CommentView[]> {
  const isOfEntry = (one: Paragraph) => {
    const quotation = quotationOf(one)
    return quotation !== null && leadsTo(quotation, entry, named) ? quotation : null
  }
  if (!comments.some(({ words }) => words?.some(isOfEntry))) return comments
  const texts = await textsOf(entry)
  const isThere = ({ lines }: Quotation) => lines.every((line) => texts.some((text) => text.includes(line)))
  const checked = (one: Paragraph): Paragraph => {
    const quotation = isOfEntry(one)
    return quotation && !isThere(quotation) ? { ...one, isGone: true } : one
  }
  return comments.map((comment) => ({ ...comment, words: comment.words?.map(checked) ?? null }))
}

function leadsTo({ at }: Quotation, entry: FoundEntry, { pages }: Named): boolean {
  const path = at.type === 'page' ? pages.get(titleKey(at.title))?.path : at.path
  return path === entryPath(entry)
}

/** All that an entry says now: its name, what it is read as, and every text of it by itself. */
async function textsOf({ id, kind, label }: FoundEntry): Promise<string[]> {
  recordDependency(tags.entry(id))
  const { scope } = await loadOpenings()
  const head = await findShownHeadById(reads(), scope, id)
  const content = head && stored(kind, head)
  return [label, ...(content ? [kindOf(kind).readText(content), ...stringsIn(content)] : [])].map(oneSpaced)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}
