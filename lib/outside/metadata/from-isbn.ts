import { fetchOutside, json } from '../fetch-outside'
import type { Unread } from '../outcome'
import type { Reach } from '../reach'
import { dateOf } from './date-of'
import { listOf, readObject } from './from-doi'
import { type Metadata, nothingKnown, textOf } from './metadata'

/** What Open Library knows about an ISBN of thirteen digits (its Books API, `jscmd=data`). */
export async function fetchByIsbn(
  isbn: string,
  reach: Reach,
): Promise<{ ok: true; metadata: Metadata } | Unread> {
  const key = `ISBN:${isbn}`
  const address = `https://openlibrary.org/api/books?bibkeys=${key}&format=json&jscmd=data`
  const answer = await fetchOutside(address, json(), reach)
  if (!answer.ok) return answer
  const found = readObject(answer.bytes)
  if (!found) return { ok: false, why: 'failing' }
  const book = found[key] as Record<string, unknown> | undefined
  if (typeof book !== 'object' || book === null) return { ok: false, why: 'gone' }
  return {
    ok: true,
    metadata: {
      ...nothingKnown,
      title: [textOf(book.title), textOf(book.subtitle)].filter(Boolean).join(': ') || null,
      publisher: namesIn(book.publishers)[0] ?? null,
      authors: namesIn(book.authors),
      issued: dateOf(textOf(book.publish_date)),
      type: 'book',
      isbn,
    },
  }
}

const namesIn = (value: unknown): string[] => listOf(value).flatMap((one) => textOf(one.name) ?? [])
