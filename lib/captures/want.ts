import { insertWanted, type SourceAddress, type WantedPassage } from '@/db/captures/wanted'
import { type Tx, withCommit } from '@/db/postgres/client'
import type { Citation } from '@/lib/content/citation'
import { citationsIn } from '@/lib/content/cited'
import { isTemporary, temporaryId } from '@/lib/content/temporary-id'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/enqueue'
import { LOOK_OUTSIDE_KEY } from '@/lib/jobs/keys'
import { type AnyContent, type EntryContent, kindOf } from '@/lib/kinds/registry'
import { pageKey, quoteKey, withoutFragment } from './keys'

type Published = EntryContent & { id: number; before: AnyContent | null }
type Kept = EntryContent & { position: number; before: AnyContent | null }

/**
 * What is published names addresses, and quotes words from them: with its commit both are written down, and a job looks
 * for the words. Only what its `before` did not name is written.
 */
export function wantPublished(tx: Tx, placed: readonly Published[]): void {
  const sources = placed.flatMap(sourceOf)
  const passages = placed.flatMap((one) =>
    newlyQuoted(one).map((citation) => wanted(citation, { id: citation.source }, { entryId: one.id })),
  )
  const known = new Map(sources.map(({ sourceId, key, url }) => [sourceId, { key, url }]))
  write(
    tx,
    sources,
    passages.map((one) => ({
      ...one,
      source: ('id' in one.source && known.get(one.source.id)) || one.source,
    })),
  )
}

/** The same for what waits: sources that come with it have no id yet, and are known by their addresses. */
export function wantKept(tx: Tx, submissionId: number, items: readonly Kept[]): void {
  const urls = new Map(
    items.map((one) => [temporaryId(one.position), kindOf(one.kind).foundAt(one.content)] as const),
  )
  const passages = items.flatMap((one) =>
    newlyQuoted(one).flatMap((citation) => {
      if (!isTemporary(citation.source)) return [wanted(citation, { id: citation.source }, { submissionId })]
      const url = urls.get(citation.source)
      return url ? [wanted(citation, placeOf(url), { submissionId })] : []
    }),
  )
  write(tx, [], passages)
}

function write(tx: Tx, sources: SourceAddress[], passages: WantedPassage[]): void {
  if (sources.length + passages.length === 0) return
  withCommit(tx, () => insertWanted(tx, sources, passages))
  if (passages.length > 0 && !env.outside.isOff) enqueue(tx, 'look-outside', {}, { key: LOOK_OUTSIDE_KEY })
}

function sourceOf({ id, kind, content, before }: Published): SourceAddress[] {
  const url = kindOf(kind).foundAt(content)
  if (!url || (before && kindOf(kind).foundAt(before) === url)) return []
  return [{ sourceId: id, ...placeOf(url) }]
}

const placeOf = (url: string) => ({ key: pageKey(url), url: withoutFragment(url) })

const wanted = (
  { quote }: Citation,
  source: WantedPassage['source'],
  by: WantedPassage['by'],
): WantedPassage => ({ source, by, quote: quote ?? '', quoteKey: quoteKey(quote ?? '') })

/** The citations with words of their own that the content before did not have from the same source. */
function newlyQuoted({ kind, content, before }: EntryContent & { before: AnyContent | null }): Citation[] {
  if (!kindOf(kind).cites) return []
  const keyOf = ({ source, quote }: Citation) => `${source} ${quote}`
  const had = new Set(before ? citationsIn(before).map(keyOf) : [])
  return citationsIn(content).filter((one) => one.quote && !had.has(keyOf(one)))
}
