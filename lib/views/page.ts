import { composePage, type PageView } from '@/lib/pages/compose'
import { type PageFormData, withPageParts } from '@/lib/pages/load-for-editing'
import { type PagePreview, previewPage } from '@/lib/pages/preview'
import { loadSharedPage } from '@/lib/pages/shared-page'
import { paths } from '@/lib/routes'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'
import { versionOf } from './shared-parts'

/** A page with everything on it; its form offers the wiki's kinds of pages. */
export const pageViews: KindViews<'page', PagePreview, PageView, PageFormData> = {
  look: ({ content }, { records }) => previewPage(content, records),
  asOf: async (_then, head, at) => ({ shown: await composePage(head, at) }),
  complete: async (editForm: EditFormData<'page'>, within, label) =>
    withPageParts(within, editForm, await label()),
  share: async (segment) => {
    const page = await loadSharedPage(segment)
    if (!page) return null
    const { head, title, kindName, summary, picture } = page
    return {
      ...{ number: head.number, path: paths.page(title), title, eyebrow: kindName, words: title },
      ...{ detail: summary, picture, cited: versionOf(head, title) },
    }
  },
}
