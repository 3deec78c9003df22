import type { Queryable } from '@/db/postgres/client'
import { findSources } from '@/db/sources/sources'
import { findPassages, type Quoted } from '@/lib/captures/passages'
import { recordOf, type SourceRecord } from '@/lib/citations/record'
import { recordOfRow } from '@/lib/citations/records'
import type { Citation } from '@/lib/content/citation'
import { citationsIn } from '@/lib/content/cited'
import { entryIdsAmong, isTemporary, temporaryId } from '@/lib/content/temporary-id'
import { kindOf, ofKind } from '@/lib/kinds/registry'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { ReadScope } from '@/lib/policy/policy'
import { isSame } from '@/lib/text/canonical'
import type { CitedSource } from './case'
import type { Compared } from './texts-of'

/**
 * The citations of each proposed text, with the records of their sources: of what has a standing all of them, since it stands
 * on them together; of a page those that are new or changed. Sources that come with the changeset are described by its own
 * texts. Gives a list for each text, in their order.
 */
export async function citedSources(
  db: Queryable,
  within: ReadScope,
  compared: Compared[],
): Promise<CitedSource[][]> {
  const cited = compared.map((one) => {
    const before = one.before ? citationsIn(one.before) : []
    return citationsIn(one.content)
      .map((citation) => ({ citation, isNew: !before.some((known) => isSame(known, citation)) }))
      .filter(({ isNew }) => isNew || kindOf(one.kind).hasStanding)
  })
  const ids = cited.flat().map(({ citation }) => citation.source)
  const rows = await findSources(db, within, entryIdsAmong(ids))
  const records = new Map([
    ...rows.map((row) => [row.id, recordOfRow(row)] as const),
    ...ofKind('source', compared).flatMap(made),
  ])
  const passages = await findPassages(db, within, cited.flat().map(quotedBy(records)))
  const passageOf = new Map(cited.flat().map((one, place) => [one, passages[place]]))
  return cited.map((list) =>
    list.map((one) => ({
      ...one,
      isNewSource: isTemporary(one.citation.source),
      record: records.get(one.citation.source) ?? null,
      passage: passageOf.get(one),
    })),
  )
}

/** A source that comes with the changeset is known by its address. */
const quotedBy =
  (records: ReadonlyMap<number, SourceRecord>) =>
  ({ citation }: { citation: Citation }): Quoted => ({
    ...citation,
    url: isTemporary(citation.source) ? records.get(citation.source)?.url : null,
  })

function made(one: Extract<Compared, { content: SourceContent }>): [number, SourceRecord][] {
  return one.entryId === null ? [[temporaryId(one.position), recordOf(0, one.content)]] : []
}
