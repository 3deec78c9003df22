import type { Queryable } from '@/db/client'
import { findFieldsOfKind, findPageKind } from '@/db/queries/page-kinds'
import { findLivingKinds } from '@/db/queries/publishing'
import { findTitleHolder, type TitleHolder } from '@/db/queries/titles'
import { type Reference, referencesOf } from '@/lib/content/references'
import { RefusalError, refuse } from '@/lib/errors'
import type { PageContent } from '@/lib/pages/schema'
import { referenceGone } from '@/lib/revisions/demand-living'
import { writing } from '@/lib/texts/en/writing'
import { titleKey } from '@/lib/titles/title'
import type { Prepared } from './prepare'

/**
 * Sees that what content names is there: entries of the right kind that are not deleted (unless they stood there
 * before), a kind and infobox fields that this wiki has, a title that nobody else holds. Throws a `RefusalError` with a
 * sentence at the field.
 */
export async function check(db: Queryable, prepared: Prepared[]): Promise<void> {
  await checkReferences(db, prepared)
  for (const one of prepared) {
    if (one.kind !== 'page') continue
    await checkKind(db, one.content, one.before as PageContent | null)
    await checkTitle(db, one.content.title, one.entryId)
  }
}

async function checkReferences(db: Queryable, prepared: Prepared[]): Promise<void> {
  const made = new Map(
    prepared.flatMap((one) => (one.entryId === null ? [[-one.position, one.kind] as const] : [])),
  )
  const named = prepared.flatMap((one) => {
    const before = new Set(one.before ? referencesOf(one.kind, one.before).map(placeOf) : [])
    return referencesOf(one.kind, one.content).flatMap((reference) =>
      before.has(placeOf(reference)) ? [] : [{ ...reference, one }],
    )
  })
  const kinds = await findLivingKinds(db, [...new Set(named.map(({ to }) => to).filter((id) => id > 0))])
  const wrong = named.find(({ to, expects }) => (to < 0 ? made.get(to) : kinds.get(to)) !== expects)
  if (wrong) throw referenceGone(wrong.one, wrong.expects)
}

/** A fact that a list of facts named before is still no category. */
const placeOf = ({ to, expects }: Reference) => `${expects}:${to}`

async function checkKind(db: Queryable, content: PageContent, before: PageContent | null): Promise<void> {
  const [kind, fields] = await Promise.all([
    findPageKind(db, content.kind),
    findFieldsOfKind(db, content.kind),
  ])
  if (!kind) invalid('kind', writing.unknownKind)
  const known = new Set(fields.map(({ key }) => key))
  const added = Object.keys(content.infobox).filter(
    (key) => !known.has(key) && !(before && key in before.infobox),
  )
  if (added.length > 0) invalid('infobox', writing.unknownInfoboxField)
}

async function checkTitle(db: Queryable, title: string, entryId: number | null): Promise<void> {
  const holder = await findTitleHolder(db, titleKey(title))
  if (!holder || holder.entryId === entryId) return
  const sentence = sentenceAbout(title, holder)
  throw new RefusalError(refuse('title_taken', sentence, { title: sentence }))
}

function sentenceAbout(title: string, holder: TitleHolder): string {
  if (holder.deletedAt) return writing.titleOfDeleted(title)
  if (titleKey(holder.title) === titleKey(title)) return writing.titleTaken(holder.title)
  return writing.titleLeadsTo(title, holder.title)
}

function invalid(field: string, sentence: string): never {
  throw new RefusalError(refuse('invalid', sentence, { [field]: sentence }))
}
