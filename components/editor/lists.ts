import { Blockquote } from '@tiptap/extension-blockquote'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'

const insideItem = '(paragraph | bulletList | orderedList)+'

/** Lists and quotes that hold what a stored document lets them hold: no headings, no quotes within quotes. */
export const listsAndQuote = [
  BulletList,
  OrderedList,
  ListItem.extend({ content: insideItem }),
  ListKeymap,
  Blockquote.extend({ content: insideItem }),
]
