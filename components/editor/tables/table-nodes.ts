import { Extension, mergeAttributes } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { DOMParser, type Node, type Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { evened } from './even-table'
import { addAndGo, leaveTable } from './table-moves'
import { TableView } from './table-view'

type DOMNode = globalThis.Node

/** Makes every uneven pasted table even; null when all are. */
function evenTables(document: Node, transaction: Transaction): Transaction | null {
  document.forEach((block, position) => {
    if (block.type.name !== 'table') return
    const even = evened(block, document.type.schema)
    const at = transaction.mapping.map(position)
    if (even) transaction.replaceWith(at, at + block.nodeSize, even)
  })
  return transaction.docChanged ? transaction : null
}

export const evenTablesPlugin = () =>
  new Plugin({
    key: new PluginKey('evenTables'),
    appendTransaction: (transactions, _before, state) =>
      transactions.some((transaction) => transaction.docChanged) ? evenTables(state.doc, state.tr) : null,
  })

const EvenTables = Extension.create({
  name: 'evenTables',
  addProseMirrorPlugins: () => [evenTablesPlugin()],
})

const captionOf = (table: HTMLElement) =>
  table.querySelector(':scope > caption')?.textContent?.replace(/\s+/g, ' ').trim() || null

/**
 * A table of plain cells: Tab moves from cell to cell and out behind the last one, so that the focus is never trapped.
 */
const PlainTable = Table.extend({
  group: '',

  addAttributes: () => ({
    caption: {
      default: null,
      parseHTML: (element) => captionOf(element),
      renderHTML: () => ({}),
    },
  }),

  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'table',
    HTMLAttributes,
    ...(node.attrs.caption ? [['caption', {}, node.attrs.caption] as const] : []),
    ['tbody', 0],
  ],

  addNodeView: () => (props) => new TableView(props),

  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Tab: () => this.editor.commands.goToNextCell() || leaveTable(this.editor),
      'Shift-Tab': () => this.editor.commands.goToPreviousCell(),
      'Mod-Enter': () => this.editor.isActive('table') && addAndGo(this.editor, 'addRowAfter'),
    }
  },
})

/** Attributes that the table commands need while they run; none of them is stored. */
const spans = () => ({
  colspan: { default: 1, rendered: false, parseHTML: (element: HTMLElement) => numberIn(element, 'colspan') },
  rowspan: { default: 1, rendered: false, parseHTML: (element: HTMLElement) => numberIn(element, 'rowspan') },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})
const numberIn = (element: HTMLElement, name: string) =>
  Number.parseInt(element.getAttribute(name) ?? '', 10) || 1

const lines = 'paragraph+'

/** A pasted cell's content, parsed by itself: lists and tables in it become lines and cannot end the cell. */
const linesIn = (cell: DOMNode, schema: Schema) =>
  DOMParser.fromSchema(schema).parse(cell, { topNode: schema.nodes.tableCell?.create() }).content

/** Tables restricted to what a stored document allows. */
export const tables = [
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableCell.extend({
    content: lines,
    addAttributes: spans,
    parseHTML: () => [{ tag: 'td', getContent: linesIn }],
    renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0],
  }),
  TableHeader.extend({
    content: lines,
    addAttributes: spans,
    parseHTML: () => [{ tag: 'th', getContent: linesIn }],
    renderHTML: ({ HTMLAttributes }) => ['th', mergeAttributes(HTMLAttributes), 0],
  }),
  EvenTables,
]
