import type { PageContent } from './page'

/** A page of which only the title, the kind and its language (BCP 47) are known. */
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
