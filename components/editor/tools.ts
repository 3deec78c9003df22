import type { Editor } from '@tiptap/core'
import {
  Bold,
  BookMarked,
  EyeOff,
  Globe,
  Heading2,
  Heading3,
  Heading4,
  Image,
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
import type { Code } from '@/lib/messages/message'
import { focusedChain } from './focus-editor'
import { toggleSpoiler } from './unwrap'

export type Panel = 'page' | 'web' | 'citation' | 'picture'

export interface Tool {
  key: string
  name: Code
  /** Without an icon the name is on the button. */
  icon?: LucideIcon
  /** The panel that it opens, for tools that need input first. */
  panel?: Panel
  isActive?: (editor: Editor) => boolean
  isPossible?: (editor: Editor) => boolean
  run?: (editor: Editor) => void
}

const mark = (name: string, label: Code, icon: LucideIcon): Tool => ({
  key: name,
  name: label,
  icon,
  isActive: (editor) => editor.isActive(name),
  isPossible: (editor) => editor.can().toggleMark(name),
  run: (editor) => focusedChain(editor).toggleMark(name).run(),
})

const heading = (level: number, label: Code, icon: LucideIcon): Tool => ({
  key: `heading${level}`,
  name: label,
  icon,
  isActive: (editor) => editor.isActive('heading', { level }),
  isPossible: (editor) => editor.can().toggleNode('heading', 'paragraph', { level }),
  run: (editor) => focusedChain(editor).toggleNode('heading', 'paragraph', { level }).run(),
})

const list = (name: string, label: Code, icon: LucideIcon): Tool => ({
  key: name,
  name: label,
  icon,
  isActive: (editor) => editor.isActive(name),
  isPossible: (editor) => editor.can().toggleList(name, 'listItem'),
  run: (editor) => focusedChain(editor).toggleList(name, 'listItem').run(),
})

const marks: Tool[] = [
  mark('bold', 'editing.tools.bold', Bold),
  mark('italic', 'editing.tools.italic', Italic),
]

const links: Tool[] = [
  {
    key: 'page',
    name: 'editing.tools.pageLink',
    icon: Link,
    panel: 'page',
    isActive: (editor) => editor.isActive('wikiLink'),
  },
  {
    key: 'web',
    name: 'editing.tools.webLink',
    icon: Globe,
    panel: 'web',
    isActive: (editor) => editor.isActive('link'),
  },
]

const citation: Tool = {
  key: 'citation',
  name: 'editing.tools.citation',
  icon: BookMarked,
  panel: 'citation',
  isActive: (editor) => editor.isActive('citation'),
}

const lists: Tool[] = [
  list('bulletList', 'editing.tools.bulletList', List),
  list('orderedList', 'editing.tools.orderedList', ListOrdered),
  {
    key: 'blockquote',
    name: 'editing.tools.quote',
    icon: Quote,
    isActive: (editor) => editor.isActive('blockquote'),
    isPossible: (editor) => editor.can().toggleWrap('blockquote'),
    run: (editor) => focusedChain(editor).toggleWrap('blockquote').run(),
  },
]

const spoiler: Tool = {
  key: 'spoiler',
  name: 'editing.tools.spoiler',
  icon: EyeOff,
  isActive: (editor) => editor.isActive('spoiler'),
  isPossible: (editor) => editor.isActive('spoiler') || editor.can().wrapIn('spoiler'),
  run: (editor) => toggleSpoiler(editor),
}

const factList: Tool = {
  key: 'factList',
  name: 'editing.tools.factList',
  icon: ListChecks,
  isPossible: isOutsideTable,
  run: (editor) =>
    focusedChain(editor)
      .insertContent({ type: 'factList', attrs: { facts: [] } })
      .run(),
}

const picture: Tool = {
  key: 'picture',
  name: 'editing.tools.picture',
  icon: Image,
  panel: 'picture',
}

const table: Tool = {
  key: 'table',
  name: 'editing.tools.table',
  icon: Table,
  isPossible: isOutsideTable,
  run: (editor) => focusedChain(editor).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
}

const undo: Tool[] = [
  {
    key: 'undo',
    name: 'editing.tools.undo',
    icon: Undo2,
    isPossible: (editor) => editor.can().undo(),
    run: (editor) => focusedChain(editor).undo().run(),
  },
  {
    key: 'redo',
    name: 'editing.tools.redo',
    icon: Redo2,
    isPossible: (editor) => editor.can().redo(),
    run: (editor) => focusedChain(editor).redo().run(),
  },
]

export const bodyTools: Tool[] = [
  heading(2, 'editing.tools.heading2', Heading2),
  heading(3, 'editing.tools.heading3', Heading3),
  heading(4, 'editing.tools.heading4', Heading4),
  ...marks,
  ...links,
  citation,
  ...lists,
  spoiler,
  factList,
  picture,
  table,
  ...undo,
]

export const leadTools: Tool[] = [...marks, ...links, citation, ...lists, spoiler, picture, ...undo]
export const lineTools: Tool[] = [...marks, ...links, citation, ...undo]
export const statementTools: Tool[] = [...marks, ...links, ...undo]

/** A table is a top-level block: never inside a table or a passage. */
function isOutsideTable(editor: Editor): boolean {
  return !editor.isActive('table')
}
