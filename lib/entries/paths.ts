import type { EntryKind } from '@/db/schema/entries'
import { paths } from '@/lib/routes'

/** What an entry's addresses are made of; a page's label is its title. */
export interface Addressed {
  kind: EntryKind
  number: number
  label: string
}

type At<N, Q> = (named: N, asked?: Q) => string

/** One of an entry's addresses, with what its query asks: a page's has its title in it, every other one's its number. */
const addressed =
  <Q extends object>(page: At<string, Q>, fact: At<number, Q>, source: At<number, Q>) =>
  ({ kind, number, label }: Addressed, asked?: Q): string => {
    if (kind === 'file') throw new Error('files have no addresses yet')
    return kind === 'page' ? page(label, asked) : { fact, source }[kind](number, asked)
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
