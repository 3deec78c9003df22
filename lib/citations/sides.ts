import { type SourceRecord, shortNameOf } from '@/lib/citations/record'
import type { Citation } from '@/lib/content/citation'

/** One source in a disagreement. */
export interface Voice {
  label: string
  path: string
  issued: string | null
  quote: string | null
}

/** The sources that say the same. */
export interface Side {
  stance: Citation['stance']
  /** How many sources say it, each once. */
  count: number
  voices: Voice[]
  /** How many more there are than are shown. */
  more: number
}

const MOST_VOICES = 3

/**
 * The sides of a disputed or superseded fact: sources that support it, then those that contradict or supersede it, then
 * those that narrow it. Empty when none speaks against it.
 */
export function sidesOf(citations: Citation[], records: ReadonlyMap<number, SourceRecord>): Side[] {
  const against = sidesWith(['contradicts', 'supersedes'], citations, records)
  if (against.length === 0) return []
  return [
    ...sidesWith(['supports'], citations, records),
    ...against,
    ...sidesWith(['narrows'], citations, records),
  ]
}

function sidesWith(
  stances: Citation['stance'][],
  citations: Citation[],
  records: ReadonlyMap<number, SourceRecord>,
): Side[] {
  return stances.flatMap((stance) => {
    const said = citations.filter((citation) => citation.stance === stance && records.has(citation.source))
    const voices = said
      .flatMap((citation) => voiceOf(citation, records))
      .sort((a, b) => Number(b.quote !== null) - Number(a.quote !== null))
    if (voices.length === 0) return []
    return [
      {
        stance,
        count: new Set(said.map((citation) => citation.source)).size,
        voices: voices.slice(0, MOST_VOICES),
        more: Math.max(0, voices.length - MOST_VOICES),
      },
    ]
  })
}

function voiceOf(citation: Citation, records: ReadonlyMap<number, SourceRecord>): Voice[] {
  const record = records.get(citation.source)
  if (!record) return []
  return [{ label: shortNameOf(record), path: record.path, issued: record.issued, quote: citation.quote }]
}
