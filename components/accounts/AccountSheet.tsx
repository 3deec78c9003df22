import type { ReactNode } from 'react'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import '@/components/styles/forms.css'

/** A narrow page with one form. */
export function AccountSheet(props: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <WrittenAsHere>
      <main id="text" className="sheet account-sheet">
        <h1 className="title">{props.title}</h1>
        {props.intro && <p className="intro">{props.intro}</p>}
        {props.children}
      </main>
    </WrittenAsHere>
  )
}
