import type { Editor } from '@tiptap/core'

/** What a wiki link points at: a page that is there, or a title that nobody has written yet. */
export interface PageTarget {
  page: number | null
  title: string
}

const markOf = ({ page, title }: PageTarget) => ({
  type: 'wikiLink',
  attrs: page === null ? { page: null, title } : { page, title: null },
})

/** Puts a linked title, or other words for it, in place of a range. */
export function insertPageLink(
  editor: Editor,
  target: PageTarget,
  range: { from: number; to: number },
  words: string | null = null,
) {
  const text = { type: 'text', text: words ?? target.title, marks: [markOf(target)] }
  editor.chain().focus().insertContentAt(range, text).unsetMark('wikiLink').run()
}

/** Links the selected words to a page; with nothing selected, puts the page's title where the cursor is. */
export function linkSelection(editor: Editor, target: PageTarget) {
  const { from, to, empty } = editor.state.selection
  if (empty && !editor.isActive('wikiLink')) return insertPageLink(editor, target, { from, to })
  const mark = markOf(target)
  editor.chain().focus().extendMarkRange('wikiLink').unsetMark('link').setMark(mark.type, mark.attrs).run()
}
