import type { PageContent } from './page'

/** The content of a new page: only its title, kind and language (BCP 47). */
export const emptyPage = (title: string, kind: string, language: string): PageContent => ({
  title,
  kind,
  language,
  lead: { type: 'doc', content: [] },
  infobox: {},
  body: { type: 'doc', content: [] },
  categories: [],
  isLiving: null,
  ordinal: null,
})
