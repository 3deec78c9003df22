import { readFileSync } from 'node:fs'

/** Every route that is the same bytes for everybody, as the front door's table spells it. */
export function sharedRoutes(): string[] {
  const table = readFileSync('lib/front-door/route-table.ts', 'utf8')
  const routes = [...table.matchAll(/^ {2}'(\/[^']*)': \[/gm)].map(([, route]) => route ?? '')
  if (routes.length < 20) throw new Error('the route table is written otherwise: read it otherwise')
  return routes
}
