'use client'
import { useEffect, useRef } from 'react'
import { EnteredNote } from '@/components/sessions/EnteredNote'
import { messages } from '@/lib/messages/messages'
import type { Entered } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import type { Saved } from '@/lib/submissions/save'

interface Props {
  saved: Saved
  entered: Entered | null
  backTo: string
  /** The title of the page that the next fact starts with; empty for none. */
  about: string
}

/** The outcome of a new fact: published, with a redirect to it; or waiting for review, with what happens next. */
export function NewFactOutcome({ saved, entered, backTo, about }: Props) {
  const { editing, newFact: texts } = messages()
  const path = saved.outcome === 'published' ? saved.path : null
  const isNew = entered?.isNew ?? false
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (path !== null) window.location.assign(isNew ? paths.recoveryCode({ next: path }) : path)
    else heading.current?.focus()
  }, [path, isNew])

  if (saved.outcome === 'published')
    return (
      <p className="note" role="status">
        <a href={saved.path}>{editing.save.plainPublished}</a>
      </p>
    )
  return (
    <div className="waiting-screen" role="status">
      <p className="fleuron" aria-hidden>
        ❧
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {texts.waitingTitle}
      </h2>
      <p>{texts.waiting}</p>
      <EnteredNote entered={entered} next={paths.submission(saved.submissionId)} />
      <p>
        <a className="btn yes" href={paths.submission(saved.submissionId)}>
          {editing.save.waitingLink(saved.submissionId)}
        </a>{' '}
        <a className="btn" href={paths.newFact({ about: about || null })}>
          {texts.another}
        </a>{' '}
        <a className="btn" href={backTo}>
          {editing.save.back}
        </a>
      </p>
    </div>
  )
}
