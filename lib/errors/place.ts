import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'

/** Where in a content something is wrong, so that whoever wrote it is led there. */
export interface Place {
  /** From the content down: `['body', 'content', 3, 'content', 0]`. */
  path: (string | number)[]
  message: Message
  /** What there is too much of, and how much fits: so that an editor sees by itself when it is mended. */
  counted?: { of: Counted; most: number }
}

/** Of a block: what it holds, the blocks it stands among, its characters, the lists that it stands in. */
export type Counted = 'children' | 'siblings' | 'characters' | 'lists'

/** So many places are told at once. */
export const MOST_PLACES = 20

interface Node {
  type?: unknown
}

const typeOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Node).type : undefined

/** The values that a path leads through, the whole first; what is not there is left out. */
export function valuesAlong(value: unknown, path: readonly PropertyKey[]): unknown[] {
  const along = [value]
  for (const step of path) {
    const last = along.at(-1)
    if (typeof last !== 'object' || last === null || !Object.hasOwn(last, step)) break
    along.push((last as Record<PropertyKey, unknown>)[step])
  }
  return along
}

/** The place where a value is larger than the `most` that fits, in words that tell how large it is. */
export function placeOfExcess(content: unknown, path: (string | number)[], most: number): Place {
  const along = valuesAlong(content, path)
  const found = along.at(-1)
  const owner = typeOf(along.at(-2))
  if (typeof found === 'string') return ofText(found, path, most, owner)
  const count = Object.keys(found ?? {}).length
  const { content: texts } = codes().errors
  if (path.at(-1) !== 'content') return { path, message: texts.tooMany(count, most) }
  if (owner === 'doc')
    return {
      path: [...path, most],
      message: texts.tooManyBlocks(count, most),
      counted: { of: 'siblings', most },
    }
  const message =
    owner === 'tableRow'
      ? texts.tableTooWide(count, most)
      : owner === 'table'
        ? texts.tableTooLong(count, most)
        : owner === 'tableCell' || owner === 'tableHeader'
          ? texts.cellTooFull(count, most)
          : texts.tooMany(count, most)
  return { path: path.slice(0, -1), message, counted: { of: 'children', most } }
}

function ofText(text: string, path: (string | number)[], most: number, owner: unknown): Place {
  const message = codes().errors.content.tooLong(text.length, most)
  return owner === 'text' ? { path, message, counted: { of: 'characters', most } } : { path, message }
}

const LISTS = new Set<unknown>(['bulletList', 'orderedList'])
/** A list, its content, an item, and that one's content. */
const LEVELS_OF_LIST = 4

/**
 * The place that is nested `over` levels too deeply, in levels that an author can count: of lists, where it stands in
 * some.
 */
export function placeOfDepth(content: unknown, path: (string | number)[], over: number): Place {
  const { errors } = codes()
  const lists = valuesAlong(content, path).filter((value) => LISTS.has(typeOf(value))).length
  if (lists === 0) return { path, message: errors.content.tooDeep }
  const most = Math.max(0, lists - Math.ceil(over / LEVELS_OF_LIST))
  return { path, message: errors.content.tooManyLists(lists, most), counted: { of: 'lists', most } }
}
