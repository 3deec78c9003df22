import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { looksLikeIsbn, readDoi, readIsbn } from '@/lib/text/identifiers'

/** A source as typed into one field: a link, words, or words with a link among them. */
export interface SourceLine {
  url: string | null
  words: string | null
}

const WEB_ADDRESS = /https?:\/\/\S*/i
/** Schemes that are no web address: nothing that could be a source, and some that are attacks. */
const OTHER_ADDRESS = /^(?:javascript|vbscript|data|file|ftp|blob|about|mailto|view-source|chrome):\S*$/i
/** As phones and people write them: `www.example.org`, `example.org/story`. */
const WITHOUT_SCHEME = /^(?:www\.\S+\.\S+|(?:[\p{L}\d-]+\.)+\p{L}{2,}\/\S*)$/iu
/** Punctuation around a link in a sentence is no part of it. */
const AFTER_A_LINK = /[)\]>,.;:!?"'»”’]+$/
const AROUND_WORDS = /^[\s,;:–—-]+|[\s,;:–—-]+$/g

/** Parses the text of such a field; null when it contains an invalid address. */
export function readSourceLine(text: string): SourceLine | null {
  const line = text.trim()
  const [found] = WEB_ADDRESS.exec(line) ?? []
  if (found !== undefined) return found === line ? lineOfLink(line, null) : linkAmongWords(line, found)
  if (OTHER_ADDRESS.test(line)) return null
  if (WITHOUT_SCHEME.test(line)) return lineOfLink(`https://${line}`, null)
  return { url: null, words: line || null }
}

function linkAmongWords(line: string, found: string): SourceLine | null {
  const part = line.split(/\s+/).find((one) => one.includes(found)) ?? found
  const words = line.replace(part, ' ').replace(/\s+/g, ' ').replace(AROUND_WORDS, '')
  return lineOfLink(found.replace(AFTER_A_LINK, ''), words || null)
}

const lineOfLink = (url: string, words: string | null): SourceLine | null =>
  URL.canParse(url) ? { url, words } : null

/** Whether more can be found out about a text by looking it up: a link, a DOI, an ISBN. */
export const isLookedUp = (text: string): boolean =>
  text !== '' && (Boolean(readSourceLine(text)?.url) || readDoi(text) !== null || looksLikeIsbn(text))

/** Makes a new source of such a text: a DOI, an ISBN, a link, words. Of one that is only a link no more is stored. */
export function sourceOfText(text: string): SourceContent {
  const [doi, isbn, line] = [readDoi(text), readIsbn(text), readSourceLine(text)]
  if (doi !== null) return { ...emptySource, type: 'article-journal', doi, url: `https://doi.org/${doi}` }
  if (isbn !== null) return { ...emptySource, type: 'book', isbn, description: `ISBN ${isbn}` }
  return { ...emptySource, url: line?.url ?? null, description: line ? line.words : text.trim() || null }
}
