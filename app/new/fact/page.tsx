import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { NewFactForm } from '@/components/facts/NewFactForm'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { titleCameFrom, titleTyped } from '@/lib/entries/title-of-address'
import { loadNewFact } from '@/lib/facts/load-for-editing'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'

export const generateMetadata = (): Metadata => ({
  title: messages().editing.headings.newFact,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function NewFact({ searchParams }: Props) {
  const { about } = await readQuery(searchParams, routes.newFact)
  if (about === undefined) await redirectFromReferer()
  const editForm = await loadNewFact(await currentActor(), titleTyped(about))
  return (
    <EditFormPage isNarrow heading={messages().editing.headings.newFact}>
      <NewFactForm
        editForm={editForm}
        idempotencyKey={randomUUID()}
        backTo={editForm.isAboutKnown ? paths.page(editForm.about) : paths.facts()}
      />
    </EditFormPage>
  )
}

/**
 * The link in the header is the same on every page, so the page it was followed from is read from the Referer header.
 */
async function redirectFromReferer(): Promise<void> {
  const given = await headers()
  const title = titleCameFrom(given.get('referer'), given.get('host'))
  if (title) redirect(paths.newFact({ about: title }))
}
