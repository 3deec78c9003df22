import { listedTitleOf, type SourceRecord, shortNameOf } from '@/lib/citations/record'
import { oncePerSource } from '@/lib/citations/references'
import type { Citation } from '@/lib/content/citation'

/** Supporting sources of one sort: how many, and the names of those that were read here and of those that were not. */
export interface Looked {
  count: number
  read: string[]
  unread: string[]
}

/** What stands behind a fact: where it was said itself, and who reports it. */
export interface Evidence {
  originals: Looked
  reports: Looked
}

/** Sorts the sources that support a fact, each once; of one cited twice, an original and a passage that was read win. */
export function evidenceOf(
  supporting: readonly Citation[],
  records: ReadonlyMap<number, SourceRecord>,
): Evidence {
  const originals = supporting.filter((one) => one.directness === 'original')
  const named = new Set(originals.map((one) => one.source))
  const reports = supporting.filter((one) => !named.has(one.source))
  return {
    originals: lookedAt(originals, records, placeOf),
    reports: lookedAt(reports, records, shortNameOf),
  }
}

function lookedAt(
  citations: readonly Citation[],
  records: ReadonlyMap<number, SourceRecord>,
  nameOf: (record: SourceRecord, citation: Citation) => string,
): Looked {
  const read = new Set(citations.filter((one) => one.opened === 'yes').map((one) => one.source))
  const once = oncePerSource(citations).flatMap((citation) => {
    const record = records.get(citation.source)
    return record ? [{ name: nameOf(record, citation), isRead: read.has(citation.source) }] : []
  })
  const namesOf = (found: typeof once) => [...new Set(found.map((one) => one.name))]
  return {
    count: once.length,
    read: namesOf(once.filter((one) => one.isRead)),
    unread: namesOf(once.filter((one) => !one.isRead)),
  }
}

/** An original is looked for by its title, a described one by who published it, and by the place in it. */
function placeOf(record: SourceRecord, { locator }: Citation): string {
  const name = record.isDescribed && record.publisher ? record.publisher : listedTitleOf(record)
  return locator ? `${name}, ${locator}` : name
}
