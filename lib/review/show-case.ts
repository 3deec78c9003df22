import { type Primary, primary } from '@/db/postgres/client'
import { findDecisionsOf } from '@/db/review/decisions'
import { findListed, findPublishedBy } from '@/db/review/review'
import { findSubmission, type SubmissionWithRound } from '@/db/submissions/submissions'
import { findWithheldPositions, isErased } from '@/db/withholding/withheld-items'
import { mayDecide } from '@/lib/changesets/evaluate'
import { requestedChangeOf } from '@/lib/changesets/parse'
import type { PolicyCase } from '@/lib/changesets/policy-subjects'
import { called, isCalledByLabel } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { paths } from '@/lib/routes'
import { linesOf } from '@/lib/submissions/listing'
import { ownPowers } from '@/lib/submissions/own'
import type { Case, PublishedPart } from './case'
import { isAboutClosedLife } from './closed-life'
import { showConflicts } from './show-conflicts'
import { showItems } from './show-items'
import { storyOf } from './story'
import { type Compared, textsAsWritten, textsForDecision } from './texts-of'
import { agreeingNow, takesTwo } from './votes'

/**
 * A submission with everything that can be seen and done about it. Null when there is none of that id, and for everybody
 * but its author and those who moderate: what is not theirs is not there.
 */
export async function showCase(actor: AccountActor, id: number): Promise<Case | null> {
  const db = primary()
  const [found, listed] = await Promise.all([findSubmission(db, id), findListed(db, id)])
  if (!found || !listed) return null
  const isModerating = can(actor, 'moderate')
  const reader = { within: readScopeOf(actor), readsDeleted: isModerating }
  if (!isModerating && found.submission.authorId !== actor.id) return null

  const isWaiting = found.submission.state === 'waiting'
  const withheld = await findWithheldPositions(db, reader.within, found.roundId)
  const requested = found.items.filter((item) => !isErased(item)).map(requestedChangeOf)
  const texts = isWaiting
    ? await textsForDecision(db, requested, reader)
    : { compared: await textsAsWritten(db, requested, reader), conflicts: [], obstacle: null, cases: null }
  // Merged with a clean head, a text that was written on a withheld one holds nothing of it.
  const visible = texts.compared.filter((one) => one.isComparedWithHead || !withheld.has(one.position))
  const [[line], items, conflicts, [decision], published, power, story] = await Promise.all([
    linesOf(db, reader.within, [listed]),
    showItems(db, actor, visible),
    showConflicts(db, reader.within, texts.conflicts),
    findDecisionsOf(db, [id]),
    findPublishedBy(db, reader.within, [id]),
    powerOver(db, actor, found, texts.cases),
    storyOf(db, listed),
  ])
  if (!line) return null
  return {
    ...line,
    ...power,
    isMinor: found.submission.isMinor,
    items,
    redacted: found.items.length - visible.length,
    obstacle: texts.obstacle ?? (isWaiting ? await privateObstacle(db, texts.compared) : null),
    conflicts,
    decision: decision ?? null,
    story,
    own: ownPowers(actor, { ...found.submission, roundNumber: found.roundNumber }, decision?.at),
    published: published.map(partOf),
  }
}

/** What the one who asks may do about a submission, and who has agreed where two must; `cases` is null unless it waits. */
async function powerOver(
  db: Primary,
  actor: AccountActor,
  { submission, roundId }: SubmissionWithRound,
  cases: PolicyCase[] | null,
): Promise<Pick<Case, 'mayDecide' | 'whyNot' | 'privateLife'>> {
  if (cases === null) return { mayDecide: false, whyNot: null, privateLife: null }
  const { authorId } = submission
  const isTheirs = mayDecide(actor, cases, authorId)
  const refusal =
    authorId === actor.id ? messages().review.notYours : sentenceOf(whyNot(actor, 'decide').message)
  return {
    mayDecide: isTheirs,
    whyNot: isTheirs ? null : refusal,
    privateLife: takesTwo(cases) ? { agreed: await agreeingNow(db, { roundId, authorId, cases }) } : null,
  }
}

/** Private life is published in the person’s own words, and not once they have asked; else not at all. */
async function privateObstacle(db: Primary, compared: Compared[]): Promise<string | null> {
  const { writing } = messages()
  if (compared.some((one) => kindOf(one.kind).lacksOwnWords(one.content)))
    return writing.privateLifeNeedsOwnWords
  return (await isAboutClosedLife(db, compared)) ? writing.privateLifeClosed : null
}

type Published = Awaited<ReturnType<typeof findPublishedBy>>[number]

function partOf({ kind, number, label, previousId, revisionId, isDeleted }: Published): PublishedPart {
  const named = called({ kind, number, label: isCalledByLabel({ kind, isDeleted }) ? label : null })
  const path = entryPath({ kind, number, label: named })
  return { label: named, path, diffPath: paths.diff(previousId, revisionId), isGone: isDeleted }
}
