import { reads } from '@/db/postgres/client'
import type { ConflictRefusal } from '@/lib/changesets/conflict'
import type { SubmitResult } from '@/lib/changesets/publish-or-keep'
import type { Changeset } from '@/lib/changesets/schema'
import { sendChangeset } from '@/lib/changesets/submit'
import { referencesOf } from '@/lib/content/references'
import { findDiffLabels, infoboxNames } from '@/lib/entries/diff-labels'
import { nameEntries } from '@/lib/entries/name-entries'
import type { Named } from '@/lib/entries/named'
import type { Refusal } from '@/lib/errors'
import type { Place } from '@/lib/errors/place'
import { type ContentKind, type ContentOf, contentKinds, contentOf, kindOf } from '@/lib/kinds/registry'
import type { Message } from '@/lib/messages/message'
import { type Context, operation } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { amendSubmission, idempotencyOfAmendment } from '@/lib/submissions/amend'
import { type NewEdit, newEditOn } from '@/lib/submissions/new-edit'
import type { OvertakenRefusal } from '@/lib/submissions/own'
import { type SaveInput, saveSchema } from './form-schema'

/** What became of a save: on the page, whose address is `path`, or waiting as a submission. */
export type Saved =
  | { outcome: 'published'; event: number; path: string }
  | { outcome: 'waiting'; submissionId: number }

/**
 * A conflict with the names of what the texts point at, since others' texts name what this form never saw, and of the
 * infobox fields in which they meet, by key.
 */
export interface NamedConflict extends ConflictRefusal {
  names: Named[]
  infobox: Record<string, string>
}

/** The changeset of a form: its entry first, then the sources and the pages it brings along, which it names by their temporary ids. */
export function changesetOf(kind: ContentKind, input: SaveInput): Changeset {
  const { key, summary, isMinor, content, sources, pages = [] } = input
  const { entryId, baseNumber, baseRoundId = null } = input
  const first = { kind, entryId, baseNumber, baseRoundId, content }
  const made = (kind: ContentKind) => (content: unknown) => ({
    kind,
    entryId: null,
    baseNumber: null,
    content,
  })
  return { key, summary, isMinor, items: [first, ...sources.map(made('source')), ...pages.map(made('page'))] }
}

const isConflict = (answer: object): answer is ConflictRefusal => 'conflicts' in answer

const isOvertaken = (answer: object): answer is OvertakenRefusal => 'now' in answer

/** What was amended is published: the same words are a new edit of it. */
function newEditFor(
  { now }: OvertakenRefusal,
  { amends }: Pick<SaveInput, 'amends'>,
): Promise<NewEdit | null> | null {
  const isOver = now.state === 'accepted' || now.state === 'overtaken'
  return isOver && amends ? newEditOn(reads(), amends) : null
}

async function namesIn({ conflicts }: ConflictRefusal): Promise<Named[]> {
  const texts = conflicts.flatMap(({ kind, base, theirs }) => [base, theirs].map((text) => ({ kind, text })))
  const ids = texts.flatMap(({ kind, text }) => referencesOf(kindOf(kind), text as ContentOf[typeof kind]))
  return nameEntries(
    reads(),
    writersScope,
    ids.map(({ to }) => to),
  )
}

async function named(answer: ConflictRefusal): Promise<NamedConflict> {
  const contents = answer.conflicts.flatMap(({ kind, theirs, yours }) => [
    contentOf(kind, theirs),
    contentOf(kind, yours),
  ])
  const [names, labels] = await Promise.all([
    namesIn(answer),
    findDiffLabels(reads(), writersScope, contents),
  ])
  return { ...answer, names, infobox: infoboxNames(labels) }
}

/**
 * The names of a changeset's fields as the form has them: `items.1.title` is `title`, `items.2.url` is `sources.0.url`;
 * what is wrong with a page that comes after the sources is so with the categories, where it was named.
 */
export function fieldsOfForm(
  fields: Record<string, Message>,
  sources = Number.POSITIVE_INFINITY,
): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => {
      const match = /^items\.(\d+)\.(.+)$/.exec(name)
      if (!match) return [name, message]
      const place = Number(match[1])
      if (place === 1) return [match[2], message]
      return [place - 2 < sources ? `sources.${place - 2}.${match[2]}` : 'categories', message]
    }),
  )
}

/** The places inside the entry that the form is about; those of a source that it brings along stand at its fields. */
const placesOfForm = (places: Place[]): Place[] =>
  places.flatMap(({ path, ...rest }) =>
    path[0] === 'items' && path[1] === 1 ? [{ ...rest, path: path.slice(2) }] : [],
  )

/**
 * A refusal with its fields named as the form names them, a conflict with the names of what its texts point at, and with
 * a decision that came first how to go on.
 */
export async function asFormTakesIt(
  answer: Refusal | ConflictRefusal | OvertakenRefusal,
  input: Pick<SaveInput, 'amends' | 'sources'>,
): Promise<SaveRefusal> {
  if (isOvertaken(answer)) return { ...answer, newEdit: await newEditFor(answer, input) }
  if (isConflict(answer)) return named(answer)
  const { fields, places } = answer
  return {
    ...answer,
    ...(fields && { fields: fieldsOfForm(fields, input.sources.length) }),
    ...(places && { places: placesOfForm(places) }),
  }
}

/** Decided while it was amended: how it stands now, and how to go on where it is published. */
export interface OvertakenSave extends OvertakenRefusal {
  newEdit: NewEdit | null
}

export type SaveRefusal = Refusal | NamedConflict | OvertakenSave

type Saving = Context<AccountActor, 'submission.amend', 'submission.amended'>
type Sent = SubmitResult | Refusal | ConflictRefusal | OvertakenRefusal

/**
 * The operation that saves an entry of this kind with the sources it brings along: it is published, or waits; with
 * `amends`, it is the next round of that submission. Answers as `submit` and `amend` do, its fields named as the form
 * names them.
 */
const savingOperation = (kind: ContentKind) =>
  operation({
    name: `${kind}.save`,
    who: 'entering',
    input: saveSchema,
    audits: ['submission.amend'],
    announces: ['submission.amended'],
    idempotency: (input) => {
      const changeset = changesetOf(kind, input)
      const { amends } = input
      return amends
        ? idempotencyOfAmendment({ ...changeset, amends })
        : { key: changeset.key, body: changeset }
    },
    run: async (context: Saving, input) => {
      const { amends } = input
      if (!amends) return saveNow(kind, context, input)
      return asSaved(kind, await amendSubmission(context, { ...changesetOf(kind, input), amends }), input)
    },
  })

/** What saves an entry, by its kind. */
export const saveOperations = Object.fromEntries(
  contentKinds.map((kind) => [kind, savingOperation(kind)]),
) as Record<ContentKind, ReturnType<typeof savingOperation>>

/** Saves an entry that amends nothing: the work of operations whose forms ask for it in another way. */
export async function saveNow(kind: ContentKind, context: Context, input: SaveInput) {
  return asSaved(kind, await sendChangeset(context, changesetOf(kind, input)), input)
}

async function asSaved(kind: ContentKind, sent: Sent, input: SaveInput): Promise<Saved | SaveRefusal> {
  if (!('outcome' in sent)) return asFormTakesIt(sent, input)
  if (sent.outcome === 'waiting') return sent
  const { event, entries } = sent
  const main = entries.find((entry) =>
    input.entryId === null ? entry.kind === kind : entry.id === input.entryId,
  )
  return { outcome: 'published', event, path: (main ?? entries[0])?.path ?? paths.home() }
}
