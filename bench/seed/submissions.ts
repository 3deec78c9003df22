import type { submission } from '@/db/submissions/schema'
import { type ActName, acts } from '@/lib/audit'
import { hashOf } from '@/lib/content/hash'
import type { EntryContent } from '@/lib/kinds/registry'
import { kindOf } from '@/lib/kinds/registry'
import type { Place } from './shape'
import type { Sheets } from './sheets'

/** The last numbers that were given out. */
export interface Ledger {
  submission: number
  audit: number
}

export interface Kept {
  /** Null for a new entry. */
  place: Place | null
  text: EntryContent
  at: Date
  summary: string
  touches: string[]
  state: (typeof submission.$inferSelect)['state']
  authorId: number
  baseNumber: number
  /** Who decided it; null while it waits. */
  decidedBy: number | null
}

const DAY = 86_400_000
const ACTS = { accepted: 'submission.accept', declined: 'submission.decline' } as const

/** Writes a submission of one entry in one round, and what was decided; gives its id. */
export function keepSubmission(sheets: Sheets, ledger: Ledger, kept: Kept): number {
  const { place, text, at, summary, touches, state, authorId, baseNumber, decidedBy } = kept
  const id = ++ledger.submission
  const sent = decidedBy === null ? at : new Date(at.getTime() - DAY)
  sheets.submission.add({ id, authorId, state, summary, isMinor: false, createdAt: sent, waitingSince: sent })
  sheets.submissionRound.add({ id, submissionId: id, number: 1, createdAt: sent })
  sheets.submissionItem.add({
    roundId: id,
    position: 1,
    entryKind: text.kind,
    entryId: place?.id ?? null,
    baseNumber: place ? baseNumber : null,
    baseRoundId: null,
    schemaVersion: kindOf(text.kind).version,
    content: text.content,
    hash: hashOf('', text.content),
    touches,
  })
  if (decidedBy === null) return id
  const verdict = state === 'accepted' ? 'accept' : state === 'declined' ? 'decline' : 'request_changes'
  const reason = verdict === 'accept' ? null : 'No source says this.'
  sheets.decision.add({ roundId: id, verdict, byId: decidedBy, reason, at })
  const act = state === 'accepted' || state === 'declined' ? ACTS[state] : 'submission.request-changes'
  const detail = { submission: id, round: 1 }
  record(sheets, ledger, { actorId: decidedBy, act, accountId: authorId, detail, reason, at })
  return id
}

/** Writes an act into the record. */
export function record(
  sheets: Sheets,
  ledger: Ledger,
  act: {
    actorId: number
    act: ActName
    entryId?: number
    accountId?: number
    detail?: Record<string, unknown>
    reason?: string | null
    at: Date
  },
): void {
  const isPublic = acts[act.act] === 'public'
  const nothing = { entryId: null, accountId: null, detail: {}, reason: null }
  sheets.auditRecord.add({ ...nothing, ...act, id: ++ledger.audit, isPublic })
}
