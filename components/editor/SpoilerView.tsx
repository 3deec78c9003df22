'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useId, useState } from 'react'
import { messages } from '@/lib/messages/messages'
import { Problem } from './Fields'
import { GatePicker } from './GatePicker'
import { unwrapAt } from './unwrap'

/** A closed passage in the editor: shown openly, with its gate above it. */
export function SpoilerView({ node, editor, getPos, updateAttributes }: NodeViewProps) {
  const { editing } = messages()
  const id = useId()

  const [problem, setProblem] = useState<string | null>(null)

  function open() {
    const position = getPos()
    const isOpen = position !== undefined && unwrapAt(editor, position)
    // A lead cannot hold the lists and quotations that a closed passage may hold.
    if (!isOpen) setProblem(editing.spoiler.noRoom)
  }

  return (
    <NodeViewWrapper className="spoiler-edit">
      <div className="spoiler-edit-head" contentEditable={false}>
        <GatePicker
          id={id}
          label={editing.spoiler.label}
          gate={node.attrs.gate}
          onChange={(gate) => updateAttributes({ gate })}
          mayBeOpen={false}
        />
        <button type="button" className="quiet-button" onClick={open}>
          {editing.spoiler.open}
        </button>
        <Problem id={id} text={problem} />
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  )
}
