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
  /** How many blocks of the content stand before what is edited here. */
  skipped?: number
}

/** The body of a page, in the type and width in which it will be read. */
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

/** The lead of a page. */
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
