import type { DecisionRow } from '@/db/review/decisions'
import type { Passage } from '@/lib/captures/passages'
import type { SourceRecord } from '@/lib/citations/record'
import type { Citation } from '@/lib/content/citation'
import type { ContentDiff } from '@/lib/content/diff'
import type { MergeConflict } from '@/lib/content/merge'
import type { Decision, SubmissionLine } from '@/lib/submissions/listing'
import type { OwnPowers } from '@/lib/submissions/own'

/** One submission as it is looked at: what it says, what it does, and what can be done about it. */
export interface Case extends SubmissionLine {
  isMinor: boolean
  items: CaseItem[]
  /** How many of its entries are not shown, since their text is withheld. */
  redacted: number
  /** What keeps it from being accepted as things are, besides a conflict. */
  obstacle: string | null
  conflicts: CaseConflict[]
  decision: Decision | null
  /** Everything that happened with it, the newest first. */
  story: Moment[]
  /** What can be done with it by the one who asks; null when it is another's. */
  own: OwnPowers | null
  /** What it became, once it is published. */
  published: PublishedPart[]
  /** Set where two moderators must agree: those who have. */
  privateLife: { agreed: { id: number; name: string }[] } | null
  mayDecide: boolean
  /** Why the one who asks may not decide; null when they may, and when there is nothing to decide. */
  whyNot: string | null
}

/** One entry of a submission. */
export interface CaseItem {
  position: number
  isNew: boolean
  eyebrow: string
  heading: string
  /** Where the entry is read; null for a new one. */
  path: string | null
  /** What it touches, in words. */
  touches: string
  /** What a new one claims that has a standing: it may be here already. */
  claim: string | null
  /** On how many places it is shown, in words; null for what stands by itself. */
  shownOn: string | null
  places: { label: string; path: string }[]
  /** How many places are not named. */
  morePlaces: number
  /** The version that was changed, and the one it is compared with; 0 for a new entry. */
  baseNumber: number
  comparedWith: number
  isComparedWithHead: boolean
  /** The author's earlier edit of the same entry that it is based on. */
  buildsOn: { submissionId: number; state: SubmissionLine['state'] } | null
  diff: ContentDiff
  /** All its citations, or those that are new or changed. */
  citations: CitedSource[]
  isRestingOnAll: boolean
}

export interface CitedSource {
  citation: Citation
  record: SourceRecord | null
  /** Whether its words stand on the page. */
  passage: Passage | undefined
  /** The source comes with this very changeset. */
  isNewSource: boolean
  /** The citation does not stand in today's text. */
  isNew: boolean
}

/** An entry where two edits met, with all three texts of every such place. */
export interface CaseConflict {
  label: string
  editPath: string
  /** The submission that it is based on, where that has to be decided first. */
  buildsOn: number | null
  conflicts: MergeConflict[]
  /** What the entries are called that these texts name. */
  names: ReadonlyMap<number, string>
  /** What its infobox fields are called, by key. */
  infobox: Record<string, string>
}

export interface Moment {
  what: 'sent' | 'amended' | 'reopened' | 'withdrawn' | 'overtaken' | DecisionRow['verdict']
  at: Date
  by: { id: number; name: string }
  reason: string | null
  /** The round that it began; null for what began none. */
  round: number | null
}

export interface PublishedPart {
  label: string
  path: string
  diffPath: string | null
  isGone: boolean
}
