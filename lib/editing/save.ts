import { reads } from '@/db/client'
import type { ContentKind, ContentOf } from '@/lib/content/content'
import { referencesOf } from '@/lib/content/references'
import type { Refusal } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import type { ConflictRefusal } from '@/lib/submissions/conflict'
import type { Changeset } from '@/lib/submissions/schema'
import { submit } from '@/lib/submissions/submit'
import { nameEntries } from './name-entries'
import type { Named } from './named'
import type { SaveInput } from './schema'

/** What became of a save: on the page, whose address is `path`, or waiting as a submission. */
export type Saved =
  | { outcome: 'published'; event: number; path: string }
  | { outcome: 'waiting'; submissionId: number }

/** A conflict with the names of what the texts point at, since others' texts name what this form never saw. */
export interface NamedConflict extends ConflictRefusal {
  names: Named[]
}

/** The changeset of a form: its entry first, then the sources it brings along, which it names by `-position`. */
export function changesetOf(kind: ContentKind, input: SaveInput): Changeset {
  const { key, summary, isMinor, entryId, baseNumber, content, sources } = input
  const sourceItems = sources.map((source) => ({
    kind: 'source' as const,
    entryId: null,
    baseNumber: null,
    content: source,
  }))
  return { key, summary, isMinor, items: [{ kind, entryId, baseNumber, content }, ...sourceItems] }
}

const isConflict = (answer: object): answer is ConflictRefusal => 'conflicts' in answer

async function namesIn({ conflicts }: ConflictRefusal): Promise<Named[]> {
  const texts = conflicts.flatMap(({ kind, base, theirs }) => [base, theirs].map((text) => ({ kind, text })))
  const ids = texts.flatMap(({ kind, text }) => referencesOf(kind, text as ContentOf[typeof kind]))
  return nameEntries(
    reads(),
    ids.map(({ to }) => to),
  )
}

/** The names of a changeset's fields as the form has them: `items.1.title` is `title`, `items.2.url` is `sources.0.url`. */
export function fieldsOfForm(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, sentence]) => {
      const match = /^items\.(\d+)\.(.+)$/.exec(name)
      if (!match) return [name, sentence]
      const place = Number(match[1])
      return [place === 1 ? match[2] : `sources.${place - 2}.${match[2]}`, sentence]
    }),
  )
}

/** A refusal with its fields named as the form names them, a conflict with the names of what its texts point at. */
export async function asFormTakesIt(answer: Refusal | ConflictRefusal): Promise<Refusal | NamedConflict> {
  if (isConflict(answer)) return { ...answer, names: await namesIn(answer) }
  return answer.fields ? { ...answer, fields: fieldsOfForm(answer.fields) } : answer
}

/**
 * Sends an entry with the sources it brings along to be published, or to wait. Answers as `submit` does, its fields
 * named as the form names them.
 */
export async function save(
  kind: ContentKind,
  actor: AccountActor,
  input: SaveInput,
  origin: Origin,
): Promise<({ ok: true } & Saved) | Refusal | NamedConflict> {
  const answer = await submit(actor, changesetOf(kind, input), origin)
  if (!answer.ok) return asFormTakesIt(answer)
  if (answer.outcome === 'waiting') return answer
  const { event, entries } = answer
  const main = entries.find((entry) =>
    input.entryId === null ? entry.kind === kind : entry.id === input.entryId,
  )
  return { ok: true, outcome: 'published', event, path: (main ?? entries[0])?.path ?? '/' }
}
