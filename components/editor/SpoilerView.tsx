'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useId } from 'react'
import { editing } from '@/lib/texts/en/editing'
import { GatePicker } from './GatePicker'
import { unwrapAt } from './unwrap'

/** A closed passage while it is written: open, with its gate at its head. */
export function SpoilerView({ node, editor, getPos, updateAttributes }: NodeViewProps) {
  const id = useId()

  function open() {
    const position = getPos()
    if (position !== undefined) unwrapAt(editor, position)
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
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  )
}
