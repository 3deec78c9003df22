import { fetchOutside, json } from '../fetch-outside'
import type { Unread } from '../outcome'
import type { Reach } from '../reach'
import { dateOf } from './date-of'
import { languageOf, type Metadata, nothingKnown, textOf } from './metadata'

const CSL = 'application/vnd.citationstyles.csl+json'

/**
 * What the agency of a DOI knows about it (Crossref, DataCite and others), by content negotiation at doi.org in CSL-JSON;
 * the publication's own address with it.
 */
export async function fetchByDoi(
  doi: string,
  reach: Reach,
): Promise<{ ok: true; metadata: Metadata; url: string | null } | Unread> {
  const address = `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`
  const answer = await fetchOutside(address, json(CSL), reach)
  if (!answer.ok) return answer
  const item = readObject(answer.bytes)
  if (!item) return { ok: false, why: 'failing' }
  const type = textOf(item.type)
  return {
    ok: true,
    url: textOf(item.URL),
    metadata: {
      ...nothingKnown,
      title: [textOf(item.title), textOf(item.subtitle)].filter(Boolean).join(': ') || null,
      publisher: textOf(item['container-title']) ?? textOf(item.publisher),
      authors: listOf(item.author).flatMap((one) => nameOf(one) ?? []),
      issued:
        issuedOf(item.issued) ?? issuedOf(item['published-print']) ?? issuedOf(item['published-online']),
      language: languageOf(textOf(item.language) ?? ''),
      type: type && (CROSSREF_TYPES[type] ?? type),
      doi,
      isbn: textOf(item.ISBN),
    },
  }
}

/** Crossref's own names for types beside those of CSL. */
const CROSSREF_TYPES: Record<string, string> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  monograph: 'book',
  'edited-book': 'book',
}

/** An answer that is one object of JSON. */
export function readObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** The objects of a list in an answer, as many as are looked at. */
export const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null).slice(0, 20) : []

const nameOf = (one: Record<string, unknown>): string | null =>
  textOf(one.literal) ??
  textOf(one.name) ??
  ([textOf(one.given), textOf(one.family)].filter(Boolean).join(' ') || null)

/** The parts of a date of CSL-JSON: a year, and perhaps a month and a day. */
function issuedOf(value: unknown): string | null {
  const parts = (value as { 'date-parts'?: unknown } | null | undefined)?.['date-parts']
  const first: unknown = Array.isArray(parts) ? parts[0] : null
  return Array.isArray(first) ? dateOf(first.filter(Boolean).join('-')) : null
}
