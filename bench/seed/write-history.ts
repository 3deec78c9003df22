import { hashOf } from '@/lib/content/hash'
import { countWords } from '@/lib/content/plain-text'
import { kindOf } from '@/lib/kinds/registry'
import { changeClasses } from '@/lib/policy/subject'
import { authorOf, externalAuthorOf, moderatorFor, roleOf } from './people'
import { randomOf } from './random'
import type { Shape } from './shape'
import type { Sheets } from './sheets'
import { keepSubmission, type Ledger, record } from './submissions'
import { textOf } from './text'
import type { TimelineEvent } from './timeline'

const SUMMARIES = [
  '',
  '',
  'typo',
  'clearer',
  'a source for this',
  'reworded',
  'as the interview says',
  'dates',
]

/** Writes one published revision, and the submission that it was where its author's edits are looked at first. */
export function writeRevision(shape: Shape, sheets: Sheets, ledger: Ledger, happening: TimelineEvent): void {
  const { sequence, place, number, at } = happening
  const text = textOf(shape, place, number)
  const random = randomOf(shape.size.seed, 8, sequence)
  const external = number === 1 ? externalAuthorOf(shape, sequence) : null
  const author = external === null ? authorOf(shape, sequence) : null
  const isFan = author !== null && roleOf(shape, author) === 'fan'
  const isHeld = isFan && number > 1
  const touches = number === 1 ? [...changeClasses].sort() : [random.chance(0.7) ? 'wording' : 'evidence']
  const summary = number === 1 ? 'First version' : random.pick(SUMMARIES)
  const isRevert = number > 2 && !isHeld && author !== null && random.chance(0.03)
  const moderator = moderatorFor(sequence)
  if (isRevert && author !== null) {
    const detail = { revision: sequence - 1 }
    record(sheets, ledger, { actorId: moderator, act: 'entry.revert', entryId: place.id, detail, at })
  }
  const submissionId = isHeld
    ? keepSubmission(sheets, ledger, {
        ...{ place, text, at, summary, touches, state: 'accepted' },
        ...{ authorId: author, baseNumber: number - 1, decidedBy: moderator },
      })
    : null
  const salt = `salt${sequence}`
  sheets.revision.add({
    id: sequence,
    entryId: place.id,
    number,
    sequence,
    authorId: author,
    externalAuthorId: external,
    externalRevisionId: external === null ? null : String(sequence),
    origin: external === null ? null : 'https://old-wiki.example',
    summary,
    isMinor: number > 1 && random.chance(0.2),
    via: external !== null ? 'import' : isHeld ? 'accept' : isRevert ? 'revert' : 'edit',
    touches,
    // Whether a source was reviewed bears on standings: all of them were.
    isReviewed: number === 1 || isHeld || place.kind === 'source' || random.chance(0.5),
    words: countWords(kindOf(text.kind).readText(text.content)),
    hash: hashOf(salt, text.content),
    submissionId,
    createdAt: at,
  })
  sheets.revisionContent.add({
    revisionId: sequence,
    schemaVersion: kindOf(text.kind).version,
    salt,
    content: text.content,
  })
}
