import type { ReactNode } from 'react'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ModeratedEntry } from '@/lib/moderation/loaders'
import { paths } from '@/lib/routes'
import '@/components/styles/forms.css'
import '@/components/styles/acts.css'

interface Props {
  entry: ModeratedEntry
  heading: string
  intro: ReactNode
  /** This restores what is deleted, so it needs no note that it is deleted. */
  isRestoring?: boolean
  /** Not possible on a deleted entry, so the form is not shown. */
  isForLiving?: boolean
  children: ReactNode
}

/** One moderation action on an entry: the entry, what will happen, and the form. */
export function ActSheet({ entry, heading, intro, isRestoring = false, isForLiving, children }: Props) {
  const { moderating } = messages()
  const path = entryPath(entry)
  const isGone = entry.deletedAt !== null && !isRestoring
  return (
    <WrittenAsHere>
      <main id="text" className="sheet account-sheet act-sheet">
        <span className="eyebrow">{heading}</span>
        <h1 className={kindOf(entry.kind).isTitled ? 'title' : 'title small'} dir="auto">
          {entry.label}
        </h1>
        <p className="intro">{intro}</p>
        {isGone && (
          <p className="note is-refusal">
            {moderating.isDeleted} <a href={paths.deleteEntry(entry.id)}>{moderating.toRestore}</a>
          </p>
        )}
        {!(isGone && isForLiving) && children}
        <p className="aside">
          <a href={path}>{kindOf(entry.kind).texts().backTo}</a>
        </p>
      </main>
    </WrittenAsHere>
  )
}
