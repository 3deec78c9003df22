import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { PlainSourceForm } from '@/components/sources/PlainSourceForm'
import { SourceEditor } from '@/components/sources/SourceEditor'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { loadNewSource } from '@/lib/sources/load-for-editing'

export const generateMetadata = (): Metadata => ({
  title: messages().editing.headings.newSource,
  robots: { index: false },
})

export default async function NewSource() {
  const editForm = await loadNewSource(await currentActor())
  return (
    <EditFormPage
      isNarrow
      heading={messages().editing.headings.newSource}
      withoutScript={<PlainSourceForm idempotencyKey={randomUUID()} editForm={editForm} />}
    >
      <SourceEditor editForm={editForm} backTo={paths.sources()} />
    </EditFormPage>
  )
}
