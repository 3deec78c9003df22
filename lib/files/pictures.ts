import { type FileRow, findFiles } from '@/db/files/files'
import { sizesOf } from '@/db/files/sizes'
import { type Queryable, reads } from '@/db/postgres/client'
import { findEntriesAsOf } from '@/db/revisions/as-of'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { stored } from '@/lib/kinds/registry'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { publicScope } from '@/lib/policy/policy'
import { type Picture, pictureOf } from './picture'

/** Pictures by their file's id. */
export type Pictures = ReadonlyMap<number, Picture>

interface Filed {
  id: number
  number: number
  content: FileContent
}

/**
 * The pictures of files; those that are not shown to everybody are missing. With a place in the publish sequence, as of
 * then.
 */
export async function loadPictures(ids: Iterable<number>, sequence?: number): Promise<Pictures> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  recordDependency(...wanted.map(tags.entry))
  if (sequence === undefined) return picturesOf((await findFiles(reads(), publicScope, wanted)).map(filed))
  recordDependency(...wanted.map(tags.history))
  const rows = await findEntriesAsOf(reads(), publicScope, wanted, sequence)
  const shown = rows.flatMap(({ id, number, content, schemaVersion }) =>
    content === null || schemaVersion === null ? [] : filed({ id, number, content, schemaVersion }),
  )
  return picturesOf(shown)
}

/** A file's row, its content read. */
export const filed = (row: FileRow): Filed => ({
  id: row.id,
  number: row.number,
  content: stored('file', row),
})

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
