import type { TitleHolder } from '@/db/queries/titles'
import { RefusalError, refuse } from '@/lib/errors'
import { referenceGone } from '@/lib/revisions/demand-living'
import { writing } from '@/lib/texts/en/writing'
import { titleKey } from '@/lib/titles/title'
import type { Prepared } from './prepare'
import { addedFields, newReferencesOf, type Surroundings, takesOnTitle } from './surroundings'

/**
 * Sees that what content names is there: entries of the right kind that are not deleted (unless they stood there
 * before), a kind and infobox fields that this wiki has, a title that nobody else holds. Throws a `RefusalError` with a
 * sentence at the field.
 */
export function check(prepared: Prepared[], around: Omit<Surroundings, 'shownBy'>): void {
  checkReferences(prepared, around)
  for (const one of prepared) {
    if (one.kind !== 'page') continue
    checkKind(one, around)
    if (takesOnTitle(one)) checkTitle(one, around)
  }
}

function checkReferences(prepared: Prepared[], { states }: Pick<Surroundings, 'states'>): void {
  const made = new Map(
    prepared.flatMap((one) => (one.entryId === null ? [[-one.position, one.kind] as const] : [])),
  )
  const kindOf = (id: number) => {
    if (id < 0) return made.get(id)
    const state = states.get(id)
    return state?.deletedAt ? undefined : state?.kind
  }
  for (const one of prepared) {
    const wrong = newReferencesOf(one).find(({ to, expects }) => kindOf(to) !== expects)
    if (wrong) throw referenceGone(one, wrong.expects)
  }
}

type PreparedPage = Extract<Prepared, { kind: 'page' }>

/** A page of the same kind as before, with nothing new in its infobox, asks for no kind. */
function checkKind(one: PreparedPage, { kinds }: Pick<Surroundings, 'kinds'>): void {
  const found = kinds.get(one.content.kind)
  if (!found) return
  if (!found.kind) invalid('kind', writing.unknownKind)
  const known = new Set(found.fields.map(({ key }) => key))
  if (addedFields(one).some((key) => !known.has(key))) invalid('infobox', writing.unknownInfoboxField)
}

function checkTitle(
  { content: { title }, entryId }: PreparedPage,
  { holders }: Pick<Surroundings, 'holders'>,
): void {
  const holder = holders.get(titleKey(title))
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
