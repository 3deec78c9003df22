import type { BreadcrumbList, Graph, Thing } from 'schema-dts'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/*
 * Addresses here are absolute where the administrator has said where the wiki is; else they are paths, which are read
 * from the address of the page that they stand on (JSON-LD 1.1, §4.1.5).
 */

/** An address of this wiki. */
export const at = (path: string): string => (env.origin ?? '') + path

/** The wiki itself, by its name. */
export const theWiki = () => ({ '@id': at(`${paths.home()}#wiki`) })
/** The name of what the page at a path is about. */
export const subjectAt = (path: string): string => at(`${path}#subject`)

/** A document of these things. */
export const graphOf = (...things: (Thing | null)[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things.filter((thing) => thing !== null),
})

/** Where a page stands: the front page, what lists it, itself. */
export const crumbsOf = (path: string, ...steps: { label: string; path: string }[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  '@id': at(`${path}#crumbs`),
  itemListElement: [{ label: messages().sharing.start, path: paths.home() }, ...steps].map((step, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name: step.label,
    item: at(step.path),
  })),
})
