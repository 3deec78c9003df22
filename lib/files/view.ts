import { sizesOf } from '@/db/files/sizes'
import type { ShownHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { stored } from '@/lib/kinds/registry'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { type Picture, pictureOf } from './picture'

/** A file's own page. */
export interface FileView {
  id: number
  number: number
  content: FileContent
  /** Null when the picture itself was erased. */
  picture: Picture | null
  /** The whole picture's size in pixels and bytes. */
  whole: { width: number; height: number; bytes: number } | null
  head: ShownHead
}

/** Looks up what a file's page shows: its head, or the version in place of it. */
export async function fileViewOf(head: ShownHead): Promise<FileView> {
  const content = stored('file', head)
  recordDependency(tags.object(content.object))
  const object = (await sizesOf(reads(), [content.object])).get(content.object)
  return {
    id: head.id,
    number: head.number,
    content,
    picture: object ? pictureOf(head.number, content, object) : null,
    whole: object ?? null,
    head,
  }
}
