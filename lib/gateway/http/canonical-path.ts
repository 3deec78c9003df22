import { encodeSegment } from '@/lib/titles/spelling'

/**
 * A path is read once, so that it cannot mean one address to the gateway and another to the renderer: what is
 * classified here is forwarded byte for byte.
 */
export type CanonicalPath =
  | { ok: true; path: string; segments: string[] }
  /** `path` is the canonical spelling of the same address. */
  | { ok: false; status: 308; path: string }
  | { ok: false; status: 400 | 414 }

/** Long enough for the longest title's address (6,000 characters, see `titleSchema`) and its prefix. */
const LONGEST = 8_192

const REFUSED = { ok: false, status: 400 } as const

/**
 * Reads the raw path of a request (RFC 3986, without its query): splits it at its slashes and decodes each segment,
 * once. Refuses dot segments, backslashes, encoded slashes, control characters, and what is not UTF-8; gives every other
 * spelling the one canonical path to go to: characters that need no encoding plain, the rest as upper-case hexadecimal
 * UTF-8, no empty segments, no slash at the end. A `%` is a character like another: `%2541` is the text `%41`, never `A`.
 */
export function canonicalPath(raw: string): CanonicalPath {
  if (raw.length > LONGEST) return { ok: false, status: 414 }
  if (!raw.startsWith('/') || !/^[\x21-\x7e]*$/.test(raw) || /[\\#?]/.test(raw)) return REFUSED
  const segments: string[] = []
  for (const part of raw.split('/')) {
    const segment = decodedSegment(part)
    if (segment === null || segment === '.' || segment === '..') return REFUSED
    if (segment !== '') segments.push(segment)
  }
  const path = `/${segments.map(encodeSegment).join('/')}`
  return path === raw ? { ok: true, path, segments } : { ok: false, status: 308, path }
}

function decodedSegment(part: string): string | null {
  try {
    const segment = decodeURIComponent(part)
    return /[/\\\p{Cc}]/u.test(segment) ? null : segment
  } catch {
    return null
  }
}
