'use client'
import { useState } from 'react'
import type { RichLine, Statement } from '@/lib/content/document'
import { EditorBox } from './EditorBox'
import { lineExtensions } from './extensions'
import { fromStoredLine, toStoredLine } from './stored'
import { lineTools, statementTools } from './tools'

interface Props {
  id: string
  label: string
  placeholder: string
  problem?: string | null | undefined
}

interface LineProps extends Props {
  value: RichLine
  onChange: (value: RichLine) => void
  /** The ids of what else describes the field. */
  describedBy?: string
  /** Its words name one page or several: pages are offered while they are typed. */
  naming?: 'page' | 'pages' | undefined
}

/** A single rich line with links and references, for an infobox value. */
export function LineEditor(props: LineProps) {
  const { value, onChange, placeholder, ...rest } = props
  const [content] = useState(() => fromStoredLine(value))
  return (
    <EditorBox
      {...rest}
      className="line editable"
      content={content}
      extensions={(onOpenCitation) => lineExtensions({ placeholder, onOpenCitation }, true)}
      tools={lineTools}
      onChange={(json) => onChange(toStoredLine(json))}
      isOneLine
    />
  )
}

/** A fact's statement: words and links; its citations are a list of their own. */
export function StatementEditor(props: Props & { value: Statement; onChange: (value: Statement) => void }) {
  const { value, onChange, placeholder, ...rest } = props
  const [content] = useState(() => fromStoredLine(value))
  return (
    <EditorBox
      {...rest}
      className="statement editable"
      content={content}
      extensions={() => lineExtensions({ placeholder }, false)}
      tools={statementTools}
      onChange={(json) => onChange(toStoredLine(json).filter((node) => node.type === 'text'))}
      isOneLine
    />
  )
}
