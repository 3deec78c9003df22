import type { Tx } from '@/db/client'
import {
  findCurrentTitle,
  findPageFacet,
  moveTitle,
  type OpenLink,
  removeSearchRow,
  replaceFactFacet,
  replaceLinks,
  replacePageFacet,
  replaceSearchRow,
} from '@/db/queries/derived'
import { findPageKind } from '@/db/queries/page-kinds'
import { tags } from '@/lib/cache/tags'
import { searchTextOf } from '@/lib/content/plain-text'
import { linksOf } from '@/lib/content/references'
import type { EntryContent } from '@/lib/entries/content'
import { RefusalError, refuse } from '@/lib/errors'
import { writing } from '@/lib/texts/en/writing'
import { titleKey } from '@/lib/titles/title'
import type { Placed } from './publication'

/** Writes the rows that lists, search and rules are made of, before anything is numbered; gives the tags they change. */
export async function deriveRows(tx: Tx, one: Placed): Promise<string[]> {
  const changed: string[] = []
  if (one.kind === 'page') changed.push(...(await deriveTitle(tx, one)), ...(await derivePageFacet(tx, one)))
  if (one.kind === 'fact') await deriveFactFacet(tx, one)
  await deriveSearchRow(tx, one)
  return changed
}

/** Replaces what search sees of an entry: what it says, but nothing of a fact behind a gate. */
export async function deriveSearchRow(
  tx: Tx,
  one: EntryContent & Pick<Placed, 'id' | 'label'>,
): Promise<void> {
  if (one.kind === 'fact' && one.content.gate.kind !== 'none') return removeSearchRow(tx, one.id)
  const text = searchTextOf(one.kind, one.content)
  await replaceSearchRow(tx, { entryId: one.id, kind: one.kind, label: one.label, text })
}

/** Makes an entry's links what its content says, as of `sequence`; gives those it had before and those it has now. */
export async function deriveLinks(
  tx: Tx,
  one: Placed,
  sequence: number,
): Promise<{ before: OpenLink[]; after: OpenLink[] }> {
  const after = linksOf(one.kind, one.content)
  return { before: await replaceLinks(tx, one.id, after, sequence), after }
}

type Page = Extract<Placed, { kind: 'page' }>

async function deriveTitle(tx: Tx, { id, content }: Page): Promise<string[]> {
  const key = titleKey(content.title)
  const before = await findCurrentTitle(tx, id)
  if (before?.text === content.title) return []
  if (!(await moveTitle(tx, id, key, content.title))) {
    const sentence = writing.titleTaken(content.title)
    throw new RefusalError(refuse('title_taken', sentence, { title: sentence }))
  }
  return before ? [tags.title(key), tags.title(before.key)] : [tags.title(key)]
}

async function derivePageFacet(tx: Tx, { id, content }: Page): Promise<string[]> {
  const before = await findPageFacet(tx, id)
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
  return [tags.pagesOfKind(content.kind), ...(before ? [tags.pagesOfKind(before.kind)] : [])]
}

async function deriveFactFacet(tx: Tx, { id, content }: Extract<Placed, { kind: 'fact' }>): Promise<void> {
  await replaceFactFacet(tx, {
    entryId: id,
    isPrivateLife: content.isPrivateLife,
    gateKind: content.gate.kind,
    gatePageId: content.gate.kind === 'place' ? content.gate.page : null,
  })
}
