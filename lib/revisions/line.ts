import type { ListedRevision } from '@/db/revisions/listed'
import { tags } from '@/lib/cache/tags'
import { called, isUntold } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import type { ContentKind } from '@/lib/kinds/registry'
import { paths } from '@/lib/routes'

/** Who made a revision, as far as that may be shown. */
export type Author =
  | { by: 'account'; id: number; name: string }
  | { by: 'elsewhere'; id: number; name: string; wiki: string }
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
  /** Whether its gate closes it to the reader. */
  isClosed: boolean
  entry: { id: number; number: number; label: string; path: string; kind: ContentKind }
}

/** A row as a line. */
export function lineOf(row: ListedRevision): RevisionLine {
  const { id, number, sequence, at, summary, isMinor, via, touches, words, wordsBefore, headId, previousId } =
    row
  const label = called({ ...row, number: row.entryNumber })
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
    isClosed: !row.isOpen,
    isHead: headId === id,
    previousId,
    entry: {
      id: row.entryId,
      number: row.entryNumber,
      label,
      kind: row.kind,
      path: isUntold(row)
        ? paths.revision(id)
        : entryPath({ kind: row.kind, number: row.entryNumber, label }),
    },
  }
}

function authorOf(row: ListedRevision): Author {
  const { authorId, authorName, externalId, externalName, externalWiki } = row
  if (authorId !== null && authorName !== null) {
    return { by: 'account', id: Number(authorId), name: authorName }
  }
  if (externalId !== null && externalName !== null && externalWiki !== null) {
    return { by: 'elsewhere', id: Number(externalId), name: externalName, wiki: externalWiki }
  }
  return { by: 'hidden' }
}

/** What a list that names this revision's author rests on: a name is a label, and may change without a revision. */
export function tagOfAuthor({ author }: RevisionLine): string[] {
  if (author.by === 'hidden') return []
  return [author.by === 'account' ? tags.account(author.id) : tags.authorElsewhere(author.id)]
}
