import { Mark } from '@tiptap/core'

/** A link to a page: by id, or by the title that was meant while no such page exists. */
export const WikiLink = Mark.create({
  name: 'wikiLink',
  inclusive: false,
  excludes: 'wikiLink link',

  addAttributes() {
    return {
      page: {
        default: null,
        parseHTML: (element) => Number(element.getAttribute('data-page')) || null,
        renderHTML: ({ page }) => (page === null ? {} : { 'data-page': String(page) }),
      },
      title: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-title'),
        renderHTML: ({ title }) => (title === null ? {} : { 'data-title': title }),
      },
    }
  },

  parseHTML: () => [{ tag: 'span[data-wiki-link]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    { ...HTMLAttributes, 'data-wiki-link': '', class: 'wiki-link' },
    0,
  ],
})
