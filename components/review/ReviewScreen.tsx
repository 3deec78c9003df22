import type { ReactNode } from 'react'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import '@/components/styles/forms.css'
import '@/components/styles/case.css'
import '@/components/styles/review.css'
import '@/components/styles/reports.css'

/** The review screen: the queue beside the case; on a phone one of them, as `shows` says. */
export function ReviewScreen({
  queue,
  shows,
  children,
}: {
  queue: ReactNode
  shows: 'queue' | 'case'
  children: ReactNode
}) {
  return (
    <WrittenAsHere>
      <main id="text" className="review-screen" data-shows={shows}>
        {queue}
        {children}
      </main>
    </WrittenAsHere>
  )
}
