import { findPublicActs, type PublicActRow, type WantedActs } from '@/db/audit/audit'
import { reads } from '@/db/postgres/client'
import type { PublicAct } from '@/lib/audit'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { labelOfSetting } from '@/lib/settings/settings'
import { called, isUntold } from './called'
import { entryPath } from './paths'

export interface Linked {
  label: string
  path: string
}

/** An entry, or its like, that an act was done to. */
export interface Target {
  label: string
  /** Null for a page that is closed to the reader: its address would tell its title. */
  path: string | null
}

/** A public act. */
export interface LogLine {
  id: number
  at: Date
  act: PublicAct
  actor: Linked
  /** Null where it was done to nothing in particular, or to the actor. */
  target: Target | null
  /** The setting of the wiki that was changed, by its label; null for any other act. */
  setting: string | null
  reason: string | null
}

/** The acts on one entry, newest first, at most `most`. */
export async function loadActsOn(entryId: number, most: number): Promise<LogLine[]> {
  recordDependency(tags.log)
  return linesOf(await readActs({ act: null, entryId, before: null, most }))
}

/** The acts that are wanted, newest first, without the words of what is closed to the reader. */
export async function readActs(wanted: WantedActs): Promise<PublicActRow[]> {
  const openings = await loadOpenings()
  const rows = await findPublicActs(reads(), openings.scope, wanted)
  nameClosings(
    openings,
    rows.flatMap(({ number, gateKind, gatePageId }) =>
      number === null || gateKind === null ? [] : [{ number, gateKind, gatePageId }],
    ),
  )
  return rows
}

/** The acts as the public log shows them, and records what the current page depends on. */
export function linesOf(rows: PublicActRow[]): LogLine[] {
  recordDependency(...rows.flatMap((row) => (row.entryId === null ? [] : [tags.entry(row.entryId)])))
  recordDependency(
    ...rows.flatMap(({ actorId, personId }) => [actorId, personId ?? actorId].map(tags.account)),
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    act: row.act as PublicAct,
    actor: { label: row.actorName, path: paths.person(row.actorId) },
    target: targetOf(row),
    setting: row.setting === null ? null : labelOfSetting(row.setting),
    reason: row.reason,
  }))
}

function targetOf({
  kind,
  number,
  label,
  isOpen,
  personId,
  personName,
  actorId,
}: PublicActRow): Target | null {
  if (kind !== null && number !== null) return nameOfEntry({ kind, number, label, isOpen })
  if (personId === null || personName === null || personId === actorId) return null
  return { label: personName, path: paths.person(personId) }
}

/** The label of an entry that an act was done to. */
export function nameOfEntry(entry: Parameters<typeof called>[0]): Target {
  const label = called(entry)
  return { label, path: isUntold(entry) ? null : entryPath({ ...entry, label }) }
}
