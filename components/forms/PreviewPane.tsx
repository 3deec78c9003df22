'use client'
import { type ComponentType, useEffect, useRef } from 'react'
import { CaseItemView } from '@/components/review/CaseItemView'
import type { Preview } from '@/lib/editing/preview'
import { messages } from '@/lib/messages/messages'

/** The preview component of the form's kind; each gets what its kind's preview loads. */
export type FormPreview = ComponentType<{ shown: never }>

interface Props {
  preview: Preview
  look: FormPreview
  onBack: () => void
}

/** A change before it is saved: the diff, as reviewers see it, and the preview. */
export function PreviewPane({ preview, look: Look, onBack }: Props) {
  const texts = messages().saving.preview
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    pane.current?.focus()
    pane.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section
      ref={pane}
      className="preview"
      aria-labelledby="preview-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <div className="preview-head">
        <h2 id="preview-title">{texts.title}</h2>
        <button type="button" onClick={onBack}>
          {texts.back}
        </button>
      </div>
      <p className="quiet">{preview.goesLive ? texts.goesLive : texts.waits}</p>
      {preview.items.map((item, index) => (
        <CaseItemView key={item.position} item={item} isNamed={index > 0} />
      ))}
      <h2>{texts.look}</h2>
      <Look shown={preview.look.shown as never} />
    </section>
  )
}
