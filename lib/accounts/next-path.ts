/** Where signing in must not lead: to itself, or to something that is no page. */
const NO_PAGE = /^\/(?:sign-in|sign-up|recover|forgot-password|reset-password|api)(?:[/?#]|$)/

/**
 * Where to go after signing in: the path, query and fragment asked for when they are of this very site, else the front
 * page. `//other.example`, `/\other.example` and whatever a browser would read as one of them are not of this site.
 */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2_000 || !/^\/(?![/\\])/.test(asked)) return '/'
  const site = 'http://site.invalid'
  const url = URL.parse(asked, site)
  if (!url || url.origin !== site || NO_PAGE.test(url.pathname) || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
