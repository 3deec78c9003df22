import { composePage, type PageView } from '@/lib/pages/compose'
import { type PageFormData, withPageParts } from '@/lib/pages/load-for-editing'
import { type PagePreview, previewPage } from '@/lib/pages/preview'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'

/** A page with everything on it; its form offers the wiki's kinds of pages. */
export const pageViews: KindViews<'page', PagePreview, PageView, PageFormData> = {
  look: ({ content }, { records }) => previewPage(content, records),
  asOf: async (_then, head, at) => ({ shown: await composePage(head, at) }),
  complete: async (editForm: EditFormData<'page'>, label) => withPageParts(editForm, await label()),
}
