import { issueFor, messageOfIssue } from '@/lib/errors/issues'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import { type SourceContent, sourceContentSchema, type sourceTypes } from '@/lib/kinds/schemas/source'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { readDoi, readIsbn } from '@/lib/text/identifiers'
import { languageTag, partialDate, webAddress } from '@/lib/text/plain'
import { shorten } from '@/lib/text/shorten'

/** What an entry of a bibliography says, in its own words. */
export interface Said {
  type: (typeof sourceTypes)[number]
  title?: string | undefined
  authors: string[]
  /** The journal, the outlet, the book that it is a chapter of; or who published it. */
  container?: string | undefined
  /** A date as it is written; year first, as far as it is known. */
  date?: string | undefined
  language?: string | undefined
  url?: string | undefined
  doi?: string | undefined
  isbn?: string | undefined
  note?: string | undefined
}

/** What parts of an entry are judged by alone, since the others go on without them. */
export const addressSchema = webAddress
export const dateSchema = partialDate
export const languageSchema = languageTag

/** A source, or why the entry is none. */
export type Read = { source: SourceContent } | { why: Message }

const MOST = { title: 300, name: 200, authors: 20, note: 4000 }

/**
 * Makes a source of what an entry says. What is not understood, such as a date in words, is not lost: it goes into the
 * note. No source without a title and without a link.
 */
export function sourceOfEntry(said: Said): Read {
  const kept: string[] = []
  const read = <T>(text: string | undefined, parse: (text: string) => T | null): T | null => {
    if (!text) return null
    const value = parse(text)
    if (value === null) kept.push(text)
    return value
  }
  const doi = read(said.doi, readDoi)
  const url =
    read(said.url, (text) => addressSchema.safeParse(text).data ?? null) ?? (doi && `https://doi.org/${doi}`)
  const source = {
    ...emptySource,
    type: said.type,
    title: said.title ? cut(said.title, MOST.title) : null,
    publisher: said.container ? cut(said.container, MOST.name) : null,
    authors: said.authors.slice(0, MOST.authors).map((name) => cut(name, MOST.name)),
    issued: read(said.date, (text) => dateSchema.safeParse(text).data ?? null),
    language: read(said.language, (text) => languageSchema.safeParse(text).data ?? null),
    url,
    doi,
    isbn: read(said.isbn, readIsbn),
  }
  const note = [said.note, ...kept].filter(Boolean).join('\n')
  const whole = { ...source, note: note ? shorten(note, MOST.note) : null }
  const parsed = sourceContentSchema.safeParse(whole, { error: issueFor })
  const [issue] = parsed.error?.issues ?? []
  if (parsed.success) return { source: parsed.data }
  return issue ? { why: messageOfIssue(issue) } : unreadable()
}

const cut = (text: string, most: number) => shorten(text.normalize('NFC').replace(/\s+/g, ' ').trim(), most)

/** That an entry could not be read at all. */
export const unreadable = (): Read => ({ why: codes().importing.unreadable })
