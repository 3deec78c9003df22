import { tags } from '@/lib/cache/tags'
import { linesOf } from '@/lib/content/plain-text'
import { type SourceContent, sourceContentSchema } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { joinSources } from './joined/sources'
import type { Kind } from './kind'
import { nameOfSource } from './source-name'
import { upgradeSource } from './upgrade-source'
import { writtenSource } from './written/source'

/** A source: a bibliographic record; its address is its number. */
export const sourceKind: Kind<SourceContent> = {
  ...writtenSource,
  texts: () => messages().kinds.source,
  schema: sourceContentSchema,
  version: 2,
  upgrade: upgradeSource,
  fieldNames: () => messages().kinds.source.fields,
  address: {
    read: ({ number }) => paths.source(number),
    history: ({ number }, asked) => paths.sourceHistory(number, asked),
    edit: ({ number }, asked) => paths.editSource(number, asked),
    links: ({ number }, asked) => paths.sourceLinks(number, asked),
    info: ({ number }) => paths.sourceInfo(number),
    talk: ({ number }, asked) => paths.sourceTalk(number, asked),
  },
  listTags: [tags.sources],
  isTitled: false,
  isShownOnPages: true,
  cites: false,
  joined: joinSources,
  closedBy: 'record',
  hasStanding: false,
  bearsOnStandings: true,
  ownName: nameOfSource,
  namedBy: ['title', 'description', 'url'],
  headedBy: (source) => nameOfSource(source) || undefined,
  searchText: ({ title, description, publisher, authors, via, doi, isbn }) =>
    linesOf([title, description, publisher, ...authors, via, doi, isbn].map((words) => words ?? '')),
  readText: (source) => sourceKind.searchText(source),
  about: () => [],
  fieldNaming: () => 'derivedFrom',
  pageKind: () => null,
  saysLiving: () => false,
  gateOf: () => ({ kind: 'none' }),
  isPrivate: () => false,
  lacksOwnWords: () => false,
  foundAt: ({ url }) => url,
}
