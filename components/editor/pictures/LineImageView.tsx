'use client'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { PictureOf } from './PictureOf'

/** A picture in a line of the editor. */
export function LineImageView({ node, selected }: NodeViewProps) {
  return (
    <NodeViewWrapper as="span" className={selected ? 'line-image-edit is-selected' : 'line-image-edit'}>
      <PictureOf file={node.attrs.file} />
    </NodeViewWrapper>
  )
}
