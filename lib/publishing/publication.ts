import type { NewHead } from '@/db/publishing/new-heads'
import type { AnyContent, EntryContent } from '@/lib/kinds/registry'
import type { ChangeClass } from '@/lib/policy/subject'

/** One entry of what is published at once. */
export type Publication = EntryContent & {
  /** The place in the changeset, from 1: see `temporaryId`. */
  position: number
  /** Null for a new entry. */
  entryId: number | null
  /** The number in its address, where it is known already. */
  entryNumber?: number | undefined
  /** What its head says, which it follows; null for a new entry. Only what is not the same any more is derived anew. */
  before: AnyContent | null
  /** The number of that head; 0 for a new entry. */
  parentNumber: number
  touches: Iterable<ChangeClass>
  restoresNumber?: number | null
}

/** What the revisions of one publishing have in common. */
export interface RevisionMeta {
  author: { accountId: number } | { externalAuthorId: number; externalRevisionId: string | null }
  summary: string
  isMinor: boolean
  via: NewHead['via']
  isReviewed: boolean
  submissionId?: number | null
  /** Where the text was brought from; its licence when it is not the wiki's own. */
  origin?: string | null
  licence?: string
}

export interface PublishedEntry {
  id: number
  kind: EntryContent['kind']
  number: number
  label: string
  path: string
  revisionId: number
}

/** A publication with its place: the entry's id and number, and content that names other new entries by their ids. */
export type NumberedChange = Publication & { id: number; number: number; label: string }
