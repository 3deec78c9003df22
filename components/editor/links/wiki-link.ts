import { Mark } from '@tiptap/core'
import { isEntryRef } from '@/lib/text/limits'

/** The page or title that pasted HTML names; false for a link that names neither. */
function targetOf(element: HTMLElement) {
  const page = Number(element.getAttribute('data-page'))
  if (isEntryRef(page)) return { page, title: null }
  const title = element.getAttribute('data-title')?.replace(/\s+/g, ' ').trim()
  return title ? { page: null, title } : false
}

/** A link to a page: by id, or by title while no such page exists. */
export const WikiLink = Mark.create({
  name: 'wikiLink',
  inclusive: false,
  excludes: 'wikiLink link',

  addAttributes() {
    return {
      page: {
        default: null,
        renderHTML: ({ page }) => (page === null ? {} : { 'data-page': String(page) }),
      },
      title: {
        default: null,
        renderHTML: ({ title }) => (title === null ? {} : { 'data-title': title }),
      },
    }
  },

  parseHTML: () => [{ tag: 'span[data-wiki-link]', getAttrs: targetOf }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    { ...HTMLAttributes, 'data-wiki-link': '', class: 'wiki-link' },
    0,
  ],
})
