import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/text/canonical'
import { type Described, fieldsOf } from './fields'
import type { BlockIds } from './normalize-blocks'

/**
 * Ids derived from a block's content and position: the same save sent twice makes the same ids, and so do two people
 * who add the same paragraph in the same place.
 */
const idsFromContent: BlockIds = (block, place, attempt) =>
  createHash('sha256')
    .update(`${place}.${attempt}.${canonicalJson(block)}`)
    .digest('base64url')
    .slice(0, 12)

/**
 * Equal content as equal JSON: neighbouring texts with the same marks are joined, marks are in one order, empty
 * paragraphs at the end and empty infobox lines are removed, every top-level block has a unique id, nested ones have
 * none. Running it again changes nothing.
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
