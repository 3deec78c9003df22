import { findTitleHolder } from '@/db/entries/titles'
import { findPageHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findInfoboxFields, findPageKinds } from '@/db/wiki/page-kinds'
import type { AddressText } from '@/lib/input/address'
import { stored } from '@/lib/kinds/registry'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { messages } from '@/lib/messages/messages'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { type EditFormData, loadEditForm } from '@/lib/submissions/load'
import { titleKey } from '@/lib/titles/title'

/** A kind of page as the form offers it. */
export interface KindChoice {
  key: string
  name: string
  isPerson: boolean
  hasOrdinal: boolean
  isCategory: boolean
  fields: { key: string; label: string }[]
}

export interface PageFormData extends EditFormData<'page'> {
  kinds: KindChoice[]
  /** The title in its own spelling, where the address has another. */
  currentTitle: string | null
}

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
    return withPageParts(editForm, null)
  }
  const head = await findPageHead(db, readScopeOf(actor), holder.entryId)
  if (!head) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  const editForm = await loadEditForm(actor, 'page', base, stored('page', head), from)
  return withPageParts(editForm, holder.title)
}

/** The data of an edit form with what only pages have. */
export async function withPageParts(
  editForm: EditFormData<'page'>,
  currentTitle: string | null,
): Promise<PageFormData> {
  return { ...editForm, kinds: await loadKinds(), currentTitle }
}

async function loadKinds(): Promise<KindChoice[]> {
  const kinds = await findPageKinds(reads())
  const fields = await findInfoboxFields(
    reads(),
    kinds.map(({ key }) => key),
  )
  return kinds.map(({ key, name, isPerson, hasOrdinal, isCategory }) => ({
    key,
    name,
    isPerson,
    hasOrdinal,
    isCategory,
    fields: fields.filter(({ kind }) => kind === key).map(({ key, label }) => ({ key, label })),
  }))
}
