import { sizesOf } from '@/db/files/sizes'
import { primary } from '@/db/postgres/client'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { type Picture, pictureOf } from './picture'

/** A file before it is saved; without a picture until one is there. */
export interface FilePreview {
  picture: Picture | null
}

/** How a picture would be shown. */
export async function previewFile(content: FileContent): Promise<FilePreview> {
  const object = (await sizesOf(primary(), [content.object])).get(content.object)
  return { picture: object ? pictureOf(0, content, object) : null }
}
