import type { InlineNode, Lead, RichDocument, RichLine } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { FileContent } from '@/lib/kinds/schemas/file'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { SeedFile } from './seed-file'

/** Gives the reference for a key of the file; throws when the file has no such key. */
export type Resolve = (key: string) => number

const text = (words: string) => ({ type: 'text' as const, text: words })
const paragraph = (id: string, content: InlineNode[]) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content,
})

/** A source of a seed file as content: unstated independence is unknown. */
export function sourceContent(source: SeedFile['sources'][number], resolve: Resolve): SourceContent {
  return {
    type: source.type,
    title: source.title ?? null,
    description: source.description ?? null,
    publisher: source.publisher ?? null,
    authors: source.authors ?? [],
    issued: source.issued ?? null,
    language: source.language ?? null,
    url: source.url ?? null,
    archiveUrl: null,
    doi: source.doi ?? null,
    isbn: source.isbn ?? null,
    via: source.via ?? null,
    derivedFrom: originOf(source, resolve),
    note: source.note ?? null,
  }
}

function originOf(
  { derivedFrom, isWork, work }: SeedFile['sources'][number],
  resolve: Resolve,
): SourceContent['derivedFrom'] {
  if (isWork || work) return { kind: 'work', page: work ? resolve(work) : null }
  return derivedFrom ? { kind: 'source', source: resolve(derivedFrom) } : { kind: 'unknown' }
}

/** A picture of a seed file as content; `sha256` is that of its stored object. */
export const fileContent = (
  { alternative, author, licence }: SeedFile['pictures'][number],
  sha256: string,
): FileContent => ({
  object: sha256,
  ...{ alternative, author, licence: { kind: licence } },
  ...{ source: null, crop: null, focus: null, note: null },
})

/** A fact of a seed file as content. */
export function factContent(fact: SeedFile['facts'][number], resolve: Resolve): FactContent {
  return {
    statement: [text(fact.statement)],
    about: fact.about.map(resolve),
    speaker: fact.speaker ? resolve(fact.speaker) : null,
    saidTo: fact.saidTo ?? null,
    saidOn: null,
    topics: fact.topics ?? [],
    gate: fact.gate ? { kind: 'place', page: resolve(fact.gate) } : { kind: 'none' },
    isPrivateLife: false,
    citations: fact.citations.map(({ source, ...rest }) => citationOf(resolve(source), rest)),
    note: fact.note ?? null,
  }
}

type SeedPage = SeedFile['pages'][number]

export interface PageContext {
  resolve: Resolve
  language: string
  isPerson: boolean
  /** The key of the page with this title; null when there is none. */
  pageTitled: (title: string) => string | null
}

/** A page of a seed file as content: its summary becomes the lead, with references where it names sources. */
export function pageContent(page: SeedPage, context: PageContext): PageContent {
  const { resolve, language, isPerson } = context
  const infobox = Object.entries(page.infobox ?? {}).map(([key, value]) => {
    return [key, richWords(value, context)]
  })
  const picture = page.picture && [{ type: 'image' as const, attrs: { file: resolve(page.picture) } }]
  return {
    title: page.title,
    kind: page.kind,
    language,
    lead: leadOf(page, context),
    infobox: { ...(picture && { picture }), ...Object.fromEntries(infobox) },
    body: bodyOf(page, context),
    categories: (page.categories ?? []).map(resolve),
    isLiving: isPerson ? true : null,
    ordinal: page.ordinal ? { work: resolve(page.ordinal.work), number: page.ordinal.number } : null,
  }
}

type Words = Pick<PageContext, 'resolve' | 'pageTitled'>

const LINK_OR_MARK = /\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]|\[\^([^\]]+)\]/g

/** Words with links, by id to a page of the file, else by title to one that is not written yet, and references. */
function richWords(value: string, words: Words): RichLine & InlineNode[] {
  const nodes: (RichLine & InlineNode[])[number][] = []
  let at = 0
  for (const found of value.matchAll(LINK_OR_MARK)) {
    const [{ length }, title, shown, source] = found
    if (found.index > at) nodes.push(text(value.slice(at, found.index)))
    if (source) nodes.push({ type: 'citation', attrs: citationOf(words.resolve(source)) })
    else if (title) nodes.push(linkTo(title, shown ?? title, words))
    at = found.index + length
  }
  if (at < value.length) nodes.push(text(value.slice(at)))
  return nodes
}

function linkTo(title: string, shown: string, { resolve, pageTitled }: Words) {
  const key = pageTitled(title)
  const attrs = key === null ? { page: null, title } : { page: resolve(key), title: null }
  return { ...text(shown), marks: [{ type: 'wikiLink' as const, attrs }] }
}

function leadOf(page: SeedPage, words: Words): Lead {
  const closed = (page.closed ?? []).map((passage, index) => ({
    type: 'spoiler' as const,
    attrs: { id: `closed-${index + 1}`, gate: { kind: 'place' as const, page: words.resolve(passage.gate) } },
    content: [{ ...paragraph('', richWords(passage.text, words)), attrs: { id: null } }],
  }))
  return { type: 'doc', content: [paragraph('lead', richWords(page.summary, words)), ...closed] }
}

function bodyOf({ list, factList }: SeedPage, words: Words): RichDocument {
  const content: RichDocument['content'] = []
  if (list)
    content.push({
      type: 'bulletList',
      attrs: { id: 'list' },
      content: list.map((line) => ({
        type: 'listItem' as const,
        content: [{ ...paragraph('', richWords(line, words)), attrs: { id: null } }],
      })),
    })
  if (factList)
    content.push(
      { type: 'heading', attrs: { id: 'facts-heading', level: 2 }, content: [text(factList.heading)] },
      { type: 'factList', attrs: { id: 'facts', facts: factList.facts.map(words.resolve) } },
    )
  return { type: 'doc', content }
}
