import type { Editor } from '@tiptap/core'
import { focusedChain } from '@/components/editor/focus-editor'

/** The target of a wiki link: an existing page, or the title of a missing one. */
export interface PageTarget {
  page: number | null
  title: string
}

const markOf = ({ page, title }: PageTarget) => ({
  type: 'wikiLink',
  attrs: page === null ? { page: null, title } : { page, title: null },
})

/** Replaces a range with a linked title, or other words linked to it. */
export function insertPageLink(
  editor: Editor,
  target: PageTarget,
  range: { from: number; to: number },
  words: string | null = null,
) {
  const text = { type: 'text', text: words ?? target.title, marks: [markOf(target)] }
  focusedChain(editor).insertContentAt(range, text).unsetMark('wikiLink').run()
}

/** Links the selected words to a page; without a selection, inserts the page's title. */
export function linkSelection(editor: Editor, target: PageTarget) {
  const { from, to, empty } = editor.state.selection
  if (empty && !editor.isActive('wikiLink')) return insertPageLink(editor, target, { from, to })
  const mark = markOf(target)
  focusedChain(editor).extendMarkRange('wikiLink').unsetMark('link').setMark(mark.type, mark.attrs).run()
}
