import { paths } from '@/lib/routes'

/** Where signing in must not lead: to itself, or to something that is no page. */
const NO_PAGE = [
  paths.signIn(),
  paths.signUp(),
  paths.recover(),
  paths.forgotPassword(),
  paths.resetPassword(),
  '/api',
].map((path) => `${path}/`)

/**
 * Where to go after signing in: the path, query and fragment asked for when they are of this very site, else the front
 * page. `//other.example`, `/\other.example` and whatever a browser would read as one of them are not of this site.
 */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2_000 || !/^\/(?![/\\])/.test(asked)) return paths.home()
  const site = 'http://site.invalid'
  const url = URL.parse(asked, site)
  if (url?.origin !== site || isNoPage(url.pathname) || url.pathname.startsWith('//')) return paths.home()
  return url.pathname + url.search + url.hash
}

const isNoPage = (path: string) => NO_PAGE.some((one) => `${path}/`.startsWith(one))
