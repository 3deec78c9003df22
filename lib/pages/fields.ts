import { findUnfitValues, type UnfitPlace, type UnfitValue } from '@/db/links/unfit-values'
import { reads } from '@/db/postgres/client'
import { findInfoboxFields, findPageKinds, type InfoboxField } from '@/db/wiki/page-kinds'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { RichLine } from '@/lib/content/document'
import { plainText } from '@/lib/content/plain-text'
import type { Parameter } from '@/lib/input/address'
import { paginate } from '@/lib/input/paging'
import { infoboxRelation } from '@/lib/kinds/relation-fields'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { shorten } from '@/lib/text/shorten'

const ON_A_PAGE = 50
/** UTF-16 units of a value's words that the list shows. */
const MOST_WORDS = 200

/** A kind of page with the fields of its infobox. */
export interface KindFields {
  key: string
  plural: string
  fields: Pick<
    InfoboxField,
    'key' | 'label' | 'type' | 'unit' | 'isRequired' | 'isOffered' | 'reverseLabel'
  >[]
}

/** A value that does not fit its field's type, with what everybody may see of it. */
export interface Unfit {
  page: { label: string; path: string }
  editPath: string
  field: string
  label: string
  type: InfoboxField['type']
  words: string
}

/** The wiki's infobox fields, and a page of the values that do not fit theirs. */
export interface FieldsOverview {
  kinds: KindFields[]
  unfit: Unfit[]
  /** Where the list continues; null at its end. */
  next: string | null
  isFirst: boolean
}

/** The fields of all kinds of pages, and the values that do not fit from the place `after` on. */
export async function loadFieldsOverview(after: Parameter): Promise<FieldsOverview> {
  recordDependency(tags.settings, tags.recent, tags.fieldValues)
  const from = placeIn(after)
  const within = await readerScope()
  const [kinds, rows] = await Promise.all([
    findPageKinds(reads()),
    findUnfitValues(reads(), within, from, ON_A_PAGE + 1),
  ])
  const fields = await findInfoboxFields(
    reads(),
    kinds.map(({ key }) => key),
  )
  recordDependency(...rows.map(({ entryId }) => tags.entry(entryId)))
  const { shown, next } = paginate(rows, ON_A_PAGE, ({ entryId, field }) => `${entryId}.${field}`)
  return {
    kinds: kinds.map(({ key, plural }) => ({
      ...{ key, plural },
      fields: fields.filter(({ kind }) => kind === key),
    })),
    unfit: shown.flatMap((row) => unfitOf(row, fields)),
    next,
    isFirst: from === null,
  }
}

/** A place in the list from an address, like `17.place.built`; null for its beginning. */
function placeIn(after: Parameter): UnfitPlace | null {
  const [, id, field] = /^([1-9]\d{0,14})\.([a-z0-9_]{1,60}\.[a-z0-9_]{1,60})$/.exec(after ?? '') ?? []
  return field === undefined ? null : { entryId: Number(id), field }
}

function unfitOf({ field: name, label: title, line }: UnfitValue, fields: InfoboxField[]): Unfit[] {
  const field = fields.find(({ kind, key }) => infoboxRelation(kind, key) === name)
  if (!field) return []
  return [
    {
      page: { label: title, path: paths.page(title) },
      editPath: paths.editPage(title),
      field: name,
      label: field.label,
      type: field.type,
      words: shorten(plainText((line ?? []) as RichLine), MOST_WORDS),
    },
  ]
}
