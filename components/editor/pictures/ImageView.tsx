'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useId } from 'react'
import { imagePlaces } from '@/lib/content/image-places'
import { messages } from '@/lib/messages/messages'
import { PictureOf } from './PictureOf'

/** A picture in the editor: as readers see it, with its place and its caption below it. */
export function ImageView({ node, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const { inText } = messages().files
  const id = useId()
  const { file, place } = node.attrs
  return (
    <NodeViewWrapper as="figure" className={selected ? 'image-edit is-selected' : 'image-edit'}>
      <div contentEditable={false}>
        <PictureOf file={file} />
        <div className="image-acts">
          <label htmlFor={id}>{inText.place}</label>
          <select id={id} value={place} onChange={(event) => updateAttributes({ place: event.target.value })}>
            {imagePlaces.map((one) => (
              <option key={one} value={one}>
                {inText.places[one]}
              </option>
            ))}
          </select>
          <button type="button" className="quiet-button" onClick={deleteNode}>
            {inText.remove}
          </button>
        </div>
      </div>
      <figcaption>
        <span className="eyebrow" contentEditable={false}>
          {inText.caption}
        </span>
        <NodeViewContent className="image-caption" />
      </figcaption>
    </NodeViewWrapper>
  )
}
