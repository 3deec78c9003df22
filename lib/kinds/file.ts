import { tags } from '@/lib/cache/tags'
import { linesOf } from '@/lib/content/plain-text'
import { type FileContent, fileContentSchema } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { type Kind, upgradeNothing } from './kind'
import { writtenFile } from './written/file'

/** A file: a picture with its author, licence and alternative text; its address is its number. */
export const fileKind: Kind<FileContent> = {
  ...writtenFile,
  texts: () => messages().kinds.file,
  schema: fileContentSchema,
  version: 1,
  upgrade: upgradeNothing,
  fieldNames: () => messages().kinds.file.fields,
  address: {
    read: ({ number }) => paths.file(number),
    history: ({ number }, asked) => paths.fileHistory(number, asked),
    edit: ({ number }, asked) => paths.editFile(number, asked),
    links: ({ number }, asked) => paths.fileLinks(number, asked),
    info: ({ number }) => paths.fileInfo(number),
    talk: ({ number }, asked) => paths.fileTalk(number, asked),
  },
  listTags: [tags.files],
  isTitled: false,
  isShownOnPages: true,
  cites: false,
  joined: null,
  closedBy: 'versions',
  hasStanding: false,
  bearsOnStandings: false,
  ownName: ({ alternative }) => alternative ?? '',
  namedBy: ['alternative'],
  headedBy: ({ alternative }) => alternative || undefined,
  searchText: ({ alternative, author }) => linesOf([alternative, author ?? '']),
  readText: ({ alternative, author, note }) => linesOf([alternative, author ?? '', note ?? '']),
  about: () => [],
  fieldNaming: () => 'object',
  pageKind: () => null,
  saysLiving: () => false,
  gateOf: ({ gate }) => gate ?? { kind: 'none' },
  isPrivate: () => false,
  lacksOwnWords: () => false,
  foundAt: () => null,
}
