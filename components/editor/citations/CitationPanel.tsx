'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { focusedChain } from '@/components/editor/focus-editor'
import { PanelActs } from '@/components/editor/PanelActs'
import { freshCitation } from '@/lib/content/fresh-citation'
import { messages } from '@/lib/messages/messages'
import { CitationFields } from './CitationFields'
import type { CitationDraft } from './citation-draft'
import { type CitationProblems, citationProblems } from './citation-problems'

interface Props {
  editor: Editor
  onClose: () => void
}

/** Adds a citation, or changes the selected one. */
export function CitationPanel({ editor, onClose }: Props) {
  const { editing } = messages()
  const isChange = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('citation') })
  const [citation, setCitation] = useState<CitationDraft>(() =>
    editor.isActive('citation')
      ? (editor.getAttributes('citation') as CitationDraft)
      : { source: null, ...freshCitation },
  )
  const [problems, setProblems] = useState<CitationProblems>({})

  function keep() {
    const found = citationProblems(citation)
    if (Object.keys(found).length > 0) return setProblems(found)
    const chain = focusedChain(editor)
    if (isChange) chain.updateAttributes('citation', citation).run()
    else chain.insertContent({ type: 'citation', attrs: citation }).run()
    onClose()
  }

  /** Enter in a field of one line cites. */
  function onKeyDown(event: KeyboardEvent) {
    const isLine = event.target instanceof HTMLInputElement
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing || !isLine) return
    event.preventDefault()
    keep()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the fields inside
    <div className="citation-panel" onKeyDown={onKeyDown}>
      <CitationFields citation={citation} onChange={setCitation} problems={problems} autoFocus={!isChange} />
      <PanelActs
        takeAway={editing.citation.remove}
        onTakeAway={isChange ? () => focusedChain(editor).deleteSelection().run() : null}
        onClose={onClose}
      >
        <button type="button" className="btn yes" onClick={keep}>
          {isChange ? editing.citation.change : editing.citation.insert}
        </button>
      </PanelActs>
    </div>
  )
}
