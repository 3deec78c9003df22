/** What list items and quotations hold, as the editor's schema says it: no headings, no quotes within quotes. */
export const insideItem = '(paragraph | bulletList | orderedList)+'
