import type { SearchAction, WebSite } from 'schema-dts'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Site } from '@/lib/wiki/site'
import { at, graphOf, theWiki } from './parts'

const TERM = 'search_term_string'

/** The wiki itself, and how it is searched. */
export function wikiData({ name, sentence }: Site) {
  const search: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${at(paths.search({ q: '' }))}{${TERM}}` },
    'query-input': `required name=${TERM}`,
  }
  const site: WebSite = {
    '@type': 'WebSite',
    ...theWiki(),
    url: at(paths.home()),
    name,
    description: sentence,
    inLanguage: messages().language.tag,
    potentialAction: search,
  }
  return graphOf(site)
}
