import { cache } from 'react'
import { findNewestFiles } from '@/db/files/files'
import { findBacklinks } from '@/db/links/backlinks'
import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Linked } from '@/lib/entries/acts'
import { type Closing, closingAtNumber } from '@/lib/entries/at-address'
import { entryPath } from '@/lib/entries/paths'
import { recordHead } from '@/lib/entries/record-head'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { loadOpenings, readerScope } from '@/lib/places/loaders'
import type { Picture } from './picture'
import { filed, picturesOf } from './pictures'
import { type FileView, fileViewOf } from './view'

const ON_A_PAGE = 48
/** How many of the pages that use a picture its own page names. */
const MOST_USES = 50

/** A file that is closed to the reader. */
export interface ClosedFile {
  closed: Closing
}

/** The file with the number `segment`, or what closes it; null when there is none that everybody may read. */
export const loadFile = cache(async (segment: AddressText): Promise<FileView | ClosedFile | null> => {
  const number = numberOfAddress(segment)
  if (number === null) return nothingHere()
  const { scope } = await loadOpenings()
  const head = await findHeadByNumber(reads(), scope, 'file', number)
  if (!head) {
    const closed = await closingAtNumber('file', number)
    if (closed) return { closed }
    recordDependency(tags.recent)
    return nothingHere()
  }
  recordHead(head)
  return fileViewOf(head)
})

/** Where a picture is used: the first pages, and whether there are more. */
export interface Uses {
  pages: Linked[]
  isCut: boolean
}

/** The pages that show a file. */
export async function loadUses(fileId: number): Promise<Uses> {
  recordDependency(tags.linksTo(fileId))
  const asked = { kind: 'embeds' as const, after: null, most: MOST_USES + 1 }
  const rows = await findBacklinks(reads(), await readerScope(), { toId: fileId }, asked)
  const pages = rows.slice(0, MOST_USES)
  recordDependency(...pages.map((row) => tags.entry(row.id)))
  return {
    pages: pages.map((row) => ({ label: row.label, path: entryPath(row) })),
    isCut: rows.length > MOST_USES,
  }
}

export interface FileList {
  pictures: Picture[]
  /** The number after which the list goes on; null at its end. */
  next: number | null
  isFirst: boolean
}

/** Pictures, newest first, those numbered below `after`. */
export async function loadFileList(after: Parameter): Promise<FileList> {
  const from = numberOfAddress(after)
  recordDependency(tags.files)
  const rows = await findNewestFiles(reads(), await readerScope(), from, ON_A_PAGE + 1)
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.number)
  recordDependency(...shown.map((row) => tags.entry(row.id)))
  return { pictures: [...(await picturesOf(shown.flatMap(filed))).values()], next, isFirst: from === null }
}
