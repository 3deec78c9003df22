import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'

/** Where in a content a problem is, so that the editor can show it there. */
export interface Place {
  /** The path from the content: `['body', 'content', 3, 'content', 0]`. */
  path: (string | number)[]
  message: Message
  /** What is too large, and its maximum: so that an editor notices by itself when it is fixed. */
  counted?: { of: Counted; most: number }
}

/** Of a block: its children, its siblings, its characters, or the lists around it. */
export type Counted = 'children' | 'siblings' | 'characters' | 'lists'

/** How many places are reported at once. */
export const MOST_PLACES = 20

interface Node {
  type?: unknown
}

const typeOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Node).type : undefined

/** The values along a path, the whole first; missing ones are left out. */
export function valuesAlong(value: unknown, path: readonly PropertyKey[]): unknown[] {
  const along = [value]
  for (const step of path) {
    const last = along.at(-1)
    if (typeof last !== 'object' || last === null || !Object.hasOwn(last, step)) break
    along.push((last as Record<PropertyKey, unknown>)[step])
  }
  return along
}

/** The place where a value is larger than its maximum `most`, with a message that gives its size. */
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

/** The place that is nested `over` levels deeper than the `deepest` allowed, counted in levels of lists where it is inside some. */
export function placeOfDepth(
  content: unknown,
  path: (string | number)[],
  over: number,
  deepest: number,
): Place {
  const { errors } = codes()
  const lists = valuesAlong(content, path).filter((value) => LISTS.has(typeOf(value))).length
  if (lists === 0) return { path, message: errors.content.tooDeep(deepest) }
  const most = Math.max(0, lists - Math.ceil(over / LEVELS_OF_LIST))
  return { path, message: errors.content.tooManyLists(lists, most), counted: { of: 'lists', most } }
}
