import type { Editor } from '@tiptap/core'
import {
  Bold,
  BookMarked,
  EyeOff,
  Globe,
  Heading2,
  Heading3,
  Heading4,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Table,
  Undo2,
} from 'lucide-react'
import { editing } from '@/lib/texts/en/editing'
import { toggleSpoiler } from './unwrap'

export type Panel = 'page' | 'web' | 'citation'

export interface Tool {
  key: string
  name: string
  /** Without one its name stands on the button. */
  icon?: LucideIcon
  /** The panel that it opens, for tools that ask something first. */
  panel?: Panel
  isActive?: (editor: Editor) => boolean
  isPossible?: (editor: Editor) => boolean
  run?: (editor: Editor) => void
}

const texts = editing.tools

const mark = (name: string, label: string, icon: LucideIcon): Tool => ({
  key: name,
  name: label,
  icon,
  isActive: (editor) => editor.isActive(name),
  isPossible: (editor) => editor.can().toggleMark(name),
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
})

const heading = (level: number, label: string, icon: LucideIcon): Tool => ({
  key: `heading${level}`,
  name: label,
  icon,
  isActive: (editor) => editor.isActive('heading', { level }),
  isPossible: (editor) => editor.can().toggleNode('heading', 'paragraph', { level }),
  run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
})

const list = (name: string, label: string, icon: LucideIcon): Tool => ({
  key: name,
  name: label,
  icon,
  isActive: (editor) => editor.isActive(name),
  isPossible: (editor) => editor.can().toggleList(name, 'listItem'),
  run: (editor) => editor.chain().focus().toggleList(name, 'listItem').run(),
})

const marks: Tool[] = [mark('bold', texts.bold, Bold), mark('italic', texts.italic, Italic)]

const links: Tool[] = [
  {
    key: 'page',
    name: texts.pageLink,
    icon: Link,
    panel: 'page',
    isActive: (editor) => editor.isActive('wikiLink'),
  },
  {
    key: 'web',
    name: texts.webLink,
    icon: Globe,
    panel: 'web',
    isActive: (editor) => editor.isActive('link'),
  },
]

const citation: Tool = {
  key: 'citation',
  name: texts.citation,
  icon: BookMarked,
  panel: 'citation',
  isActive: (editor) => editor.isActive('citation'),
}

const lists: Tool[] = [
  list('bulletList', texts.bulletList, List),
  list('orderedList', texts.orderedList, ListOrdered),
  {
    key: 'blockquote',
    name: texts.quote,
    icon: Quote,
    isActive: (editor) => editor.isActive('blockquote'),
    isPossible: (editor) => editor.can().toggleWrap('blockquote'),
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
]

const spoiler: Tool = {
  key: 'spoiler',
  name: texts.spoiler,
  icon: EyeOff,
  isActive: (editor) => editor.isActive('spoiler'),
  isPossible: (editor) => editor.isActive('spoiler') || editor.can().wrapIn('spoiler'),
  run: (editor) => toggleSpoiler(editor),
}

const factList: Tool = {
  key: 'factList',
  name: texts.factList,
  icon: ListChecks,
  isPossible: isOutsideTable,
  run: (editor) =>
    editor
      .chain()
      .focus()
      .insertContent({ type: 'factList', attrs: { facts: [] } })
      .run(),
}

const table: Tool = {
  key: 'table',
  name: texts.table,
  icon: Table,
  isPossible: isOutsideTable,
  run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
}

const undo: Tool[] = [
  {
    key: 'undo',
    name: texts.undo,
    icon: Undo2,
    isPossible: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    key: 'redo',
    name: texts.redo,
    icon: Redo2,
    isPossible: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
]

export const bodyTools: Tool[] = [
  heading(2, texts.heading2, Heading2),
  heading(3, texts.heading3, Heading3),
  heading(4, texts.heading4, Heading4),
  ...marks,
  ...links,
  citation,
  ...lists,
  spoiler,
  factList,
  table,
  ...undo,
]

export const leadTools: Tool[] = [...marks, ...links, citation, ...lists, spoiler, ...undo]
export const lineTools: Tool[] = [...marks, ...links, citation, ...undo]
export const statementTools: Tool[] = [...marks, ...links, ...undo]

/** A table stands between blocks, never in a table or a passage. */
function isOutsideTable(editor: Editor): boolean {
  return !editor.isActive('table')
}
