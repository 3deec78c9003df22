import { primary } from '@/db/postgres/client'
import { findBaseRound, findOpenRoundOn } from '@/db/submissions/base-rounds'
import type { SubmissionRow } from '@/db/submissions/submissions'
import { findWithheldPositions } from '@/db/withholding/withheld-items'
import { findBaseText } from '@/lib/changesets/base-text'
import type { Asking } from '@/lib/input/address'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import type { OwnSeen } from '@/lib/submissions/own'
import { type ReviewerNote, reviewerNoteOf } from '@/lib/submissions/reviewer-note'

/** What a form starts from besides what is published. */
export interface Start {
  /** The round of one's own that it is based on; null where that is the published text. */
  baseRoundId: number | null
  /** The submission whose next round it will be, as it stood when it was opened. */
  amends: OwnSeen | null
  /** The new sources that come with the text, which names them by the ids of `idAlong`. */
  sources: SourceContent[]
  /** The new pages that come with it, named after the sources. */
  pages: PageContent[]
  summary: string
  isMinor: boolean
  /** An edit of one's own of this entry that is not decided yet. */
  open: {
    submissionId: number
    state: SubmissionRow['state']
    isBase: boolean
    review: ReviewerNote | null
  } | null
  /** What drafts are kept under, where that is not the entry. */
  draftOf: string | null
}

/** Nothing but what is published. */
export const fromPublished: Start = {
  baseRoundId: null,
  amends: null,
  sources: [],
  pages: [],
  summary: '',
  isMinor: false,
  open: null,
  draftOf: null,
}

/** Reads from an address whether somebody wants to start from what is published. */
export const fromOf = ({ from }: Asking<'from'>) => (from === 'published' ? 'published' : 'own')

export interface Base {
  entryId: number
  baseNumber: number
}

/**
 * Where an author starts who opens an entry: from the text of their newest edit of it that is not decided yet, if there
 * is one that an edit can be based on (`isBase`); one that brings new sources along can only be amended. With `from`
 * published, from what everybody reads, and with a note of that edit all the same.
 */
export async function startFor<K extends ContentKind>(
  actor: Actor,
  kind: K,
  base: Base | null,
  content: ContentOf[K],
  from: 'own' | 'published',
): Promise<{ base: Base | null; content: ContentOf[K]; start: Start }> {
  const published = { base, content, start: fromPublished }
  if (!base || actor.kind === 'visitor') return published
  const found = await findOpenRoundOn(primary(), actor.id, base.entryId)
  if (!found) return published
  const { roundId, submissionId, state } = found
  const isOpen = from === 'own' && (await isVisible(actor, roundId))
  const text = isOpen ? await textAsBase(roundId, kind, base.entryId) : null
  const review = await reviewerNoteOf(primary(), { roundId, state })
  const open = { submissionId, state, isBase: text !== null, review }
  if (!text) return { ...published, start: { ...fromPublished, open } }
  return {
    base: { entryId: base.entryId, baseNumber: text.baseNumber },
    content: text.content as ContentOf[K],
    start: { ...fromPublished, baseRoundId: roundId, open },
  }
}

/** Whether all that a round says may be shown to this actor: nothing of it was written on what is withheld by now. */
export const isVisible = async (actor: Actor, roundId: number): Promise<boolean> =>
  (await findWithheldPositions(primary(), readScopeOf(actor), roundId)).size === 0

async function textAsBase(roundId: number, kind: ContentKind, entryId: number) {
  const text = await findBaseText(primary(), roundId, { kind, entryId })
  const round = text && (await findBaseRound(primary(), roundId))
  const baseNumber = round?.items.find((item) => item.entryId === entryId)?.baseNumber
  return text && baseNumber ? { content: text.content, baseNumber } : null
}
