import { transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { insertPageKinds } from '@/db/wiki/page-kinds'
import { pageContent } from '@/lib/changesets/testing'
import type { RichLine } from '@/lib/content/document'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { loadAtTitle } from '@/lib/pages/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { titlePath } from '@/lib/titles/spelling'

/** Adds kinds of pages with fields of types to the test's wiki. */
export async function addTypedKinds(): Promise<void> {
  const kind = { isPerson: false, hasOrdinal: false, isCategory: false }
  const field = { kind: 'character', isRequired: false, help: null, section: null, isOffered: true }
  await transaction((tx) =>
    insertPageKinds(
      tx,
      [
        { ...kind, key: 'character', name: 'Character', plural: 'Characters', position: 3 },
        { ...kind, key: 'creature', name: 'Creature', plural: 'Creatures', position: 4 },
        {
          ...{ ...kind, hasOrdinal: true, key: 'episode', name: 'Episode', plural: 'Episodes', position: 5 },
          ...{ placeLabel: 'Part of', partsLabel: 'Episodes' },
        },
      ],
      [
        { ...field, key: 'played_by', label: 'Played by', position: 1, type: 'page', reverseLabel: 'Plays' },
        { ...field, key: 'friends', label: 'Friends', position: 2, type: 'pages', reverseLabel: 'Friend of' },
        {
          ...field,
          key: 'height',
          label: 'Height',
          position: 3,
          type: 'number',
          unit: 'cm',
          section: 'Looks',
        },
        { ...field, key: 'seen', label: 'First seen', position: 4, type: 'date' },
        { ...field, key: 'partner', label: 'Partner', position: 5, type: 'page', reverseLabel: 'Partner' },
        {
          ...field,
          kind: 'creature',
          key: 'voice',
          label: 'Voice',
          position: 1,
          type: 'page',
          reverseLabel: 'Plays',
        },
      ],
    ),
  )
}

/** A line of plain words. */
export const words = (text: string): RichLine => [{ type: 'text', text }]
/** A line that links to a page by its id. */
export const linkTo = (page: number, text = 'them'): RichLine => [
  { type: 'text', text, marks: [{ type: 'wikiLink', attrs: { page, title: null } }] },
]
/** A page of the kind whose fields have types. */
export const character = (
  title: string,
  infobox: Record<string, RichLine>,
  rest: Partial<PageContent> = {},
) => pageContent(title, {}, { kind: 'character', infobox, ...rest })

let count = 0
/** A name that nothing else has. */
export const fresh = (name: string) => `${name} ${++count}`

/** A page as everybody sees it today. */
export async function pageAt(title: string) {
  const at = await loadAtTitle(titlePath(title))
  if (at.state !== 'found') throw new Error(`${title}: ${at.state}`)
  return at.page
}
/** What stands at the other end of fields on a page: each heading with its members. */
export const endsOf = async (title: string) =>
  (await pageAt(title)).ends.map(({ label, members }) => [label, ...members.map((one) => one.label)])
/** The facts that a page's person said, besides those on it. */
export const saidBy = async (title: string) =>
  (await pageAt(title)).said?.members.map(({ label }) => label) ?? []
/** The same in an old version. */
export const endsAsOf = async (revision: number) => {
  const at = await loadPermalink(String(revision), false)
  const said = at?.state === 'found' ? at.permalink.said : null
  if (said?.state !== 'shown' || !('ends' in said.shown)) throw new Error(`revision ${revision} is not shown`)
  return said.shown.ends.map(({ label, members }) => [label, ...members.map((one) => one.label)])
}
/** The rows of what an entry names in fields. */
export const relations = (id: number) =>
  readRows(`select coalesce(to_id::text, key) as to, field, since::int, until::int, ordinal, sort_key from (
    select to_id, null as key, from_id, field, since, until, ordinal, sort_key from relation
    union all select null, key, from_id, field, since, until, ordinal, sort_key from title_relation) r
    where from_id = ${id} order by since, field, 1`)
/** The stored values of a page's fields. */
export const values = (id: number) =>
  readRows(`select field, type, fits, number, unit, first_day::text as first, last_day::text as last
    from field_value where entry_id = ${id} order by field`)
/** The id of a revision. */
export const revisionOf = async (id: number, number: number) =>
  Number((await readRows(`select id from revision where entry_id = ${id} and number = ${number}`))[0]?.id)
/** The tags that a cache event announced. */
export const taggedBy = async (event: number) =>
  (await readRows(`select tags from cache_event where id = ${event}`))[0]?.tags as string[]
