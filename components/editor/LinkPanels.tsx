'use client'
import type { Editor } from '@tiptap/react'
import { useId, useState } from 'react'
import { editing } from '@/lib/texts/en/editing'
import { EntryPicker } from './EntryPicker'
import { isLinkable } from './extensions'
import { linkSelection, type PageTarget } from './page-link'
import { useReferences } from './references'

interface Props {
  editor: Editor
  onClose: () => void
}

/** Chooses the page that the selected words lead to. */
export function PageLinkPanel({ editor, onClose }: Props) {
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
      <div className="panel-acts">
        {editor.isActive('wikiLink') && (
          <button
            type="button"
            onClick={() => {
              editor.chain().focus().extendMarkRange('wikiLink').unsetMark('wikiLink').run()
              onClose()
            }}
          >
            {editing.unlink}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {editing.close}
        </button>
      </div>
    </>
  )
}

/** Asks for the address that the selected words lead to. */
export function WebLinkPanel({ editor, onClose }: Props) {
  const id = useId()
  const [address, setAddress] = useState<string>(editor.getAttributes('link').href ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  function link() {
    const href = address.trim()
    if (!isLinkable(href)) return setProblem(editing.webLink.refused)
    const chain = editor.chain().focus().extendMarkRange('link')
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
      <div className="panel-acts">
        <button type="button" className="btn yes" onClick={link}>
          {editing.webLink.set}
        </button>
        {editor.isActive('link') && (
          <button
            type="button"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
              onClose()
            }}
          >
            {editing.unlink}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {editing.close}
        </button>
      </div>
    </>
  )
}
