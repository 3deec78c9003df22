import { isEntryLink, type OpenLink, replaceLinks, type TitleLink } from '@/db/links/open-links'
import { replaceTitleLinks } from '@/db/links/title-links'
import type { Tx } from '@/db/postgres/client'
import { configurationFor } from '@/db/search/search-configurations'
import { insertSearchRow, replaceSearchRow } from '@/db/search/search-rows'
import { linksOf } from '@/lib/content/links'
import { contentOf, type EntryContent, kindOf } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import { messages } from '@/lib/messages/messages'
import { isSame } from '@/lib/text/canonical'
import { indexedWords } from '@/lib/text/words'
import { demandLiving } from './demand-living'
import { labelOf } from './label'
import type { NumberedChange } from './publication'

/**
 * Writes the rows that lists and rules are made of, before anything is numbered, unless they are what they were; gives
 * the tags they change. Waits for whoever takes the same title at this moment: must not hold the publish lock.
 */
export async function deriveListed(tx: Tx, one: NumberedChange): Promise<string[]> {
  const { listedAs, derive } = rowsOf(one.kind)
  const isListedOtherwise = one.before === null || !isSame(listedAs(one.before), listedAs(one.content))
  return isListedOtherwise ? derive(tx, one) : []
}

/** What search sees of an entry: what it is called and says, but nothing of its closed passages. */
const searchedAs = (one: EntryContent) => ({
  label: labelOf(one),
  text: kindOf(one.kind).searchText(one.content),
  configuration: searchConfiguration(one),
})

/** The same with the words that it is found by. */
const withWords = <T extends { label: string; text: string }>(seen: T) => ({
  ...seen,
  labelWords: indexedWords(seen.label),
  textWords: indexedWords(seen.text),
})

/** By which rules words are taken out of an entry's texts. */
const searchConfiguration = ({ kind, content }: EntryContent) =>
  configurationFor(kindOf(kind).language?.(content) ?? messages().language.tag)

/** Replaces what search sees of an entry, unless that is what it saw `before`; null for what is new. */
export async function deriveSearchRow(
  tx: Tx,
  one: EntryContent & Pick<NumberedChange, 'id'> & { before?: NumberedChange['before'] },
): Promise<void> {
  const seen = searchedAs(one)
  if (one.before && isSame(searchedAs(contentOf(one.kind, one.before)), seen)) return
  const row = { entryId: one.id, kind: one.kind, ...withWords(seen) }
  await (one.before === null ? insertSearchRow(tx, row) : replaceSearchRow(tx, row))
}

/**
 * Makes an entry's links what its content says, as of `sequence`; gives those it had before and those it has now. Throws
 * a `RefusalError` when something that it links to for the first time was deleted meanwhile.
 */
export async function deriveLivingLinks(tx: Tx, one: NumberedChange, sequence: number): Promise<Links> {
  const after = linksOf(kindOf(one.kind), one.content)
  const before = one.before ? linksOf(kindOf(one.kind), one.before) : []
  if (isSame(before, after)) return { before, after }
  await Promise.all([
    deriveEntryLinks(tx, one, { before, after }, sequence),
    deriveTitleLinks(tx, one.id, { before, after }, sequence),
  ])
  return { before, after }
}

interface Links {
  before: OpenLink[]
  after: OpenLink[]
}

async function deriveEntryLinks(tx: Tx, one: NumberedChange, links: Links, sequence: number): Promise<void> {
  const [before, after] = [links.before.filter(isEntryLink), links.after.filter(isEntryLink)]
  if (isSame(before, after)) return
  await demandLiving(tx, one, { before: await replaceLinks(tx, one.id, after, sequence), after })
}

async function deriveTitleLinks(tx: Tx, id: number, links: Links, sequence: number): Promise<void> {
  const [before, after] = [titleLinksAmong(links.before), titleLinksAmong(links.after)]
  if (!isSame(before, after)) await replaceTitleLinks(tx, id, after, sequence)
}

/** The links that name titles. */
export const titleLinksAmong = (links: readonly OpenLink[]): TitleLink[] =>
  links.filter((one): one is TitleLink => typeof one.to === 'string')
