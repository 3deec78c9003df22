import { reads } from '@/db/postgres/client'
import { findOpenBeginnings } from '@/db/talk/threads'
import type { Block, LineNode } from '@/lib/content/document'
import { plainText, textOfBlock } from '@/lib/content/plain-text'
import type { PageView } from '@/lib/pages/compose'
import { loadOpenings, nameGates } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { factAlone } from './fact-alone'
import { gateOfComment } from './gate'
import { oneSpaced, type Quotation, quotationOf, readWords } from './words'

/** What open threads begin with, on the page that they are about: the path of the thread, or of the list of several. */
export interface Discussed {
  /** By the paragraph, heading, picture or table whose words are quoted. */
  passages: ReadonlyMap<object, string>
  /** By the number of a fact whose card stands in the words. */
  facts: ReadonlyMap<number, string>
}

/** So many open threads of a page are looked at: those with the newest comments. */
const MOST_THREADS = 50

/**
 * Which passages of a page are quoted where one of its `open` threads begins. Words that do not stand there any more, and
 * those of passages and comments that are closed to the reader, mark nothing. The page depends on how many are open.
 */
export async function loadDiscussed(page: PageView, open: number): Promise<Discussed | undefined> {
  if (open === 0) return undefined
  const openings = await loadOpenings()
  const rows = await findOpenBeginnings(reads(), openings.scope, page.id, MOST_THREADS)
  nameGates(
    openings,
    rows.map(({ gatePageId }) => gateOfComment(gatePageId)),
  )
  const passages = new Map<object, string>()
  const facts = new Map<number, string>()
  const parts = [...partsOf(page)]
  const list = paths.pageTalk(page.head.label, { show: 'open' })
  for (const { threadId, words } of rows) {
    const marks = <T>(map: Map<T, string>, at: T) =>
      map.set(
        at,
        (map.get(at) ?? paths.thread(threadId)) === paths.thread(threadId) ? paths.thread(threadId) : list,
      )
    for (const paragraph of readWords(words ?? '', [])) {
      const number = factAlone(paragraph)
      if (number !== null) marks(facts, number)
      const quotation = quotationOf(paragraph)
      const part = quotation && partQuoted(quotation, parts)
      if (part) marks(passages, part)
    }
  }
  return { passages, facts }
}

interface Part {
  of: object
  text: string
  section: string | null
}

type Nested = { type: string; content?: unknown }

/** What can be quoted of a page's lead and body, in order, with the section that it stands in. */
function* partsOf({ lead, body, sections, passages }: PageView): Generator<Part> {
  const isClosed = (block: Nested) => block.type === 'spoiler' && !passages.get(block as Block)?.isOpen
  function* within(node: Nested, section: string | null): Generator<Part> {
    if (isClosed(node)) return
    if (node.type === 'paragraph' || node.type === 'heading')
      yield { of: node, text: oneSpaced(plainText(node.content as LineNode[])), section }
    else if (node.type === 'image' || node.type === 'table')
      yield { of: node, text: oneSpaced(textOfBlock(node as Block)), section }
    else if (node.type !== 'factList')
      for (const inner of (node.content ?? []) as Nested[]) yield* within(inner, section)
  }
  for (const block of lead) yield* within(block, 'lead')
  let section: string | null = null
  for (const block of body) {
    section = sections.get(block)?.id ?? section
    yield* within(block, section)
  }
}

/** Where quoted words begin: in the section that was named, or else anywhere. Null unless all of them are there. */
function partQuoted({ lines, at }: Quotation, parts: readonly Part[]): object | null {
  const [first, ...others] = lines
  if (first === undefined || at.type !== 'page') return null
  if (!others.every((line) => parts.some(({ text }) => text.includes(line)))) return null
  const saying = parts.filter(({ text }) => text.includes(first))
  return (saying.find(({ section }) => section === at.section) ?? saying[0])?.of ?? null
}
