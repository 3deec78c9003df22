import type { Block } from '@/lib/content/document'
import { textOfBlock } from '@/lib/content/plain-text'
import type { AnyContent, ContentKind } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { nameOfSource } from './source-name'

/**
 * A piece of an entry that can be closed by itself: `passage:ID` and `value:KEY` of a page, and `record`, which is all
 * that a source says. The same spelling stands in addresses, forms and the database.
 */
export const PIECE = /^(?:passage:[\w-]{1,32}|value:[a-z][a-z0-9_]{0,59}|record)$/

/** A piece of a content: what it says, and the content where a sentence stands in its place, or nothing does. */
export interface Piece {
  content: unknown
  /** How it begins, for a list to choose from: empty where it is behind a gate or has no words. */
  beginning: string
  with(sentence: string | null): AnyContent
}

/** A piece of a content by its name; null where there is none. */
export function pieceOf(kind: ContentKind, content: AnyContent, name: string): Piece | null {
  const at = name.indexOf(':')
  const [of, key] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)]
  if (kind === 'source' && of === 'record') return recordOf(content as SourceContent)
  if (kind !== 'page') return null
  if (of === 'passage') return passageOf(content as PageContent, key)
  return of === 'value' ? infoboxValueOf(content as PageContent, key) : null
}

/** Whether a reader can point at pieces of such entries. */
export const hasPieces = (kind: ContentKind): boolean => kind === 'page'

/** The names of the pieces that a reader can point at, in reading order. */
export function piecesOf(kind: ContentKind, content: AnyContent): string[] {
  if (!hasPieces(kind)) return []
  const { lead, body, infobox } = content as PageContent
  const passages = (blocks: readonly Block[]) =>
    blocks.flatMap(({ attrs: { id } }) => (id === null ? [] : [`passage:${id}`]))
  const values = Object.keys(infobox).map((key) => `value:${key}`)
  return [...passages(lead.content), ...values, ...passages(body.content)]
}

function passageOf(page: PageContent, id: string): Piece | null {
  const field = (['lead', 'body'] as const).find((one) =>
    page[one].content.some(({ attrs }) => attrs.id === id),
  )
  const block = field && page[field].content.find(({ attrs }) => attrs.id === id)
  if (!field || !block) return null
  const blocks = (sentence: string | null): Block[] =>
    (page[field].content as Block[]).flatMap((one) => {
      if (one.attrs.id !== id) return [one]
      return sentence === null ? [] : [{ type: 'paragraph', attrs: { id }, content: line(sentence) }]
    })
  return {
    content: block,
    beginning: textOfBlock(block),
    with: (sentence) => ({ ...page, [field]: { type: 'doc', content: blocks(sentence) } }) as PageContent,
  }
}

function infoboxValueOf(page: PageContent, key: string): Piece | null {
  const value = page.infobox[key]
  if (!value) return null
  const { [key]: _, ...others } = page.infobox
  const { [key]: gate, ...gates } = page.gates ?? {}
  const without = { ...page, infobox: others, ...(gate && { gates }) }
  return {
    content: value,
    beginning: '',
    with: (sentence) =>
      sentence === null ? without : { ...page, infobox: { ...page.infobox, [key]: line(sentence) } },
  }
}

/** What a source is of and what it rests on stay, so that facts keep their standing. */
function recordOf(source: SourceContent): Piece {
  const { title, description, publisher, authors, url, archiveUrl, doi, isbn, via, note } = source
  const nothing = {
    ...{ description: null, publisher: null, authors: [], via: null },
    ...{ url: null, archiveUrl: null, doi: null, isbn: null },
  }
  return {
    content: [title, description, publisher, ...authors, url, archiveUrl, doi, isbn, via, note].filter(
      (one) => one !== null,
    ),
    beginning: nameOfSource(source),
    with: (sentence) => (sentence === null ? source : { ...source, ...nothing, note: null, title: sentence }),
  }
}

const line = (text: string) => [{ type: 'text' as const, text }]
