import { findTitleHolder } from '@/db/entries/titles'
import { findFactsAbout } from '@/db/facts/facts'
import { findPageHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findInfoboxFields, findPageKinds, type InfoboxField } from '@/db/wiki/page-kinds'
import { nameEntries } from '@/lib/entries/name-entries'
import type { Named } from '@/lib/entries/named'
import type { AddressText } from '@/lib/input/address'
import { stored } from '@/lib/kinds/registry'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import type { Actor } from '@/lib/policy/actor'
import { type ReadScope, readScopeOf } from '@/lib/policy/policy'
import { type EditFormData, loadEditForm } from '@/lib/submissions/load'
import { titleKey } from '@/lib/titles/title'

/** A kind of page as the form offers it. */
export interface KindChoice {
  key: string
  name: string
  isPerson: boolean
  hasOrdinal: boolean
  isCategory: boolean
  /** How a page of this kind names the work that it has its place in. */
  placeLabel: string | null
  fields: FieldChoice[]
}

/** An infobox field as the form offers it. */
export type FieldChoice = Pick<
  InfoboxField,
  'key' | 'label' | 'type' | 'unit' | 'isRequired' | 'help' | 'section'
>

export interface PageFormData extends EditFormData<'page'> {
  kinds: KindChoice[]
  /** The title in its own spelling, where the address has another. */
  currentTitle: string | null
  /** The facts about it: those that no list of its text has are offered to one. */
  facts: Named[]
}

/** More facts are placed by their search. */
const MOST_FACTS = 200

/**
 * The data of the form for a page: its current content, or an empty one for a missing page. Null where the title
 * belongs to a page that is deleted or withheld from this actor. See `loadEditForm` for `from`.
 */
export async function loadPageForEditing(
  actor: Actor,
  title: AddressText,
  from: 'own' | 'published' = 'own',
): Promise<PageFormData | null> {
  const db = reads()
  const holder = title === '' ? null : await findTitleHolder(db, titleKey(title))
  if (!holder) {
    const editForm = await loadEditForm(actor, 'page', null, emptyPage(title, '', messages().language.tag))
    return withPageParts(readScopeOf(actor), editForm, null)
  }
  const head = await findPageHead(db, readScopeOf(actor), holder.entryId)
  if (!head) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  const editForm = await loadEditForm(actor, 'page', base, stored('page', head), from)
  return withPageParts(readScopeOf(actor), editForm, holder.title)
}

/** The data of an edit form with what only pages have. */
export async function withPageParts(
  within: ReadScope,
  editForm: EditFormData<'page'>,
  currentTitle: string | null,
): Promise<PageFormData> {
  const [kinds, facts] = await Promise.all([
    loadKinds(editForm.content),
    factsAbout(within, editForm.entryId),
  ])
  return { ...editForm, kinds, currentTitle, facts }
}

/** The facts about a page in the order in which its foot shows them; none of a new one. */
async function factsAbout(within: ReadScope, pageId: number | null): Promise<Named[]> {
  if (pageId === null) return []
  const rows = await findFactsAbout(reads(), within, pageId, [], MOST_FACTS)
  const ids = rows.map(({ id }) => id)
  const named = new Map((await nameEntries(reads(), within, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => named.get(id) ?? [])
}

/**
 * The wiki's kinds of pages; of the fields that are not offered to every page, those in which this one has a value. What
 * must be filled in is offered always: without it a new page could not be sent.
 */
async function loadKinds(content: PageContent): Promise<KindChoice[]> {
  const kinds = await findPageKinds(reads())
  const fields = await findInfoboxFields(
    reads(),
    kinds.map(({ key }) => key),
  )
  const isShown = ({ kind, key, isOffered, isRequired }: InfoboxField) =>
    isOffered || isRequired || (kind === content.kind && key in content.infobox)
  return kinds.map(({ key, name, isPerson, hasOrdinal, isCategory, placeLabel }) => ({
    ...{ key, name, isPerson, hasOrdinal, isCategory, placeLabel },
    fields: fields.filter((field) => field.kind === key && isShown(field)).map(asChoice),
  }))
}

const asChoice = ({ key, label, type, unit, isRequired, help, section }: InfoboxField): FieldChoice => ({
  ...{ key, label, type, unit, isRequired, help, section },
})
