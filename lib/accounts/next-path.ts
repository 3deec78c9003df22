import { paths } from '@/lib/routes'

/** Where signing in must not lead: to the sign-in pages, or to an address that is no page. */
const NO_PAGE = [
  paths.signIn(),
  paths.signUp(),
  paths.recover(),
  paths.forgotPassword(),
  paths.resetPassword(),
  '/api',
].map((path) => `${path}/`)

/**
 * Where to go after signing in: the requested path, query and fragment when they are of this site, else the front page.
 * `//other.example`, `/\other.example` and whatever else a browser would read as another origin are not.
 */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2_000 || !/^\/(?![/\\])/.test(asked)) return paths.home()
  const site = 'http://site.invalid'
  const url = URL.parse(asked, site)
  if (url?.origin !== site || isNoPage(url.pathname) || url.pathname.startsWith('//')) return paths.home()
  return url.pathname + url.search + url.hash
}

const isNoPage = (path: string) => NO_PAGE.some((one) => `${path}/`.startsWith(one))
