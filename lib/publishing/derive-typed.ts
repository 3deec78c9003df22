import { replaceFieldValues } from '@/db/links/field-values'
import { findPagesNamed, replaceIdRelations, replaceRelations } from '@/db/links/relations'
import type { Tx } from '@/db/postgres/client'
import { findInfoboxFields, type InfoboxField } from '@/db/wiki/page-kinds'
import { tags } from '@/lib/cache/tags'
import { contentOf, type EntryContent, kindOf } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import type { Typed } from '@/lib/kinds/rows/kind-rows'
import { isSame } from '@/lib/text/canonical'
import { labelOf } from './label'
import type { NumberedChange } from './publication'

/** An entry's head, whose relations and typed values are to be what it says. */
export type TypedHead = EntryContent & {
  id: number
  number: number
  /** Its place in the publish sequence. */
  sequence: number
}

/**
 * Makes relations and typed values of what is published what it says, by the types that the wiki's fields have now; sends
 * nothing where nothing of it was read by types, or none of that has changed. Gives the tags of the pages at the other
 * ends. Under the publish lock, which whoever changes a type takes too, so that no row of a former type is written.
 */
export async function deriveTyped(
  tx: Tx,
  placed: (NumberedChange & { sequence: number })[],
): Promise<string[]> {
  const said = placed.filter((one) => typedFrom(one) !== null || typedBefore(one) !== null)
  const turned = said.filter((one) => !isSame(typedFrom(one), typedBefore(one)))
  const ends = await writeTyped(tx, turned)
  // What has another label, or is shown to others now, is shown so at the ends that it named before, too.
  const listed = said.filter(isListedOtherwise)
  const both = listed.filter((one) => turned.includes(one)).map(({ id }) => id)
  const kept = listed.filter((one) => !turned.includes(one)).flatMap((one) => readTyped(one, []).relations)
  const shown = [...(await findPagesNamed(tx, both, 'today')), ...kept.map(({ to }) => to)]
  return [...ends, ...shown].flatMap((to) => (typeof to === 'number' ? tags.namedIn(to) : []))
}

/**
 * The same for heads that were published before, whatever they said then, with at most five statements for all of them.
 * Gives the pages at the ends that changed.
 */
export async function writeTyped(tx: Tx, heads: TypedHead[]): Promise<number[]> {
  if (heads.length === 0) return []
  const kinds = new Set(heads.flatMap((one) => kindOf(one.kind).pageKind(one.content) ?? []))
  const fields = await findInfoboxFields(tx, [...kinds])
  const read = heads.map((one) => ({ ...one, typed: readTyped(one, fields) }))
  const named = read.flatMap(({ id, typed }) => typed.relations.map((to) => ({ fromId: id, ...to })))
  const order = read.map(({ id, sequence, typed: { ordinal, sortKey } }) => ({
    ...{ id, sequence, ordinal, sortKey },
  }))
  const namesTitles = heads.some((one) => rowsOf(one.kind).namesTitles)
  const valued = read.filter((one) => rowsOf(one.kind).hasValues)
  const rows = valued.flatMap(({ id, typed }) => typed.values.map((value) => ({ entryId: id, ...value })))
  const [changed] = await Promise.all([
    namesTitles ? replaceRelations(tx, order, named) : replaceIdRelations(tx, order, named),
    valued.length > 0
      ? replaceFieldValues(
          tx,
          valued.map(({ id }) => id),
          rows,
        )
      : undefined,
  ])
  return changed
}

const typedFrom = ({ kind, content }: EntryContent): unknown => rowsOf(kind).typedFrom(content)

const typedBefore = ({ kind, before }: NumberedChange): unknown =>
  before ? typedFrom(contentOf(kind, before)) : null

const readTyped = (
  { kind, content, number }: EntryContent & { number: number },
  fields: InfoboxField[],
): Typed => rowsOf(kind).readTyped({ content, number }, fields)

function isListedOtherwise({ kind, content, before, label }: NumberedChange): boolean {
  if (before === null) return false
  const { listedAs } = rowsOf(kind)
  return labelOf(contentOf(kind, before)) !== label || !isSame(listedAs(before), listedAs(content))
}
