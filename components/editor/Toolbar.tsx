'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { focusEditor } from './focus-editor'
import type { Panel, Tool } from './tools'

interface Props {
  editor: Editor
  label: string
  tools: Tool[]
  openPanel: Panel | null
  onPanel?: (panel: Panel) => void
}

/** An editor's toolbar: one tab stop, arrow keys between the tools (WAI-ARIA toolbar pattern). */
export function Toolbar({ editor, label, tools, openPanel, onPanel }: Props) {
  const [current, setCurrent] = useState(0)
  const row = useRef<HTMLDivElement>(null)
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      tools.map((tool) => ({
        isActive: tool.isActive?.(now) ?? false,
        isPossible: tool.isPossible?.(now) ?? true,
      })),
  })

  function onKeyDown(event: KeyboardEvent) {
    const last = tools.length - 1
    const onward = messages().language.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const step = event.key === onward ? 1 : /^Arrow(Left|Right)$/.test(event.key) ? -1 : 0
    let next: number
    if (step) next = (current + step + tools.length) % tools.length
    else if (event.key === 'Home') next = 0
    else if (event.key === 'End') next = last
    else if (event.key === 'Escape') return focusEditor(editor)
    else return
    event.preventDefault()
    setCurrent(next)
    row.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div
      ref={row}
      className={tools.some((tool) => tool.icon) ? 'toolbar' : 'toolbar is-words'}
      role="toolbar"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {tools.map((tool, index) => {
        const state = states[index]
        const name = sentenceOf({ code: tool.name, parameters: [] })
        const isToggle = Boolean(tool.isActive)
        return (
          <button
            key={tool.key}
            type="button"
            title={tool.icon && name}
            aria-label={tool.icon && name}
            aria-pressed={isToggle ? state?.isActive : undefined}
            aria-expanded={tool.panel ? openPanel === tool.panel : undefined}
            aria-disabled={!state?.isPossible}
            tabIndex={index === current ? 0 : -1}
            onFocus={() => setCurrent(index)}
            // Pressing a button must not move the selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (tool.panel) onPanel?.(tool.panel)
              else if (state?.isPossible) tool.run?.(editor)
            }}
          >
            {tool.icon ? <tool.icon size={18} aria-hidden /> : name}
          </button>
        )
      })}
    </div>
  )
}
