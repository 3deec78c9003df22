import { eraseCapturedWords, eraseCaptures } from '@/db/captures/erasing'
import { replaceLabel, type WholeEntry } from '@/db/entries/entries'
import { erasePlacesNoted } from '@/db/facts/checks'
import { forgetClosedTitleRelations } from '@/db/links/relations'
import { forgetClosedTitleLinks } from '@/db/links/title-links'
import { insertDecision } from '@/db/review/decisions'
import { forgetSourceKeys } from '@/db/sources/source-keys'
import { setSubmissionState } from '@/db/submissions/submissions'
import {
  eraseContents,
  eraseItem,
  eraseLabelsInAnswers,
  eraseSummaries,
  eraseWordsAbout,
  findHeldTexts,
  forgetTitles,
  type HeldText,
} from '@/db/withholding/erasing'
import { tags } from '@/lib/cache/tags'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { eraseObjects } from '@/lib/media/erase-objects'
import { messages } from '@/lib/messages/messages'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import type { Withholding } from './range'
import { rebase } from './rebase'
import { says } from './words-in'

type Erasing = Writing<'submission.decline', 'submission.declined'>

/** Whether the text of an entry's head may be erased: nothing shows what is deleted, and a page's title is its address. */
export const canEraseHead = ({ deletedAt, kind }: Pick<WholeEntry, 'deletedAt' | 'kind'>): boolean =>
  deletedAt !== null && !kindOf(kind).isTitled

/**
 * Destroys the text of a range of an entry's revisions, with their pictures, what was captured for it, and every copy of it: in the rounds that they were, in rounds
 * based on them, in stored answers, and, where `words` are given, in everything else about the entry that contains
 * them. A submission that waits on an erased version is rebased onto today's; where that is not possible without
 * conflict it is declined. The erasure is recorded already, and the entry is locked. Gives the tags of what changes,
 * besides the entry and its history.
 */
export async function eraseRange(
  writing: Erasing,
  actor: AccountActor,
  entry: WholeEntry,
  { from, to, parts, words }: Withholding,
): Promise<string[]> {
  const { tx } = writing
  if (words !== null) await eraseCapturedWords(tx, entry.id, words)
  if (parts.includes('text')) {
    await eraseCaptures(tx, entry.id)
    const copies = copiesAmong(await findHeldTexts(tx, entry.id), entry, { from, to, words })
    const isHeadErased = to >= entry.headNumber
    for (const copy of copies) await eraseCopy(writing, actor, entry, copy, { words, isHeadErased })
    if (isHeadErased) await replaceLabel(tx, entry.id, kindOf(entry.kind).texts().numbered(entry.number))
    await eraseLabelsInAnswers(tx, entry.id)
    await eraseContents(tx, entry.id, from, to)
    await erasePlacesNoted(tx, entry.id)
    if (isHeadErased) await forgetSourceKeys(tx, entry.id)
    await forgetClosedTitleLinks(tx, entry.id)
    await forgetClosedTitleRelations(tx, entry.id)
  }
  const pictures = parts.includes('text') ? await eraseObjects(tx, entry.id, from, to) : []
  if (parts.includes('summary')) await eraseSummaries(tx, entry.id, from, to)
  if (words === null) return pictures
  await eraseWordsAbout(tx, entry.id, words)
  const forgotten = await forgetTitles(tx, entry.id, { words, path: entryPath(entry) })
  return [tags.log, ...pictures, ...forgotten.map(tags.title)]
}

/**
 * The texts that became one of these revisions, were based on one of them, or on such a text; and those that contain
 * the words.
 */
function copiesAmong(
  held: HeldText[],
  { id, kind }: WholeEntry,
  { from, to, words }: Pick<Withholding, 'from' | 'to' | 'words'>,
): HeldText[] {
  const isWithin = (number: number | null) => number !== null && from <= number && number <= to
  const isOfEntry = (one: HeldText) =>
    one.entryId === id || (one.entryId === null && one.kind === kind && one.became.includes(1))
  const copies = new Set(
    held.filter((one) => {
      if (words !== null && says(one.content, words)) return true
      return isOfEntry(one) && (isWithin(one.baseNumber) || one.became.some(isWithin))
    }),
  )
  for (let before = -1; before !== copies.size; ) {
    before = copies.size
    const rounds = new Set([...copies].map(({ roundId }) => roundId))
    for (const one of held)
      if (isOfEntry(one) && one.baseRoundId !== null && rounds.has(one.baseRoundId)) copies.add(one)
  }
  return [...copies]
}

async function eraseCopy(
  { tx, audited, happened }: Erasing,
  actor: AccountActor,
  entry: WholeEntry,
  copy: HeldText,
  { words, isHeadErased }: { words: string | null; isHeadErased: boolean },
): Promise<void> {
  const isOpen = copy.isLatest && (copy.state === 'waiting' || copy.state === 'changes_requested')
  if (isOpen && !isHeadErased && (await rebase(tx, entry, copy, words))) return
  await eraseItem(tx, copy)
  if (!isOpen) return
  const { submissionId, roundId, state } = copy
  // An answered round keeps its answer.
  if (state === 'waiting')
    await insertDecision(tx, {
      roundId,
      verdict: 'decline',
      byId: actor.id,
      reason: messages().withholding.erasedWithBase,
    })
  await setSubmissionState(tx, submissionId, 'declined')
  audited('submission.decline', { detail: { submission: submissionId } })
  happened({ name: 'submission.declined', submissionId })
}
