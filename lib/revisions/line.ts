import type { ListedRevision } from '@/db/queries/revisions'
import type { ContentKind } from '@/lib/content/content'
import { entryPath } from '@/lib/entries/paths'

/** Who made a revision, as far as that may be told. */
export type Author =
  | { by: 'account'; id: number; name: string }
  | { by: 'elsewhere'; name: string; wiki: string }
  | { by: 'hidden' }

/** A revision as lists tell it. Null stands for what is withheld. */
export interface RevisionLine {
  id: number
  number: number
  sequence: number
  at: Date
  author: Author
  summary: string | null
  isMinor: boolean
  via: ListedRevision['via']
  /** What it touched: wording, evidence, structure. */
  touches: string[]
  /** Null where the text is withheld. */
  words: number | null
  /** By how many words it grew or shrank; null for a first revision, and where a text is withheld. */
  growth: number | null
  isHead: boolean
  previousId: number | null
  entry: { id: number; number: number; label: string; path: string; kind: ContentKind | 'file' }
}

/** A row as a line. */
export function lineOf(row: ListedRevision): RevisionLine {
  const { id, number, sequence, at, summary, isMinor, via, touches, words, wordsBefore, headId, previousId } =
    row
  const label = row.label
  return {
    id,
    number,
    sequence,
    at,
    author: authorOf(row),
    summary,
    isMinor,
    via,
    touches,
    words,
    growth: words === null || wordsBefore === null ? null : words - wordsBefore,
    isHead: headId === id,
    previousId,
    entry: {
      id: row.entryId,
      number: row.entryNumber,
      label,
      kind: row.kind,
      path: entryPath({ kind: row.kind, number: row.entryNumber, label }),
    },
  }
}

function authorOf({ authorId, authorName, externalName, externalWiki }: ListedRevision): Author {
  if (authorId !== null && authorName !== null) {
    return { by: 'account', id: Number(authorId), name: authorName }
  }
  if (externalName !== null && externalWiki !== null) {
    return { by: 'elsewhere', name: externalName, wiki: externalWiki }
  }
  return { by: 'hidden' }
}
