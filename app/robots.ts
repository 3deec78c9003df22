import type { MetadataRoute } from 'next'

/** Forms, what is somebody's own, and what is closed are no search results. */
const apart = [
  '/open/',
  '/edit/',
  '/new/',
  '/revert/',
  '/compare',
  '/search',
  '/review',
  '/submissions',
  '/account$',
  '/sign-in',
  '/sign-up',
  '/api/',
]

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: apart } }
}
