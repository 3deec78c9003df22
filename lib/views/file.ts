import { licenceInShort } from '@/lib/files/licence'
import { loadFile } from '@/lib/files/loaders'
import { type FilePreview, previewFile } from '@/lib/files/preview'
import { type FileView, fileViewOf } from '@/lib/files/view'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'
import { joined, versionOf } from './shared-parts'

/** A file with its picture. */
export const fileViews: KindViews<'file', FilePreview, FileView, EditFormData<'file'>> = {
  look: async ({ content }) => previewFile(content),
  asOf: async (_then, head) => ({ shown: await fileViewOf(head) }),
  complete: async (editForm) => editForm,
  share: async (segment) => {
    const file = await loadFile(segment)
    if (!file || 'closed' in file) return null
    const { content, number, picture, head } = file
    return {
      ...{ number, path: paths.file(number), title: content.alternative, words: content.alternative },
      eyebrow: messages().files.one,
      detail: joined(content.author, licenceInShort(content.licence)),
      picture,
      cited: { ...versionOf(head, content.alternative), authors: content.author ? [content.author] : [] },
    }
  },
}
