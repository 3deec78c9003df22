import { paths, routes } from '@/lib/routes'
import { beginningOf } from '@/lib/routes/row'
import { loadOrigin } from '@/lib/sharing/loaders'

/** Not for search engines: forms, personal pages, and pages behind a spoiler lock. */
const apart = [
  '/open/',
  beginningOf(routes.pagePreview),
  beginningOf(routes.editPage),
  '/new/',
  beginningOf(routes.revert),
  paths.compare(),
  paths.search(),
  paths.review(),
  paths.submissions(),
  `${paths.account()}$`,
  paths.signIn(),
  paths.signUp(),
  '/api/',
]

export const dynamic = 'force-dynamic'

/** What robots may read (RFC 9309), and where the sitemap is. */
export async function GET(): Promise<Response> {
  const lines = [
    'User-Agent: *',
    ...apart.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${(await loadOrigin()) + paths.sitemap()}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
