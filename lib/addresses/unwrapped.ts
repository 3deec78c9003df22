/** Archives that keep copies of pages. */
const ARCHIVES =
  /(?:^|\.)(?:archive\.(?:org|today|ph|is|md|li|vn|fo)|ghostarchive\.org|perma\.cc|webcitation\.org)$/i
const COPIED = /\/(https?:\/{1,2}[^/].*)$/i
/** After a time, flags or a code: an address that may have lost its scheme. */
const WAYBACK = /^\/web\/[\w*]+\/(.+)$/i
const TODAY = /^\/(?:\d{4,14}|newest|oldest|o\/\w+)\/(.+)$/i
/** `c`, `v` or `i` for documents, viewers and images; `s` where the page is secure. */
const AMP_CACHE = /^\/(?:c|v|i|r|wp)\/(?:s\/)?([^/]+\.[^/]+.*)$/i
const AMP_AT_GOOGLE = /^\/amp\/(?:s\/)?([^/]+\.[^/]+.*)$/i

/** Whether a host is an archive of the web. */
export const isArchive = (hostname: string): boolean => ARCHIVES.test(hostname)

/** The address that an archive's copy was made of; null where its own address does not tell. */
export function copiedAddress(url: string): string | null {
  const parsed = new URL(url)
  if (!isArchive(parsed.hostname)) return null
  const [, copied] = COPIED.exec(parsed.href.slice(parsed.origin.length)) ?? []
  if (copied !== undefined) return asAddress(copied)
  const shape = /archive\.org$/i.test(parsed.hostname) ? WAYBACK : TODAY
  const [, bare] = shape.exec(parsed.pathname + parsed.search) ?? []
  return bare === undefined ? null : asAddress(bare)
}

/**
 * The address behind one that only leads to it: of an archive's copy, of a cache of AMP pages, of a redirecting link. Null
 * where it leads to itself.
 */
export function unwrapped(url: string): string | null {
  const { hostname, pathname, search, searchParams } = new URL(url)
  const rest = pathname + search
  if (/(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(hostname))
    return asAddress(AMP_CACHE.exec(rest)?.[1])
  if (/^(?:www\.)?google\.[a-z.]+$/.test(hostname)) {
    if (pathname === '/url') return asAddress(searchParams.get('q') ?? searchParams.get('url'))
    return asAddress(AMP_AT_GOOGLE.exec(rest)?.[1])
  }
  if (/^lm?\.facebook\.com$/.test(hostname)) return asAddress(searchParams.get('u'))
  if (hostname === 'out.reddit.com') return asAddress(searchParams.get('url'))
  if (/^(?:www\.)?youtube\.com$/.test(hostname) && pathname === '/redirect')
    return asAddress(searchParams.get('q'))
  return copiedAddress(url)
}

/** An address with its scheme, whose slashes a server may have joined. */
function asAddress(text: string | null | undefined): string | null {
  if (!text) return null
  const whole = /^https?:/i.test(text) ? text.replace(/^(https?:)\/*/i, '$1//') : `https://${text}`
  return URL.canParse(whole) && new URL(whole).hostname.includes('.') ? whole : null
}
