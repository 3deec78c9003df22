import type { ReactNode } from 'react'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import type { ReviewerNote } from '@/lib/submissions/reviewer-note'
import { ReviewersReason } from './ReviewersReason'
// Loaded here, so that readers' pages do not carry them.
import '@/components/styles/factsheet.css'
import '@/components/styles/forms.css'
import '@/components/styles/edit-form.css'
import '@/components/styles/editor.css'
import '@/components/styles/entering.css'
import '@/components/styles/faults.css'
import '@/components/styles/new-fact.css'
import '@/components/styles/picker.css'
import '@/components/styles/saving.css'

interface Props {
  heading: string
  /** One sentence under it. */
  intro?: string | undefined
  /** What a reviewer said of the text that is amended. */
  review?: ReviewerNote | null | undefined
  /** What stands in for a form that needs a script, where none runs. */
  withoutScript?: ReactNode
  /** One column, where nothing stands in the margin. */
  isNarrow?: boolean
  children: ReactNode
}

/** A page on which somebody writes. */
export function EditFormPage({ heading, intro, review, withoutScript, isNarrow, children }: Props) {
  return (
    <WrittenAsHere>
      <main id="text" className={isNarrow ? 'edit-page is-narrow' : 'edit-page'}>
        <h1 className="edit-heading">{heading}</h1>
        {intro && <p className="quiet">{intro}</p>}
        {review && <ReviewersReason review={review} />}
        {withoutScript && <noscript>{withoutScript}</noscript>}
        {children}
      </main>
    </WrittenAsHere>
  )
}
