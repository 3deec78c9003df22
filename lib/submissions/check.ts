import type { TitleHolder } from '@/db/queries/titles'
import { RefusalError, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import { noCategory, referenceGone } from '@/lib/revisions/demand-living'
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

function checkReferences(
  prepared: Prepared[],
  { states, kinds }: Pick<Surroundings, 'states' | 'kinds'>,
): void {
  const made = new Map(
    prepared.map((one) => [one.entryId === null ? -one.position : one.entryId, one] as const),
  )
  const kindOf = (id: number) => {
    if (id < 0) return made.get(id)?.kind
    const state = states.get(id)
    return state?.deletedAt ? undefined : state?.kind
  }
  // A page that the changeset makes, or gives another kind, is what the changeset says.
  const isCategory = (id: number) => {
    const one = made.get(id)
    const found = one?.kind === 'page' ? kinds.get(one.content.kind) : undefined
    return found ? (found.kind?.isCategory ?? false) : (states.get(id)?.isCategory ?? false)
  }
  for (const one of prepared) {
    for (const { to, expects } of newReferencesOf(one)) {
      if (kindOf(to) !== (expects === 'category' ? 'page' : expects)) throw referenceGone(one, expects)
      if (expects === 'category' && !isCategory(to)) throw noCategory(one)
    }
  }
}

type PreparedPage = Extract<Prepared, { kind: 'page' }>

/** A page of the same kind as before, with nothing new in its infobox, asks for no kind. */
function checkKind(one: PreparedPage, { kinds }: Pick<Surroundings, 'kinds'>): void {
  const { writing } = messages()
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
  const { writing } = messages()
  if (holder.deletedAt) return writing.titleOfDeleted(title)
  if (titleKey(holder.title) === titleKey(title)) return writing.titleTaken(holder.title)
  return writing.titleLeadsTo(title, holder.title)
}

function invalid(field: string, sentence: string): never {
  throw new RefusalError(refuse('invalid', sentence, { [field]: sentence }))
}
