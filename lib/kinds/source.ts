import { tags } from '@/lib/cache/tags'
import { linesOf } from '@/lib/content/plain-text'
import { type SourceContent, sourceContentSchema } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { joinSources } from './joined/sources'
import { type Kind, upgradeNothing } from './kind'
import { writtenSource } from './written/source'

/** A source: a bibliographic record; its address is its number. */
export const sourceKind: Kind<SourceContent> = {
  ...writtenSource,
  texts: () => messages().kinds.source,
  schema: sourceContentSchema,
  version: 1,
  upgrade: upgradeNothing,
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
  ownName: ({ title, description }) => title ?? description ?? '',
  namedBy: ['title', 'description'],
  headedBy: ({ title, description }) => title ?? description ?? undefined,
  searchText: ({ title, description, publisher, authors, via }) =>
    linesOf([title ?? '', description ?? '', publisher ?? '', ...authors, via ?? '']),
  readText: (source) => sourceKind.searchText(source),
  about: () => [],
  fieldNaming: () => 'derivedFrom',
  pageKind: () => null,
  saysLiving: () => false,
  gateOf: () => ({ kind: 'none' }),
  isPrivate: () => false,
  lacksOwnWords: () => false,
}
