import { findCurrentTitle, moveTitle } from '@/db/entries/current-titles'
import { replacePageFacet } from '@/db/entries/facets'
import type { TitleHolder } from '@/db/entries/titles'
import { findCategoriesAmong, hasMembers } from '@/db/pages/categories'
import type { Tx } from '@/db/postgres/client'
import { findPageKind } from '@/db/wiki/page-kinds'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { foldedName } from '@/lib/text/words'
import { titleKey } from '@/lib/titles/title'
import type { Changed, KindRows, LookedUp, PlacedAs } from './kind-rows'
import { readTypedPage } from './typed-page'

/**
 * A page has its title, a facet for lists, and what its infobox says by the types of the fields; its title must be free,
 * and its kind and infobox fields known.
 */
export const pageRows: KindRows<PageContent> = {
  listedAs: ({ title, kind, language, isLiving, ordinal, gate }) => [
    ...[title, kind, language, isLiving, ordinal],
    gate ?? null,
  ],
  isPlace: ({ ordinal }) => ordinal !== null,
  derive: async (tx, one) => (await Promise.all([deriveTitle(tx, one), deriveFacet(tx, one)])).flat(),
  voidChecks: async () => [],
  asks: (one) => ({
    kinds: asksItsKind(one) ? [one.content.kind] : [],
    titles: changesTitle(one) ? [titleKey(one.content.title)] : [],
    objects: [],
  }),
  check: (one, found) => {
    checkKind(one, found)
    if (changesTitle(one)) checkTitle(one, found)
  },
  checkLast: requireStaysCategory,
  typedFrom: ({ title, kind, language, infobox, gates, ordinal }) =>
    ordinal === null && Object.keys(infobox).length === 0
      ? null
      : [title, kind, language, infobox, gates ?? null, ordinal],
  namesTitles: true,
  hasValues: true,
  readTyped: ({ content }, fields) => readTypedPage(content, fields),
}

async function deriveTitle(tx: Tx, { id, content }: PlacedAs<PageContent>): Promise<string[]> {
  const key = titleKey(content.title)
  const before = await findCurrentTitle(tx, id)
  if (before?.text === content.title) return []
  const folded = foldedName(content.title)
  if (!(await moveTitle(tx, { entryId: id, key, text: content.title, folded })))
    refuseTitle(codes().writing.titleTaken(content.title))
  return before ? [tags.title(key), tags.title(before.key)] : [tags.title(key)]
}

async function deriveFacet(tx: Tx, { id, content, before }: PlacedAs<PageContent>): Promise<string[]> {
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
  return [content, before].flatMap((page) => (page ? [tags.pagesOfKind(page.kind)] : []))
}

/** A value that is in the infobox already may stay, even if its field no longer exists. */
const addedFields = ({ content, before }: Changed<PageContent>): string[] =>
  Object.keys(content.infobox).filter((key) => !(before && key in before.infobox))

/** An edit that empties a field is refused where its kind requires it; one that leaves it empty is not. */
const emptiedFields = ({ content, before }: Changed<PageContent>): string[] =>
  Object.keys(before?.infobox ?? {}).filter((key) => !(key in content.infobox))

const changesKind = (one: Changed<PageContent>) => one.before?.kind !== one.content.kind

const asksItsKind = (one: Changed<PageContent>) =>
  changesKind(one) || addedFields(one).length > 0 || emptiedFields(one).length > 0

/** A page holds the title of its head; so only a different one can be another's. */
const changesTitle = ({ content, before }: Changed<PageContent>): boolean =>
  before === null || titleKey(before.title) !== titleKey(content.title)

/** A page of an unchanged kind, with no infobox field added or emptied, needs no check of its kind. */
function checkKind(one: Changed<PageContent>, { kinds }: Pick<LookedUp, 'kinds'>): void {
  const found = kinds.get(one.content.kind)
  if (!found) return
  if (!found.kind) invalid('kind', codes().writing.unknownKind)
  const known = new Set(found.fields.map(({ key }) => key))
  if (addedFields(one).some((key) => !known.has(key))) invalid('infobox', codes().writing.unknownInfoboxField)
  const isAsked = (key: string) => changesKind(one) || emptiedFields(one).includes(key)
  const missing = found.fields.filter(
    ({ key, isRequired }) => isRequired && isAsked(key) && !(key in one.content.infobox),
  )
  if (missing.length > 0)
    invalidAt(missing.map(({ key, label }) => [`infobox.${key}`, codes().writing.requiredField(label)]))
}

function checkTitle(
  { content: { title }, entryId }: Changed<PageContent>,
  { holders }: Pick<LookedUp, 'holders'>,
): void {
  const holder = holders.get(titleKey(title))
  if (holder && holder.entryId !== entryId) refuseTitle(messageAbout(title, holder))
}

function messageAbout(title: string, holder: TitleHolder): Message {
  if (holder.deletedAt) return codes().writing.titleOfDeleted(title)
  if (titleKey(holder.title) === titleKey(title)) return codes().writing.titleTaken(holder.title)
  return codes().writing.titleLeadsTo(title, holder.title)
}

/** Refuses, under the publish lock, that a page with members becomes one of a kind that is no category. */
async function requireStaysCategory(tx: Tx, one: PlacedAs<PageContent>): Promise<void> {
  if (one.before === null || one.before.kind === one.content.kind) return
  const isCategory = (await findCategoriesAmong(tx, [one.id])).has(one.id)
  if (isCategory || !(await hasMembers(tx, one.id))) return
  invalid(`items.${one.position}.kind`, codes().writing.hasMembers)
}

function refuseTitle(message: Message): never {
  throw new RefusalError(refuse('title_taken', message, { title: message }))
}

const invalid = (field: string, message: Message): never => invalidAt([[field, message]])

/** Refuses several fields at once, with the first one's sentence for the whole form. */
function invalidAt(fields: [name: string, message: Message][]): never {
  const [[, message]] = fields as [[string, Message]]
  throw new RefusalError(refuse('invalid', message, Object.fromEntries(fields)))
}
