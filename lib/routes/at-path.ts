import { routes } from '@/lib/routes'
import type { Route } from './row'

/** A row, and the values of its brackets, encoded as in the path. */
interface RouteAt {
  route: Route
  words: string[]
}

const shapes = Object.values(routes).map((route: Route) => ({
  route,
  shape: new RegExp(
    `^${route.pattern
      .split(/(\[[^\]]+\])/)
      .map(asShape)
      .join('')}$`,
  ),
}))

/** Parts in brackets stand for one segment or, with dots, for one or more. */
function asShape(part: string): string {
  if (part.startsWith('[...')) return '(.+)'
  return part.startsWith('[') ? '([^/]+)' : part.replaceAll('.', String.raw`\.`)
}

/** The row of a canonical path (see `canonicalPath`), without its query; null where the table has none. */
export function routeAt(path: string): RouteAt | null {
  const [bare = ''] = path.split('?')
  for (const { route, shape } of shapes) {
    const found = shape.exec(bare)
    if (found) return { route, words: found.slice(1) }
  }
  return null
}
