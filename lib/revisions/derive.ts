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
import { RefusalError, refuse } from '@/lib/errors'
import { writing } from '@/lib/texts/en/writing'
import { titleKey } from '@/lib/titles/title'
import type { Placed } from './publication'

/** Writes the rows that lists, search and rules are made of, before anything is numbered; gives the tags they change. */
export async function deriveRows(tx: Tx, one: Placed): Promise<string[]> {
  if (one.kind === 'page') return [...(await deriveTitle(tx, one)), ...(await derivePageRows(tx, one))]
  if (one.kind === 'source') {
    await replaceSearchRow(tx, {
      entryId: one.id,
      kind: one.kind,
      label: one.label,
      text: searchTextOf(one.kind, one.content),
    })
    return []
  }
  await deriveFactRows(tx, one)
  return []
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

async function derivePageRows(tx: Tx, { id, content, label }: Page): Promise<string[]> {
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
  await replaceSearchRow(tx, {
    entryId: id,
    kind: 'page',
    label,
    text: searchTextOf('page', content),
  })
  return [tags.pagesOfKind(content.kind), ...(before ? [tags.pagesOfKind(before.kind)] : [])]
}

async function deriveFactRows(
  tx: Tx,
  { id, content, label }: Extract<Placed, { kind: 'fact' }>,
): Promise<void> {
  await replaceFactFacet(tx, {
    entryId: id,
    isPrivateLife: content.isPrivateLife,
    gateKind: content.gate.kind,
    gatePageId: content.gate.kind === 'place' ? content.gate.page : null,
  })
  if (content.gate.kind === 'none') {
    await replaceSearchRow(tx, {
      entryId: id,
      kind: 'fact',
      label,
      text: searchTextOf('fact', content),
    })
  } else {
    await removeSearchRow(tx, id)
  }
}
