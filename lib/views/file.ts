import { type FilePreview, previewFile } from '@/lib/files/preview'
import { type FileView, fileViewOf } from '@/lib/files/view'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'

/** A file with its picture. */
export const fileViews: KindViews<'file', FilePreview, FileView, EditFormData<'file'>> = {
  look: async ({ content }) => previewFile(content),
  asOf: async (_then, head) => ({ shown: await fileViewOf(head) }),
  complete: async (editForm) => editForm,
}
