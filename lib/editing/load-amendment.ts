import { primary } from '@/db/client'
import { findSubmission, type SubmissionItemRow, type SubmissionWithRound } from '@/db/queries/submissions'
import { findNames } from '@/db/queries/titles'
import { mapReferences } from '@/lib/content/references'
import { type ContentKind, type ContentOf, contentOf, kindOf } from '@/lib/kinds/registry'
import { type PageDesk, withPageParts } from '@/lib/pages/load-for-editing'
import type { PageContent } from '@/lib/pages/schema'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import type { SourceContent } from '@/lib/sources/schema'
import { newEditOn } from '@/lib/submissions/new-edit'
import { ownSubjectOf } from '@/lib/submissions/own'
import { type ReviewTold, reviewToldOf } from '@/lib/submissions/review-told'
import { type Desk, deskOf } from './load'
import { fromPublished, isTold, type Start } from './start'

/** The form that amends a submission, by the kind of its first entry. */
export type AmendmentDesk =
  | { kind: 'page'; desk: PageDesk }
  | { kind: 'fact'; desk: Desk<'fact'> }
  | { kind: 'source'; desk: Desk<'source'> }

export interface Amendment {
  form: AmendmentDesk
  submissionId: number
  /** Published meanwhile: what is sent now is a new edit on top of it. */
  isNewEdit: boolean
  /** What a reviewer asked for, or why it was declined. */
  review: ReviewTold | null
}

/**
 * What the form needs with which the author of a submission amends it: its text, and the sources that it brings along.
 * Of one that is published by now, a form for a new edit of the same text, so that words which were kept for the
 * amendment have a place to go. Null when there is none of theirs, and when what it says is
 * withheld by now.
 */
export async function loadAmendmentDesk(
  actor: AccountActor,
  submissionId: number,
): Promise<Amendment | null> {
  const found = await findSubmission(primary(), submissionId)
  const [first, ...others] = found?.items ?? []
  if (!found || !first || first.entryKind === 'file' || found.submission.authorId !== actor.id) return null
  if (!(await isTold(actor, found.roundId))) return null
  if (!isOfForm(others)) return null
  const mayAmend = can(actor, 'amend', await ownSubjectOf(primary(), found))
  const opened = mayAmend ? amended(found, first, others) : await anew(found, first, others)
  if (!opened) return null
  const { roundId, submission } = found
  const [form, review] = await Promise.all([
    formOf(actor, first.entryKind, opened),
    reviewToldOf(primary(), { roundId, state: submission.state }),
  ])
  return { form, submissionId, isNewEdit: !mayAmend, review }
}

interface Opened {
  base: { entryId: number; baseNumber: number } | null
  content: unknown
  start: Start
}

function amended(
  { submission, roundNumber }: SubmissionWithRound,
  first: SubmissionItemRow,
  others: SubmissionItemRow[],
): Opened {
  const { id: submissionId, state, summary, isMinor } = submission
  const { entryId, baseNumber, baseRoundId, content } = first
  return {
    base: entryId !== null && baseNumber !== null ? { entryId, baseNumber } : null,
    content,
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
  if (!on || first.entryKind === 'file') return null
  const made = new Map(on.made)
  const { kind, content } = contentOf(first.entryKind, first.content)
  if (others.some((item) => !made.has(-item.position))) return null
  return {
    base: on,
    content: mapReferences(kindOf(kind), content, (id) => made.get(id) ?? id),
    start: { ...fromPublished, baseRoundId: on.baseRoundId, draftOf: draftOf(submission.id) },
  }
}

/** A form has one entry and what is made along with it: sources, then pages. */
function isOfForm(others: SubmissionItemRow[]): boolean {
  const kinds = others.map(({ entryKind }) => entryKind)
  if (others.some(({ entryId }) => entryId !== null)) return false
  return kinds.every((kind, at) => kind === 'page' || (kind === 'source' && kinds[at - 1] !== 'page'))
}

/** They are named by place: the second entry is -2. */
const madeWith = (items: SubmissionItemRow[]) => ({
  sources: items.flatMap((item) => (item.entryKind === 'source' ? [item.content as SourceContent] : [])),
  pages: items.flatMap((item) => (item.entryKind === 'page' ? [item.content as PageContent] : [])),
})

const draftOf = (submissionId: number) => `submission-${submissionId}`

async function formOf(
  actor: AccountActor,
  kind: ContentKind,
  { base, content, start }: Opened,
): Promise<AmendmentDesk> {
  if (kind === 'fact')
    return { kind, desk: await deskOf(actor, kind, base, content as ContentOf['fact'], start) }
  if (kind === 'source')
    return { kind, desk: await deskOf(actor, kind, base, content as ContentOf['source'], start) }
  const desk = await deskOf(actor, kind, base, content as ContentOf['page'], start)
  const [entry] = base ? await findNames(primary(), readScopeOf(actor), [base.entryId]) : []
  return { kind, desk: await withPageParts(desk, entry?.label ?? null) }
}
