'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Toolbar } from '@/components/editor/Toolbar'
import { messages } from '@/lib/messages/messages'
import { tableTools } from './table-tools'

/** The tools for the table that the cursor is in; nothing outside of one. */
export function TableToolbar({ editor }: { editor: Editor }) {
  const isInTable = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') })
  if (!isInTable) return null
  return <Toolbar editor={editor} label={messages().tables.tools} tools={tableTools} openPanel={null} />
}
