/**
 * One reading of a path, so that nothing can be one address to the front door and another to what renders behind it:
 * what is classified here is, byte for byte, what is forwarded.
 */
export type CanonicalPath =
  | { ok: true; path: string; segments: string[] }
  /** The same address spelled otherwise. */
  | { ok: false; status: 308; path: string }
  | { ok: false; status: 400 | 414 }

/** Titles have up to 200 graphemes, of which each can take several code points of up to 12 encoded characters. */
const LONGEST = 8_192

const REFUSED = { ok: false, status: 400 } as const

/**
 * Reads the raw path of a request (RFC 3986, without its query). Refuses dot segments, backslashes, encoded slashes,
 * control characters, what is not UTF-8, and what is still encoded after decoding; gives every other spelling the one
 * canonical path to go to: characters that need no encoding plain, the rest as upper-case hexadecimal UTF-8, no empty
 * segments, no slash at the end.
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
  const once = decoded(part)
  const twice = once?.replace(/%([\da-f]{2})/gi, (all, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : all
  })
  // What is encoded twice is never a title (titles hold no `%41`); where decoding again could change more than the
  // spelling of a letter, nobody behind us gets to try.
  if (twice == null || /%[\da-f]{2}/i.test(twice)) return null
  return /[/\\\p{Cc}]/u.test(twice) ? null : twice
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The canonical spelling of one segment: RFC 3986's `pchar` stay plain. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent)
}
