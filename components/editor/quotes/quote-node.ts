import { Blockquote } from '@tiptap/extension-blockquote'
import { type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { insideItem } from '@/components/editor/inside-item'
import { QuoteView } from './quote-view'

/** In UTF-16 units: of a longer one that is pasted, the beginning. */
const LONGEST = 300
const DASHES = /^[\s—–―-]+/
const lineOf = (words: string | null) => (words ?? '').replace(/\s+/g, ' ').replace(DASHES, '').trim()

/** The part of a quotation of another site that says whose words it has; a work that is only named within them is none. */
function attributionIn(quote: Element): Element | null {
  const last = quote.lastElementChild
  if (last?.matches('footer, cite')) return last
  const cite = last?.matches('p') ? last.querySelector(':scope > cite:only-child') : null
  return cite && lineOf(cite.textContent) === lineOf(last?.textContent ?? null) ? last : null
}

function saidBy(quote: HTMLElement): string | null {
  const own = quote.getAttribute('data-by')
  const caption = quote.closest('figure')?.querySelector(':scope > figcaption')
  const line = lineOf(own ?? (attributionIn(quote) ?? caption)?.textContent ?? null)
  return line.slice(0, LONGEST).toWellFormed().trim() || null
}

const isSaidBy = (node: Node | null) => node?.type.name === 'blockquote' && node.attrs.by !== null

/**
 * A quotation of another site is pasted as a whole: its words alone would lose whose they are. What was copied here may be
 * a part of one.
 */
function wholeQuotesPlugin() {
  let isOwn = false
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        isOwn = html.includes('data-pm-slice')
        return html
      },
      transformPasted(slice) {
        const { content, openStart, openEnd } = slice
        const [from, to] = [isSaidBy(content.firstChild), isSaidBy(content.lastChild)]
        return isOwn || !(from || to) ? slice : new Slice(content, from ? 0 : openStart, to ? 0 : openEnd)
      },
    },
  })
}

/** A quotation, with who said it and where below it. */
export const Quote = Blockquote.extend({
  content: insideItem,

  addAttributes: () => ({
    by: {
      default: null,
      parseHTML: (element) => saidBy(element),
      renderHTML: ({ by }) => (by ? { 'data-by': by } : {}),
    },
  }),

  parseHTML: () => [
    { tag: 'blockquote' },
    {
      tag: 'blockquote > :is(footer, cite, p)',
      ignore: true,
      priority: 100,
      getAttrs: (element) =>
        element.parentElement && attributionIn(element.parentElement) === element ? null : false,
    },
    { tag: 'figure:has(> blockquote) > figcaption', ignore: true, priority: 100 },
  ],
  addNodeView: () => (props) => new QuoteView(props),
  addProseMirrorPlugins: () => [wholeQuotesPlugin()],
})
