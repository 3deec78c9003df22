import { findTitleHolder } from '@/db/entries/titles'
import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { isVisibleTo } from '@/db/visibility/private-life'
import { plainText } from '@/lib/content/plain-text'
import { nameEntries } from '@/lib/entries/name-entries'
import type { GatePlace } from '@/lib/entries/named'
import { type Reach, reachOf } from '@/lib/entries/reach'
import type { AddressText } from '@/lib/input/address'
import { stored } from '@/lib/kinds/registry'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { messages } from '@/lib/messages/messages'
import { loadPlaces } from '@/lib/places/loaders'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { idAlong } from '@/lib/submissions/along'
import { accountOf, type EditFormData, loadEditForm } from '@/lib/submissions/load'
import { type Prospects, prospectsOf } from '@/lib/submissions/outcome'
import { titleKey } from '@/lib/titles/title'
import { type CarriedSource, type CarriedWords, carriedSourceOf } from './carried-source'
import { findFallbackPage } from './new-fact-pages'

/** So many places where a fact is shown are named above its form. */
const MOST_PLACES = 6

/** The data of the form for a new fact. */
export interface NewFactFormData extends Prospects {
  accountId: number | null
  accountName: string | null
  /** The title of the page that it starts with; text that is no title (yet) is kept as it is. */
  about: string
  isAboutKnown: boolean
  /** The page of a fact whose author is not sure what it is about. */
  fallback: string | null
  places: GatePlace[]
}

/** Prepares the form for a new fact; `about` is a title to start with, or nothing. */
export async function loadNewFact(actor: Actor, about: AddressText): Promise<NewFactFormData> {
  const holder = about ? await findTitleHolder(reads(), titleKey(about)) : null
  const page = holder && holder.deletedAt === null ? holder : null
  const content = { ...emptyFact, about: page ? [page.entryId] : [] }
  const [places, fallback, prospects] = await Promise.all([
    loadPlaces(),
    findFallbackPage(),
    prospectsOf(reads(), actor, { kind: 'fact', entryId: null, content }),
  ])
  return {
    ...accountOf(actor),
    about: page?.title ?? (holder ? '' : about),
    isAboutKnown: page !== null,
    fallback: fallback?.label ?? null,
    places: places.map(({ id, label }) => ({ id, label })),
    ...prospects,
  }
}

/** The data of the form for a fact. */
export interface FactFormData extends EditFormData<'fact'> {
  /** Where the fact is shown today. */
  reach: Reach
  /** What became of a source that somebody brought along from another form; null where none was. */
  brought: 'added' | 'there' | null
}

/**
 * The data of the form for a fact, by the number in its address, with the source that the address carries among its
 * citations; null when there is no fact that this actor may read.
 */
export async function loadFactForEditing(
  actor: Actor,
  number: number,
  from: 'own' | 'published' = 'own',
  carried: CarriedWords = {},
): Promise<FactFormData | null> {
  const within = readScopeOf(actor)
  const head = await findHeadByNumber(reads(), within, 'fact', number)
  if (!head || !(await isVisibleTo(reads(), within, head.id))) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  const [editForm, reach, source] = await Promise.all([
    loadEditForm(actor, 'fact', base, stored('fact', head), from),
    reachOf(reads(), within, head.id, MOST_PLACES),
    carriedSourceOf(carried),
  ])
  const form: FactFormData = { ...editForm, reach, brought: null }
  return source ? withSource(actor, form, source) : form
}

/** The form with one more citation, unless its source is cited already. */
async function withSource(
  actor: Actor,
  editForm: FactFormData,
  { citation, source }: CarriedSource,
): Promise<FactFormData> {
  const { content, names, start } = editForm
  const cites = (id: number) => ({
    ...content,
    citations: [...content.citations, { ...citation, source: id }],
  })
  if (typeof source !== 'number') {
    const sources = [...start.sources, source]
    const brought = { content: cites(idAlong(start.sources.length)), start: { ...start, sources } }
    return { ...editForm, ...brought, brought: 'added' }
  }
  if (content.citations.some((one) => one.source === source)) return { ...editForm, brought: 'there' }
  const named = await nameEntries(reads(), readScopeOf(actor), [source])
  if (named.length === 0) return editForm
  return { ...editForm, content: cites(source), names: [...names, ...named], brought: 'added' }
}

/** A fact as the form that splits it shows it. */
export interface FactToSplit {
  entryId: number
  number: number
  baseNumber: number
  statement: string
  /** Each of its citations in one line, with the form's field for it. */
  citations: { field: string; words: string }[]
  accountId: number | null
  accountName: string | null
  prospect: Prospects['prospect']
}

/** The same for splitting it: what is published, not what this actor has sent. */
export async function loadFactToSplit(actor: Actor, number: number): Promise<FactToSplit | null> {
  const within = readScopeOf(actor)
  const head = await findHeadByNumber(reads(), within, 'fact', number)
  if (!head || !(await isVisibleTo(reads(), within, head.id))) return null
  const content = stored('fact', head)
  const cited = content.citations.map(({ source }) => source)
  const [names, { prospect }] = await Promise.all([
    nameEntries(reads(), within, cited),
    prospectsOf(reads(), actor, { kind: 'fact', entryId: head.id, content }),
  ])
  const nameOf = new Map(names.map(({ id, label }) => [id, label]))
  return {
    entryId: head.id,
    number,
    baseNumber: head.revisionNumber,
    statement: plainText(content.statement),
    citations: content.citations.map(({ source, quote }, at) => ({
      field: `citation${at}`,
      words: [nameOf.get(source) ?? messages().sources.gone, quote && `“${quote}”`]
        .filter(Boolean)
        .join(' · '),
    })),
    ...accountOf(actor),
    prospect,
  }
}
