import { findPublicActs, type PublicActRow } from '@/db/audit/audit'
import type { EntryKind } from '@/db/entries/schema'
import { reads } from '@/db/postgres/client'
import type { PublicAct } from '@/lib/audit'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { publicScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { labelOfSetting } from '@/lib/settings/settings'
import { called } from './called'
import { entryPath } from './paths'

export interface Linked {
  label: string
  path: string
}

/** A public act. */
export interface LogLine {
  id: number
  at: Date
  act: PublicAct
  actor: Linked
  /** Null where it was done to nothing in particular, or to the actor. */
  target: Linked | null
  /** The setting of the wiki that was changed, by its label; null for any other act. */
  setting: string | null
  reason: string | null
}

/** The acts on one entry, newest first, at most `most`. */
export async function loadActsOn(entryId: number, most: number): Promise<LogLine[]> {
  recordDependency(tags.log)
  return linesOf(await findPublicActs(reads(), publicScope, { act: null, entryId, before: null, most }))
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

function targetOf({ kind, number, label, personId, personName, actorId }: PublicActRow): Linked | null {
  if (kind !== null && number !== null) return nameOfEntry(kind, number, label)
  if (personId === null || personName === null || personId === actorId) return null
  return { label: personName, path: paths.person(personId) }
}

/** The label of an entry that an act was done to. */
export function nameOfEntry(kind: EntryKind, number: number, label: string | null): Linked {
  const shown = called({ kind, number, label })
  return { label: shown, path: entryPath({ kind, number, label: shown }) }
}
