'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { messages } from '@/lib/messages/messages'
import { markNewsReadAction } from '@/lib/news/actions'

/** Marks everything as read that is shown, and what is older. */
export function ReadAllForm({ upTo }: { upTo: number }) {
  const texts = messages().news
  return (
    <ActionForm action={markNewsReadAction} submit={texts.readAll} busy={texts.readingAll} isQuiet>
      {() => <input type="hidden" name="upTo" value={upTo} />}
    </ActionForm>
  )
}
