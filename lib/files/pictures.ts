import { type FileRow, findFiles } from '@/db/files/files'
import { sizesOf } from '@/db/files/sizes'
import { type Queryable, reads } from '@/db/postgres/client'
import { findEntriesAsOf } from '@/db/revisions/as-of'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { stored } from '@/lib/kinds/registry'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { type Picture, pictureOf } from './picture'

/** Pictures by their file's id. */
export type Pictures = ReadonlyMap<number, Picture>

interface Filed {
  id: number
  number: number
  content: FileContent
}

/**
 * The pictures of files; those that are not shown to the reader are missing. With a place in the publish sequence, as of
 * then.
 */
export async function loadPictures(ids: Iterable<number>, sequence?: number): Promise<Pictures> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  recordDependency(...wanted.map(tags.entry))
  if (sequence !== undefined) recordDependency(...wanted.map(tags.history))
  const openings = await loadOpenings()
  const rows =
    sequence === undefined
      ? await findFiles(reads(), openings.scope, wanted)
      : await findEntriesAsOf(reads(), openings.scope, wanted, sequence)
  nameClosings(openings, rows)
  return picturesOf(rows.flatMap(filed))
}

/** A file's row, its content read; none where that is not shown. */
export const filed = ({
  id,
  number,
  content,
  schemaVersion,
}: Pick<FileRow, 'id' | 'number' | 'content'> & { schemaVersion: number | null }): Filed[] =>
  content === null || schemaVersion === null
    ? []
    : [{ id, number, content: stored('file', { content, schemaVersion }) }]

/** The pictures of these files; one whose object was erased is missing. */
export async function picturesOf(files: readonly Filed[], db: Queryable = reads()): Promise<Pictures> {
  const named = [...new Set(files.map(({ content }) => content.object))]
  recordDependency(...named.map(tags.object))
  const objects = await sizesOf(db, named)
  return new Map(
    files.flatMap(({ id, number, content }) => {
      const object = objects.get(content.object)
      return object ? [[id, pictureOf(number, content, object)] as const] : []
    }),
  )
}
