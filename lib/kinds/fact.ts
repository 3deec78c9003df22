import { tags } from '@/lib/cache/tags'
import { linesOf, plainText } from '@/lib/content/plain-text'
import { type FactContent, factContentSchema } from '@/lib/kinds/schemas/fact'
import { isInOwnWords } from '@/lib/kinds/schemas/private-life'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { joinFacts } from './joined/facts'
import { type Kind, upgradeNothing } from './kind'
import { writtenFact } from './written/fact'

/** A fact: one claim with its speaker and sources; its address is its number; it may have a gate. */
export const factKind: Kind<FactContent> = {
  ...writtenFact,
  texts: () => messages().kinds.fact,
  schema: factContentSchema,
  version: 1,
  upgrade: upgradeNothing,
  fieldNames: () => messages().kinds.fact.fields,
  address: {
    read: ({ number }) => paths.fact(number),
    history: ({ number }, asked) => paths.factHistory(number, asked),
    edit: ({ number }, asked) => paths.editFact(number, asked),
    links: ({ number }, asked) => paths.factLinks(number, asked),
    info: ({ number }) => paths.factInfo(number),
    talk: ({ number }, asked) => paths.factTalk(number, asked),
  },
  listTags: [tags.standings],
  isTitled: false,
  isShownOnPages: true,
  cites: true,
  joined: joinFacts,
  closedBy: 'facet',
  hasStanding: true,
  bearsOnStandings: false,
  ownName: ({ statement }) => plainText(statement ?? []),
  namedBy: ['statement', 'about'],
  headedBy: ({ about }) => about?.[0],
  searchText: ({ statement, saidTo, topics }) => linesOf([plainText(statement), saidTo ?? '', ...topics]),
  readText: ({ statement }) => plainText(statement),
  about: ({ about }) => about ?? [],
  fieldNaming: (expects) => (expects === 'source' ? 'citations' : 'about'),
  pageKind: () => null,
  saysLiving: () => false,
  gateOf: ({ gate }) => gate,
  isPrivate: ({ isPrivateLife }) => isPrivateLife,
  lacksOwnWords: (fact) => fact.isPrivateLife && !isInOwnWords(fact),
  foundAt: () => null,
}
