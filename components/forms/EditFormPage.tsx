import type { ComponentProps, ReactNode } from 'react'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import type { ReviewerNote } from '@/lib/submissions/reviewer-note'
import { ReviewersReason } from './ReviewersReason'
// Imported here, so that readers' pages do not load them.
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
  /** A reviewer's comment on the text that is amended. */
  review?: ReviewerNote | null | undefined
  /** What was written about it. */
  said?: ComponentProps<typeof ReviewersReason>['said'] | undefined
  /** Shown instead of a form that needs JavaScript, where there is none. */
  withoutScript?: ReactNode
  /** One column, where the margin is empty. */
  isNarrow?: boolean
  children: ReactNode
}

/** The page of an edit form. */
export function EditFormPage(props: Props) {
  const { heading, intro, review, said, withoutScript, isNarrow, children } = props
  return (
    <WrittenAsHere>
      <main id="text" className={isNarrow ? 'edit-page is-narrow' : 'edit-page'}>
        <h1 className="edit-heading">{heading}</h1>
        {intro && <p className="quiet">{intro}</p>}
        <ReviewersReason review={review ?? null} said={said ?? null} />
        {withoutScript && <noscript>{withoutScript}</noscript>}
        {children}
      </main>
    </WrittenAsHere>
  )
}
