'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useId, useState } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import { SuggestionList } from '@/components/editor/suggest/SuggestionList'
import { useSuggestions } from '@/components/editor/suggest/use-suggestions'
import { messages } from '@/lib/messages/messages'
import { type Naming, openLinkQuery, openNaming } from './link-query'
import { insertPageLink } from './page-link'

interface Props {
  editor: Editor
  /** What the field's words name: then pages are offered for plain words, too. */
  naming: Naming | undefined
  /** The editor passes every key here first; true means that the list handled it. */
  onKey: RefObject<((event: KeyboardEvent) => boolean) | null>
}

/**
 * Pages whose titles match what follows `[[`, shown below it; in a field that names pages, what match its plain words. Of
 * those none is chosen beforehand, since words may stay words.
 */
export function LinkSuggestions({ editor, naming, onKey }: Props) {
  const { editing } = messages()
  const id = useId()
  const { remember } = useReferences()
  const [active, setActive] = useState<number | null>(null)
  const [dismissedAt, setDismissedAt] = useState<number | null>(null)
  const typed = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      openLinkQuery(now.state) ?? (naming && now.isFocused ? openNaming(now.state, naming) : null),
  })
  const query = typed && typed.from !== dismissedAt ? typed : null
  const { results, query: answered } = useSuggestions(query?.title ?? '', ['page'])
  const shown = query?.title ? results : []
  const own = query?.title && !query.isOffer ? editing.pageLink.missing(query.title) : null
  const count = shown.length + (own === null ? 0 : 1)
  const isOpen = count > 0
  const chosen = Math.min(active ?? (query?.isOffer ? -1 : 0), count - 1)

  function take(index: number) {
    if (!query?.title) return
    const named = shown[index]
    if (named) remember(named)
    const target = named ? { page: named.id, title: named.label } : { page: null, title: query.title }
    insertPageLink(editor, target, query, query.words)
    setActive(null)
  }

  onKey.current = (event) => {
    if (!query?.title || !isOpen) return false
    if (event.key === 'ArrowDown') setActive((chosen + 1) % count)
    else if (event.key === 'ArrowUp') setActive((Math.max(chosen, 0) + count - 1) % count)
    else if (query.isOffer && chosen < 0 && event.key !== 'Escape') return false
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') setDismissedAt(query.from)
    else if (event.key === ']' && query.isClosing) {
      const same = shown.findIndex((named) => named.label.toLowerCase() === query.title.toLowerCase())
      take(same < 0 || answered !== query.title ? count - 1 : same)
    } else return false
    return true
  }

  useEffect(() => {
    const field = editor.view.dom
    if (!isOpen) return
    field.setAttribute('aria-controls', id)
    if (chosen >= 0) field.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    return () => {
      field.removeAttribute('aria-controls')
      field.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, isOpen, chosen])

  if (!query || !isOpen) return null
  const box = (editor.view.dom.closest('.editor-field') ?? editor.view.dom).getBoundingClientRect()
  const at = editor.view.coordsAtPos(query.from)
  const left = Math.max(0, Math.min(at.left - box.left, box.width - 288))
  return (
    <div className="link-suggestions" style={{ top: at.bottom - box.top, left }}>
      <SuggestionList
        id={id}
        label={editing.pageLink.label}
        isOpen
        results={shown}
        own={own}
        active={chosen}
        onTake={take}
        note={null}
      />
    </div>
  )
}
