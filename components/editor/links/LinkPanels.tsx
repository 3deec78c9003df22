'use client'
import type { Editor } from '@tiptap/react'
import { useId, useState } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import { isLinkable } from '@/components/editor/extensions'
import { focusedChain } from '@/components/editor/focus-editor'
import { PanelActs } from '@/components/editor/PanelActs'
import { EntryPicker } from '@/components/editor/suggest/EntryPicker'
import { messages } from '@/lib/messages/messages'
import { linkSelection, type PageTarget } from './page-link'

interface Props {
  editor: Editor
  onClose: () => void
}

/** Chooses the page that the selected words link to. */
export function PageLinkPanel({ editor, onClose }: Props) {
  const { editing } = messages()
  const { remember } = useReferences()

  function link(target: PageTarget) {
    linkSelection(editor, target)
    onClose()
  }

  return (
    <>
      <EntryPicker
        label={editing.pageLink.label}
        hint={editing.pageLink.hint}
        kinds={['page']}
        autoFocus
        onPick={(named) => {
          remember(named)
          link({ page: named.id, title: named.label })
        }}
        own={{ label: editing.pageLink.missing, onPick: (title) => link({ page: null, title }) }}
      />
      <PanelActs takeAway={editing.unlink} onTakeAway={unlinkOf(editor, 'wikiLink')} onClose={onClose} />
    </>
  )
}

/** Asks for the web address that the selected words link to. */
export function WebLinkPanel({ editor, onClose }: Props) {
  const { editing } = messages()
  const id = useId()
  const [address, setAddress] = useState<string>(editor.getAttributes('link').href ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  function link() {
    const href = address.trim()
    if (!isLinkable(href)) return setProblem(editing.webLink.refused)
    const chain = focusedChain(editor).extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.unsetMark('wikiLink').setMark('link', { href }).run()
    onClose()
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>{editing.webLink.label}</label>
        <input
          id={id}
          type="url"
          inputMode="url"
          // biome-ignore lint/a11y/noAutofocus: a panel that was asked for starts where one types
          autoFocus
          value={address}
          placeholder="https://"
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            link()
          }}
        />
        <p id={`${id}-problem`} role="alert" className="problem">
          {problem}
        </p>
      </div>
      <PanelActs takeAway={editing.unlink} onTakeAway={unlinkOf(editor, 'link')} onClose={onClose}>
        <button type="button" className="btn yes" onClick={link}>
          {editing.webLink.set}
        </button>
      </PanelActs>
    </>
  )
}

/** Removes the link around the selection; null where there is none. */
const unlinkOf = (editor: Editor, mark: 'wikiLink' | 'link') =>
  editor.isActive(mark) ? () => focusedChain(editor).extendMarkRange(mark).unsetMark(mark).run() : null
