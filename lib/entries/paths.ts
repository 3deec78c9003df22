import type { EntryKind } from '@/db/schema/entries'
import { paths } from '@/lib/routes'

/** What an entry's addresses are made of; a page's label is its title. */
export interface Addressed {
  kind: EntryKind
  number: number
  label: string
}

/** One of an entry's addresses: a page's has its title in it, every other one's its number. */
const addressed =
  (page: (title: string) => string, fact: (number: number) => string, source: (number: number) => string) =>
  ({ kind, number, label }: Addressed): string => {
    if (kind === 'file') throw new Error('files have no addresses yet')
    return kind === 'page' ? page(label) : { fact, source }[kind](number)
  }

/** Where an entry is read. */
export const entryPath = addressed(paths.page, paths.fact, paths.source)

/** Where an entry's history is read. */
export const historyPath = addressed(paths.pageHistory, paths.factHistory, paths.sourceHistory)

/** Where an entry is edited. */
export const editPath = addressed(paths.editPage, paths.editFact, paths.editSource)

/** Where it is told what links to an entry. */
export const linksPath = addressed(paths.pageLinks, paths.factLinks, paths.sourceLinks)

/** Where it is told what is known of an entry. */
export const infoPath = addressed(paths.pageInfo, paths.factInfo, paths.sourceInfo)
