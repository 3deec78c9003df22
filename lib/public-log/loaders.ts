import { reads } from '@/db/client'
import { findAccountCard } from '@/db/queries/accounts'
import { findPublicActs, type PublicActRow } from '@/db/queries/audit'
import { findNames } from '@/db/queries/titles'
import type { EntryKind } from '@/db/schema/entries'
import { type PublicAct, publicActs } from '@/lib/audit'
import { tags } from '@/lib/cache/tags'
import { touch } from '@/lib/cache/touched'
import { numberOfAddress } from '@/lib/entries/addresses'
import { called, isCalledByLabel } from '@/lib/entries/called'
import { stretchOf } from '@/lib/entries/paging'
import { entryPath } from '@/lib/entries/paths'
import type { Asking } from '@/lib/input/address'
import { publicScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'

const ON_A_PAGE = 50

export interface Linked {
  label: string
  path: string
}

/** One act as everybody may know it. */
export interface LogLine {
  id: number
  at: Date
  act: PublicAct
  actor: Linked
  /** Null where it was done to nothing in particular, or to the actor. */
  target: Linked | null
  reason: string | null
}

export interface PublicLog {
  lines: LogLine[]
  act: PublicAct | null
  /** Whom or what it is about, as the address says it; null for everything. */
  of: (Linked & { spelled: string }) | null
  next: number | null
  isFirst: boolean
}

/** What the address of the log asks for: one act, one entry or account (`entry:12`, `account:5`), a place to go on from. */
export async function loadLog(query: Asking<'act' | 'of' | 'before'>): Promise<PublicLog> {
  touch(tags.log)
  const act = publicActs.find((known) => known === query.act) ?? null
  const subject = subjectOf(query.of)
  const before = numberOfAddress(query.before)
  const rows = await findPublicActs(reads(), publicScope, {
    act,
    ...(subject && idOf(subject)),
    before,
    most: ON_A_PAGE + 1,
  })
  const { shown, next } = stretchOf(rows, ON_A_PAGE, (row) => row.id)
  const of = subject && (await nameOf(subject))
  return {
    lines: linesOf(shown),
    act,
    of: of && { ...of, spelled: String(query.of) },
    next,
    isFirst: before === null,
  }
}

/** What was done to one entry, the newest first, at most `most`: for where it says why it is gone, or as it is. */
export async function loadActsOn(entryId: number, most: number): Promise<LogLine[]> {
  touch(tags.log)
  return linesOf(await findPublicActs(reads(), publicScope, { act: null, entryId, before: null, most }))
}

/** Whom or what the log is asked about. */
type LogSubject = { entry: number } | { account: number }

function subjectOf(spelled: unknown): LogSubject | null {
  const [, kind, digits] = (typeof spelled === 'string' && /^(entry|account):(\d+)$/.exec(spelled)) || []
  const id = numberOfAddress(digits)
  if (id === null) return null
  return kind === 'entry' ? { entry: id } : { account: id }
}

const idOf = (of: LogSubject) => ('entry' in of ? { entryId: of.entry } : { accountId: of.account })

async function nameOf(of: LogSubject): Promise<Linked | null> {
  if ('entry' in of) {
    touch(tags.entry(of.entry))
    const [row] = await findNames(reads(), publicScope, [of.entry])
    return row ? nameOfEntry(row.kind, row.number, isCalledByLabel(row) ? row.label : null) : null
  }
  touch(tags.account(of.account))
  const card = await findAccountCard(reads(), of.account)
  return card && { label: card.name, path: paths.person(card.id) }
}

function linesOf(rows: PublicActRow[]): LogLine[] {
  touch(...rows.flatMap((row) => (row.entryId === null ? [] : [tags.entry(row.entryId)])))
  touch(...rows.flatMap(({ actorId, personId }) => [actorId, personId ?? actorId].map(tags.account)))
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    act: row.act as PublicAct,
    actor: { label: row.actorName, path: paths.person(row.actorId) },
    target: targetOf(row),
    reason: row.reason,
  }))
}

function targetOf({ kind, number, label, personId, personName, actorId }: PublicActRow): Linked | null {
  if (kind !== null && number !== null) return nameOfEntry(kind, number, label)
  if (personId === null || personName === null || personId === actorId) return null
  return { label: personName, path: paths.person(personId) }
}

function nameOfEntry(kind: EntryKind, number: number, label: string | null): Linked {
  const shown = called({ kind, number, label })
  return { label: shown, path: entryPath({ kind, number, label: shown }) }
}
