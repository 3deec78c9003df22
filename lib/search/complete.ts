import { reads } from '@/db/postgres/client'
import { findFacets } from '@/db/search/facets'
import { findSpeakersAmong } from '@/db/search/speakers'
import { findSuggestions } from '@/db/search/suggest'
import { entryPath } from '@/lib/entries/paths'
import type { Parameter } from '@/lib/input/address'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import { messages } from '@/lib/messages/messages'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { type Look, lookOf } from '@/lib/standings/standing'
import { shorten } from '@/lib/text/shorten'
import { readTyped } from '@/lib/titles/search-query'

/** Something that a reader may mean, with its address. */
export interface Completion {
  label: string
  path: string
  /** A page's kind. */
  detail?: string
  /** How sure a fact is: the look of its badge and its word. */
  badge?: { look: Look; word: string }
}

/** What a reader may mean: pages, facts, and those of the pages who said something, under which it is listed. */
export interface Completions {
  pages: Completion[]
  facts: Completion[]
  speakers: Completion[]
}

const MOST_PAGES = 6
const MOST_FACTS = 4
const MOST_SPEAKERS = 2
const LONGEST_LABEL = 140

/** What a reader may mean who has typed `q` so far. Nothing for nothing, and for a text that is no query. */
export async function completionsFor(q: Parameter): Promise<Completions> {
  const typed = readTyped(q ?? '')
  if (typed.text === '') return { pages: [], facts: [], speakers: [] }
  const within = await readerScope()
  const [pages, facts] = await Promise.all([
    findSuggestions(reads(), within, typed, ['page'], MOST_PAGES),
    findSuggestions(reads(), within, typed, ['fact'], MOST_FACTS),
  ])
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id)
  const [faceted, speakers] = await Promise.all([
    findFacets(reads(), facts, SPEAKER),
    findSpeakersAmong(reads(), ids(pages), SPEAKER),
  ])
  const standings = new Map(faceted.map(({ id, standing }) => [id, standing]))
  return {
    pages: pages.map((row) => ({
      label: row.label,
      path: entryPath(row),
      ...(row.pageKind !== null && { detail: row.pageKind }),
    })),
    facts: facts.map((row) => {
      const standing = standings.get(row.id)
      const badge = standing && { look: lookOf(standing), word: messages().facts.standing[standing] }
      return { label: shorten(row.label, LONGEST_LABEL), path: entryPath(row), ...(badge && { badge }) }
    }),
    speakers: pages
      .filter(({ id }) => speakers.has(id))
      .slice(0, MOST_SPEAKERS)
      .map(({ label }) => ({ label, path: paths.pageLinks(label, { field: SPEAKER }) })),
  }
}
