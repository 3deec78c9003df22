import { findEntryNames } from '@/db/entries/titles'
import { primary } from '@/db/postgres/client'
import {
  findSubmission,
  type SubmissionItemRow,
  type SubmissionWithRound,
} from '@/db/submissions/submissions'
import { mapReferences } from '@/lib/content/references'
import { temporaryId } from '@/lib/content/temporary-id'
import { type AnyContent, type ContentKind, kindOf, ofKind, stored, storedEntry } from '@/lib/kinds/registry'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import { areAlong } from '@/lib/submissions/along'
import { editFormOf } from '@/lib/submissions/load'
import { newEditOn } from '@/lib/submissions/new-edit'
import { ownSubjectOf } from '@/lib/submissions/own'
import { type ReviewerNote, reviewerNoteOf } from '@/lib/submissions/reviewer-note'
import { fromPublished, isVisible, type Start } from '@/lib/submissions/start'
import { type FormDataOf, viewsOf } from '@/lib/views/all'

/** The form that amends a submission, by the kind of its first entry. */
export interface AmendmentFormData {
  kind: ContentKind
  editForm: FormDataOf[ContentKind]
}

export interface Amendment {
  form: AmendmentFormData
  submissionId: number
  /** Published meanwhile: what is sent now is a new edit based on it. */
  isNewEdit: boolean
  /** What a reviewer asked for, or why it was declined. */
  review: ReviewerNote | null
}

/**
 * The form with which the author of a submission amends it: its text, and the sources that it creates. Of one that is
 * published by now, a form for a new edit of the same text, so that a draft of the amendment is not lost. Null when the
 * author has no such submission, and when its text is withheld by now.
 */
export async function loadAmendmentForm(
  actor: AccountActor,
  submissionId: number,
): Promise<Amendment | null> {
  const found = await findSubmission(primary(), submissionId)
  const [first, ...others] = found?.items ?? []
  if (!found || !first || found.submission.authorId !== actor.id) return null
  if (!(await isVisible(actor, found.roundId))) return null
  if (!isOfForm(others)) return null
  const mayAmend = can(actor, 'amend', await ownSubjectOf(primary(), found))
  const opened = mayAmend ? amended(found, first, others) : await anew(found, first, others)
  if (!opened) return null
  const { roundId, submission } = found
  const [form, review] = await Promise.all([
    formOf(actor, first.entryKind, opened),
    reviewerNoteOf(primary(), { roundId, state: submission.state }),
  ])
  return { form, submissionId, isNewEdit: !mayAmend, review }
}

interface Opened {
  base: { entryId: number; baseNumber: number } | null
  content: AnyContent
  start: Start
}

function amended(
  { submission, roundNumber }: SubmissionWithRound,
  first: SubmissionItemRow,
  others: SubmissionItemRow[],
): Opened {
  const { id: submissionId, state, summary, isMinor } = submission
  const { entryId, baseNumber, baseRoundId } = first
  return {
    base: entryId !== null && baseNumber !== null ? { entryId, baseNumber } : null,
    content: stored(first.entryKind, first),
    start: {
      ...fromPublished,
      baseRoundId,
      amends: { submissionId, roundNumber, state },
      ...madeWith(others),
      summary,
      isMinor,
      draftOf: draftOf(submissionId),
    },
  }
}

async function anew(
  { submission, roundNumber }: SubmissionWithRound,
  first: SubmissionItemRow,
  others: SubmissionItemRow[],
): Promise<Opened | null> {
  const on = await newEditOn(primary(), { submissionId: submission.id, roundNumber })
  if (!on) return null
  const made = new Map(on.made)
  const { kind, content } = storedEntry(first.entryKind, first)
  if (others.some((item) => !made.has(temporaryId(item.position)))) return null
  return {
    base: on,
    content: mapReferences(kindOf(kind), content, (id) => made.get(id) ?? id),
    start: { ...fromPublished, baseRoundId: on.baseRoundId, draftOf: draftOf(submission.id) },
  }
}

/** A form has one entry and what is created with it: sources, then pages. */
function isOfForm(others: SubmissionItemRow[]): boolean {
  return others.every(({ entryId }) => entryId === null) && areAlong(others.map(({ entryKind }) => entryKind))
}

/** Their temporary ids follow from their order, after the entry itself. */
function madeWith(items: SubmissionItemRow[]): Pick<Start, 'sources' | 'pages'> {
  const made = items.map((item) => storedEntry(item.entryKind, item))
  return {
    sources: ofKind('source', made).map(({ content }) => content),
    pages: ofKind('page', made).map(({ content }) => content),
  }
}

const draftOf = (submissionId: number) => `submission-${submissionId}`

async function formOf(
  actor: AccountActor,
  kind: ContentKind,
  { base, content, start }: Opened,
): Promise<AmendmentFormData> {
  const editForm = await editFormOf(actor, kind, base, content, start)
  const nameOfEntry = async () => {
    const [entry] = base ? await findEntryNames(primary(), readScopeOf(actor), [base.entryId]) : []
    return entry?.label ?? null
  }
  return { kind, editForm: await viewsOf(kind).complete(editForm, readScopeOf(actor), nameOfEntry) }
}
