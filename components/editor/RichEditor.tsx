'use client'
import { useState } from 'react'
import type { Lead, RichDocument } from '@/lib/content/document'
import { EditorBox } from './EditorBox'
import { bodyExtensions, leadExtensions } from './extensions'
import { fromStored, toStored } from './stored'
import { bodyTools, leadTools } from './tools'

interface Props {
  id: string
  label: string
  placeholder: string
  problem?: string | null | undefined
  /** How many blocks of the content come before what is edited here. */
  skipped?: number
}

/** Editor for a page's body, in its reading type and width. */
export function BodyEditor(props: Props & { value: RichDocument; onChange: (value: RichDocument) => void }) {
  const { value, onChange, placeholder, ...rest } = props
  const [content] = useState(() => fromStored(value))
  return (
    <EditorBox
      {...rest}
      className="prose editable"
      content={content}
      extensions={(onOpenCitation) => bodyExtensions({ placeholder, onOpenCitation })}
      tools={bodyTools}
      onChange={(json) => onChange(toStored(json))}
    />
  )
}

/** Editor for a page's lead. */
export function LeadEditor(props: Props & { value: Lead; onChange: (value: Lead) => void }) {
  const { value, onChange, placeholder, ...rest } = props
  const [content] = useState(() => fromStored(value))
  return (
    <EditorBox
      {...rest}
      className="prose lead editable"
      content={content}
      extensions={(onOpenCitation) => leadExtensions({ placeholder, onOpenCitation })}
      tools={leadTools}
      onChange={(json) => onChange(toStored(json))}
    />
  )
}
