import type { Tx } from '@/db/client'
import {
  findCurrentTitle,
  insertSearchRow,
  isEntryLink,
  moveTitle,
  type OpenLink,
  removeSearchRow,
  replaceFactFacet,
  replaceLinks,
  replacePageFacet,
  replaceSearchRow,
} from '@/db/queries/derived'
import { findPageKind } from '@/db/queries/page-kinds'
import { configurationFor } from '@/db/queries/search-configurations'
import { replaceTitleLinks } from '@/db/queries/title-links'
import { tags } from '@/lib/cache/tags'
import { isSame } from '@/lib/content/canonical'
import { linksOf } from '@/lib/content/references'
import { RefusalError, refuse } from '@/lib/errors'
import { contentOf, type EntryContent, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { PageContent } from '@/lib/pages/schema'
import { titleKey } from '@/lib/titles/title'
import { demandLiving } from './demand-living'
import { labelOf } from './label'
import type { Placed } from './publication'

/**
 * Writes the rows that lists and rules are made of, before anything is numbered, unless they are what they were; gives
 * the tags they change. Waits for whoever takes the same title at this moment: must not hold the publish lock.
 */
export async function deriveListed(tx: Tx, one: Placed): Promise<string[]> {
  if (!isListedOtherwise(one)) return []
  if (one.kind === 'page') return (await Promise.all([deriveTitle(tx, one), derivePageFacet(tx, one)])).flat()
  if (one.kind === 'fact') await deriveFactFacet(tx, one)
  return []
}

const isListedOtherwise = (one: Placed) =>
  one.before === null || !isSame(listedAs(contentOf(one.kind, one.before)), listedAs(one))

/** What lists and rules know of an entry. */
function listedAs(one: EntryContent): unknown {
  if (one.kind === 'source') return null
  if (one.kind === 'fact') return [one.content.isPrivateLife, one.content.gate]
  const { title, kind, language, isLiving, ordinal } = one.content
  return [title, kind, language, isLiving, ordinal]
}

/** What search sees of an entry: what it is called and says, but nothing of a fact behind a gate. */
const searchedAs = (one: EntryContent) =>
  one.kind === 'fact' && one.content.gate.kind !== 'none'
    ? null
    : {
        label: labelOf(one, 0),
        text: kindOf(one.kind).searchText(one.content),
        configuration: searchConfiguration(one),
      }

/** By which rules words are taken out of an entry's texts. */
const searchConfiguration = ({ kind, content }: EntryContent) =>
  configurationFor(kindOf(kind).language?.(content) ?? messages().language.tag)

/** Replaces what search sees of an entry, unless that is what it saw `before`; null for what is new. */
export async function deriveSearchRow(
  tx: Tx,
  one: EntryContent & Pick<Placed, 'id'> & { before?: Placed['before'] },
): Promise<void> {
  const isNew = one.before === null
  const seen = searchedAs(one)
  if (one.before && isSame(searchedAs(contentOf(one.kind, one.before)), seen)) return
  if (seen === null) return isNew ? undefined : removeSearchRow(tx, one.id)
  const row = { entryId: one.id, kind: one.kind, ...seen }
  await (isNew ? insertSearchRow(tx, row) : replaceSearchRow(tx, row))
}

/**
 * Makes an entry's links what its content says, as of `sequence`; gives those it had before and those it has now. Throws
 * a `RefusalError` when something that it links to for the first time was deleted meanwhile.
 */
export async function deriveLivingLinks(tx: Tx, one: Placed, sequence: number): Promise<Links> {
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

async function deriveEntryLinks(tx: Tx, one: Placed, links: Links, sequence: number): Promise<void> {
  const [before, after] = [links.before.filter(isEntryLink), links.after.filter(isEntryLink)]
  if (isSame(before, after)) return
  await demandLiving(tx, one, { before: await replaceLinks(tx, one.id, after, sequence), after })
}

async function deriveTitleLinks(tx: Tx, id: number, links: Links, sequence: number): Promise<void> {
  const [before, after] = [keysOf(links.before), keysOf(links.after)]
  if (!isSame(before, after)) await replaceTitleLinks(tx, id, after, sequence)
}

/** The keys of the titles that links name. */
export const keysOf = (links: OpenLink[]): string[] =>
  links.flatMap(({ to }) => (typeof to === 'string' ? to : []))

type Page = Extract<Placed, { kind: 'page' }>

async function deriveTitle(tx: Tx, { id, content }: Page): Promise<string[]> {
  const key = titleKey(content.title)
  const before = await findCurrentTitle(tx, id)
  if (before?.text === content.title) return []
  if (!(await moveTitle(tx, id, key, content.title))) {
    const sentence = messages().writing.titleTaken(content.title)
    throw new RefusalError(refuse('title_taken', sentence, { title: sentence }))
  }
  return before ? [tags.title(key), tags.title(before.key)] : [tags.title(key)]
}

async function derivePageFacet(tx: Tx, { id, content, before }: Page): Promise<string[]> {
  const kind = await findPageKind(tx, content.kind)
  await replacePageFacet(tx, {
    entryId: id,
    kind: content.kind,
    sortKey: titleKey(content.title),
    language: content.language,
    isLivingPerson: (kind?.isPerson ?? false) && content.isLiving !== false,
    workId: content.ordinal?.work ?? null,
    ordinal: content.ordinal?.number ?? null,
  })
  return [content, before as PageContent | null].flatMap((page) =>
    page ? [tags.pagesOfKind(page.kind)] : [],
  )
}

async function deriveFactFacet(tx: Tx, { id, content }: Extract<Placed, { kind: 'fact' }>): Promise<void> {
  await replaceFactFacet(tx, {
    entryId: id,
    isPrivateLife: content.isPrivateLife,
    gateKind: content.gate.kind,
    gatePageId: content.gate.kind === 'place' ? content.gate.page : null,
  })
}
