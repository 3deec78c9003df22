import type { PageContent } from './schema'

/** A page of which only the title and the kind are known. */
export const emptyPage = (title: string, kind: string): PageContent => ({
  title,
  kind,
  language: 'en',
  lead: { type: 'doc', content: [] },
  infobox: {},
  body: { type: 'doc', content: [] },
  categories: [],
  isLiving: null,
  ordinal: null,
})
