'use client'
import type { Editor } from '@tiptap/core'
import { useReferences } from '@/components/editor/citations/references'
import { focusEditor } from '@/components/editor/focus-editor'
import { PanelActs } from '@/components/editor/PanelActs'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { PicturePicker } from './PicturePicker'

interface Props {
  editor: Editor
  onClose: () => void
}

/** Puts a picture below the block that the cursor is in. */
export function PicturePanel({ editor, onClose }: Props) {
  const { inText } = messages().files
  const { remember } = useReferences()

  function insert(named: Named) {
    remember(named)
    insertImage(editor, named.id)
    onClose()
  }

  return (
    <>
      <PicturePicker label={inText.label} onPick={insert} autoFocus />
      <PanelActs takeAway="" onTakeAway={null} onClose={onClose} />
    </>
  )
}

/** An empty paragraph gives way to the picture. The cursor goes into the caption. */
function insertImage(editor: Editor, file: number): void {
  const { $from } = editor.state.selection
  const block = $from.depth > 0 ? $from.node(1) : null
  const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0
  const [from, to] = block
    ? [isEmpty ? $from.before(1) : $from.after(1), $from.after(1)]
    : [$from.pos, $from.pos]
  const image = { type: 'image', attrs: { file } }
  editor
    .chain()
    .insertContentAt({ from, to }, image)
    .setTextSelection(from + 1)
    .run()
  focusEditor(editor)
}
