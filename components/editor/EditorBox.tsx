'use client'
import {
  type AnyExtension,
  EditorContent,
  type JSONContent,
  type UseEditorOptions,
  useEditor,
} from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { CitationPanel } from '@/components/editor/citations/CitationPanel'
import { useFaults } from '@/components/editor/faults/faults'
import { PageLinkPanel, WebLinkPanel } from '@/components/editor/links/LinkPanels'
import { LinkSuggestions } from '@/components/editor/links/LinkSuggestions'
import type { Naming } from '@/components/editor/links/link-query'
import { PicturePanel } from '@/components/editor/pictures/PicturePanel'
import { TableToolbar } from '@/components/editor/tables/TableToolbar'
import { Problem } from './Fields'
import { focusEditor } from './focus-editor'
import { Toolbar } from './Toolbar'
import type { Panel, Tool } from './tools'

/** Height of the fixed bars at the top and bottom: the caret is kept clear of them. */
const CLEAR_OF_BARS = { top: 120, right: 5, bottom: 5, left: 5 }
const CLEAR_OF_SAVE_BAR = { ...CLEAR_OF_BARS, bottom: 190 }
const hasSaveBarBelow = () => matchMedia('(min-width: 52.01rem) and (min-height: 44rem)').matches

export interface EditorBoxProps {
  id: string
  label: string
  className: string
  content: JSONContent
  extensions: (onOpenCitation: () => void) => AnyExtension[]
  tools: Tool[]
  onChange: (json: JSONContent) => void
  problem?: string | null | undefined
  isLabelHidden?: boolean
  isOneLine?: boolean
  /** The ids of what else describes the field. */
  describedBy?: string | undefined
  /** Its words name one page or several: pages are offered while they are typed. */
  naming?: Naming | undefined
  /** How many blocks of the content come before what this editor holds. */
  skipped?: number | undefined
}

/** A rich-text field: toolbar, text, and the panel that a tool opened. Uncontrolled: `content` is read once. */
export function EditorBox(props: EditorBoxProps) {
  const {
    id,
    label,
    className,
    content,
    extensions,
    tools,
    onChange,
    isLabelHidden,
    isOneLine,
    skipped = 0,
    describedBy = '',
    naming,
  } = props
  const labelId = useId()
  const toolBox = useRef<HTMLDivElement>(null)
  const panelBox = useRef<HTMLDivElement>(null)
  const [panel, setPanel] = useState<Panel | null>(null)
  const suggestionKey = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const report = useRef(onChange)
  report.current = onChange

  // Created once: new options on every render would make the view check its whole document again, even during
  // composition.
  const [options] = useState(() => {
    const clear = hasSaveBarBelow() ? CLEAR_OF_SAVE_BAR : CLEAR_OF_BARS
    return {
      extensions: extensions(() => setPanel('citation')),
      content,
      editorProps: {
        scrollMargin: clear,
        scrollThreshold: clear,
        attributes: {
          id,
          class: className,
          role: 'textbox',
          'aria-multiline': String(!isOneLine),
          'aria-labelledby': labelId,
          'aria-describedby': `${describedBy} ${id}-problem`.trim(),
        },
        handleKeyDown: (_view, event) =>
          suggestionKey.current?.(event) || goesToTools(event, toolBox.current),
        handleDoubleClickOn: (_view, _position, node) => {
          if (node.type.name !== 'citation') return false
          setPanel('citation')
          return true
        },
      },
    } satisfies UseEditorOptions
  })
  const editor = useEditor({
    ...options,
    immediatelyRender: false,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: now }) => report.current(now.getJSON()),
  })

  const faults = useFaults(editor, id, skipped)
  // Marks of problems that were fixed are removed.
  const problem = faults === 0 ? undefined : props.problem

  useEffect(() => {
    if (!editor || !problem) return
    const { dom } = editor.view
    dom.setAttribute('aria-invalid', 'true')
    return () => dom.removeAttribute('aria-invalid')
  }, [editor, problem])

  // A panel opened by key gets the focus, even when none of its fields asks for it.
  useEffect(() => {
    const box = panel && panelBox.current
    if (box && !box.contains(document.activeElement)) box.querySelector<HTMLElement>('input, button')?.focus()
  }, [panel])

  const close = () => {
    setPanel(null)
    if (editor) focusEditor(editor)
  }

  return (
    <div className={isOneLine ? 'editor-box is-line' : 'editor-box'} data-invalid={problem ? '' : undefined}>
      <span id={labelId} className={isLabelHidden ? 'sr-only' : 'editor-label'}>
        {label}
      </span>
      {editor && (
        <div className="editor-tools" ref={toolBox}>
          <Toolbar
            editor={editor}
            label={label}
            tools={tools}
            openPanel={panel}
            onPanel={(next) => setPanel(panel === next ? null : next)}
          />
          <TableToolbar editor={editor} />
          {panel && (
            // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from any of its fields
            <div
              ref={panelBox}
              className="panel"
              onKeyDown={(event) => {
                if (event.key === 'Escape') close()
              }}
            >
              {panel === 'page' && <PageLinkPanel editor={editor} onClose={close} />}
              {panel === 'web' && <WebLinkPanel editor={editor} onClose={close} />}
              {panel === 'picture' && <PicturePanel editor={editor} onClose={close} />}
              {panel === 'citation' && <CitationPanel editor={editor} onClose={close} />}
            </div>
          )}
        </div>
      )}
      <div className="editor-field">
        <EditorContent editor={editor} />
        {editor && <LinkSuggestions editor={editor} naming={naming} onKey={suggestionKey} />}
      </div>
      <Problem id={id} text={problem} />
    </div>
  )
}

/** Alt+F10 moves the focus to the toolbar, as in other editors (also out of a table). */
function goesToTools(event: KeyboardEvent, tools: HTMLElement | null): boolean {
  if (event.key !== 'F10' || !event.altKey) return false
  const stops = tools?.querySelectorAll<HTMLElement>('[role="toolbar"] [tabindex="0"]')
  stops?.item(stops.length - 1)?.focus()
  return true
}
