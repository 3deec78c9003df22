import type { ReactNode } from 'react'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import type { TalkAbout } from '@/lib/talk/forms/loaders'
import '@/components/styles/facts.css'
import '@/components/styles/forms.css'
import '@/components/styles/saving.css'
import '@/components/styles/talk.css'

interface Props {
  heading: string
  intro?: string | undefined
  /** Where it belongs: the entry's talk, or the thread. */
  back: { label: string; path: string }
  about: TalkAbout
  children: ReactNode
}

/** The page of a form about talk: where it belongs, what it is, the form. */
export function FormPage({ heading, intro, back, about, children }: Props) {
  return (
    <WrittenAsHere>
      <main className="sheet talk talk-form" id="text">
        <a className="eyebrow" href={about.path} dir="auto">
          {about.label}
        </a>
        <h1 className="title small" dir="auto">
          {heading}
        </h1>
        {intro && <p className="quiet">{intro}</p>}
        {children}
        <p className="thread-acts">
          <a href={back.path}>{back.label}</a>
        </p>
      </main>
    </WrittenAsHere>
  )
}
