import type { MetadataRoute } from 'next'
import { paths, routes } from '@/lib/routes'
import { beginningOf } from '@/lib/routes/row'

/** Not for search engines: forms, personal pages, and pages behind a spoiler lock. */
const apart = [
  '/open/',
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

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: apart } }
}
