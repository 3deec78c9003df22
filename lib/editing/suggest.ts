import { findTitleHolder } from '@/db/entries/titles'
import { findCategoriesAmong } from '@/db/pages/categories'
import { reads } from '@/db/postgres/client'
import { findSuggestions } from '@/db/search/suggest'
import { sourceOfWork } from '@/lib/citations/in-story'
import { namedOf, nameEntries, withPictures } from '@/lib/entries/name-entries'
import type { Named } from '@/lib/entries/named'
import { type Parameter, readText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { contentKinds } from '@/lib/kinds/registry'
import { readerScope } from '@/lib/places/loaders'
import type { Actor } from '@/lib/policy/actor'
import { can, type ReadScope, readScopeOf } from '@/lib/policy/policy'
import { readTyped } from '@/lib/titles/search-query'
import { titleKey } from '@/lib/titles/title'

const MOST = 10
const LONGEST = 200

/**
 * What suggestions for this actor may name: what is open to them as a reader. A form in which somebody writes asks for
 * what spoiler gates close, too; only accounts that may write get that.
 */
export async function suggestingScope(actor: Actor, isClosedAsked: boolean): Promise<ReadScope> {
  const isWriting = isClosedAsked && actor.kind !== 'visitor' && can(actor, 'propose')
  return isWriting ? readScopeOf(actor) : readerScope()
}

/**
 * Entries whose labels match `text`, at most 10, of the kinds named (comma-separated; unknown ones are ignored, none
 * means all). Nothing for a text that is empty, longer than 200, or not valid.
 */
export async function suggest(within: ReadScope, text: Parameter, wanted: Parameter): Promise<Named[]> {
  const query = readText(text)?.trim() ?? ''
  if (query === '' || query.length > LONGEST) return []
  const names = wanted?.split(',') ?? []
  const asked = contentKinds.filter((kind) => names.length === 0 || names.includes(kind))
  if (asked.length === 0) return []
  const rows = await findSuggestions(reads(), within, readTyped(query), asked, MOST)
  return withPictures(
    reads(),
    rows.map((row) => namedOf(row, row.pageKind ?? row.publisher)),
  )
}

/** The source that is the work of which the page with this id tells, if the wiki has one. */
export async function suggestWork(actor: Actor, id: Parameter): Promise<Named[]> {
  const page = numberOfAddress(id)
  const source = page === null ? null : await sourceOfWork(page)
  return source === null ? [] : nameEntries(reads(), readScopeOf(actor), [source])
}

/** Categories that match `text`, and the page that has exactly this title, if there is one. */
export interface CategorySuggestions {
  results: Named[]
  holder: { label: string; isCategory: boolean } | null
}

/** The same for categories alone, with the holder of the title: nobody else can have it. */
export async function suggestCategories(within: ReadScope, text: Parameter): Promise<CategorySuggestions> {
  const query = readText(text)?.trim() ?? ''
  if (query === '' || query.length > LONGEST) return { results: [], holder: null }
  const [rows, holder] = await Promise.all([
    findSuggestions(reads(), within, readTyped(query), ['page'], MOST, true),
    findTitleHolder(reads(), titleKey(query)),
  ])
  const results = rows.map((row) => namedOf(row, null))
  const [named] = holder ? await nameEntries(reads(), within, [holder.entryId]) : []
  if (!named) return { results, holder: null }
  const isCategory = (await findCategoriesAmong(reads(), [named.id])).has(named.id)
  return { results, holder: { label: named.label, isCategory } }
}
