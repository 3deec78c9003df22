import type { OwnRow } from '@/db/own-data/section'
import { type SectionName, sectionNames, sections } from '@/db/own-data/sections'
import { reads } from '@/db/postgres/client'
import { writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'

/** Whose data is written down, where their wiki is, and what it is called. */
export interface Owner {
  accountId: number
  name: string
  wiki: string
  /** Like `https://example.org`. */
  origin: string
  madeAt: Date
}

/** One part of what is kept, its rows as they are read. */
export interface Part {
  name: SectionName
  rows: AsyncGenerator<OwnRow>
}

/** Every part, in order. What is withheld from everybody is withheld here, too. */
export function* partsOf({ accountId, origin }: Owner): Generator<Part> {
  for (const name of sectionNames)
    yield {
      name,
      rows: withAddresses(name, origin, sections[name](reads(), { accountId, within: writersScope })),
    }
}

/** The address where a row's thing is read. */
const addresses: { [name in SectionName]?: (row: OwnRow) => string } = {
  edits: ({ revisionId }) => paths.revision(Number(revisionId)),
  comments: ({ id }) => paths.comment(Number(id)),
  submissions: ({ id }) => paths.submission(Number(id)),
  pictures: ({ sha256 }) => paths.media(String(sha256)),
}

async function* withAddresses(
  name: SectionName,
  origin: string,
  rows: AsyncGenerator<OwnRow>,
): AsyncGenerator<OwnRow> {
  const address = addresses[name]
  for await (const row of rows) yield address ? { ...row, address: `${origin}${address(row)}` } : row
}
