import { linesOf, plainText, textOfDocument } from '@/lib/content/plain-text'
import { openInfobox, type PageContent, pageContentSchema } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { type Kind, upgradeNothing } from './kind'
import { writtenPage } from './written/page'

/** A page: a title that is its address, a kind, rich text, and an infobox. */
export const pageKind: Kind<PageContent> = {
  ...writtenPage,
  texts: () => messages().kinds.page,
  schema: pageContentSchema,
  version: 1,
  upgrade: upgradeNothing,
  fieldNames: () => messages().kinds.page.fields,
  address: {
    read: ({ label }) => paths.page(label),
    history: ({ label }, asked) => paths.pageHistory(label, asked),
    edit: ({ label }, asked) => paths.editPage(label, asked),
    links: ({ label }, asked) => paths.pageLinks(label, asked),
    info: ({ label }) => paths.pageInfo(label),
    talk: ({ label }, asked) => paths.pageTalk(label, asked),
  },
  listTags: [],
  isTitled: true,
  isShownOnPages: false,
  cites: true,
  joined: null,
  closedBy: null,
  hasStanding: false,
  bearsOnStandings: false,
  ownName: ({ title }) => title ?? '',
  namedBy: ['title'],
  headedBy: ({ title }) => title,
  language: ({ language }) => language,
  searchText: (content) =>
    linesOf([
      textOfDocument(content.lead),
      ...Object.values(openInfobox(content)).map(plainText),
      textOfDocument(content.body),
    ]),
  readText: ({ lead, infobox, body }) =>
    linesOf([
      textOfDocument(lead, 'with'),
      ...Object.values(infobox).map(plainText),
      textOfDocument(body, 'with'),
    ]),
  about: () => [],
  fieldNaming: (expects) => (expects === 'category' ? 'categories' : 'body'),
  pageKind: ({ kind }) => kind,
  saysLiving: ({ isLiving }) => isLiving === true,
  gateOf: ({ gate }) => gate ?? { kind: 'none' },
  isPrivate: () => false,
  lacksOwnWords: () => false,
  foundAt: () => null,
}
