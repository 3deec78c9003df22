import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/text/canonical'
import { type Described, fieldsOf } from './fields'
import type { BlockIds } from './normalize-blocks'

/**
 * Ids made from what a block says and where it stands: the same save sent twice makes the same ids, and so do two people
 * who add the same paragraph in the same place.
 */
const idsFromContent: BlockIds = (block, place, attempt) =>
  createHash('sha256')
    .update(`${place}.${attempt}.${canonicalJson(block)}`)
    .digest('base64url')
    .slice(0, 12)

/**
 * Equal content in equal JSON: neighbouring texts with the same marks are one, marks stand in one order, empty
 * paragraphs at the end and empty lines of an infobox are gone, every top-level block has an id that no other block of
 * the content has, nested ones have none. Running it again changes nothing.
 */
export function normalizeContent<C extends object>(
  kind: Pick<Described<C>, 'fields'>,
  content: C,
  make: BlockIds = idsFromContent,
): C {
  const ids = { taken: new Set<string>(), make }
  const normal = fieldsOf(kind).map(([name, field]) => [name, field.normalize(content[name], ids)])
  return { ...content, ...Object.fromEntries(normal) }
}
