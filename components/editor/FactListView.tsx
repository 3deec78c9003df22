'use client'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { EntryList } from '@/components/editor/suggest/EntryList'
import { messages } from '@/lib/messages/messages'

/** Editing a list of facts: add by search, reorder with buttons. */
export function FactListView({ node, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const { editing } = messages()
  return (
    <NodeViewWrapper
      className={selected ? 'fact-list-edit is-selected' : 'fact-list-edit'}
      contentEditable={false}
    >
      <div className="fact-list-head">
        <strong>{editing.factList.label}</strong>
        <button type="button" className="quiet-button" onClick={deleteNode}>
          {editing.factList.remove}
        </button>
      </div>
      <EntryList
        label={editing.factList.add}
        hint={editing.factList.hint}
        kinds={['fact']}
        ids={node.attrs.facts}
        onChange={(facts) => updateAttributes({ facts })}
        isOrdered
      />
    </NodeViewWrapper>
  )
}
