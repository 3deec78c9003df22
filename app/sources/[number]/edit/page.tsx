import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { PlainSourceForm } from '@/components/sources/PlainSourceForm'
import { SourceEditor } from '@/components/sources/SourceEditor'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { loadSourceForEditing } from '@/lib/sources/load-for-editing'
import { fromOf } from '@/lib/submissions/start'

export const generateMetadata = (): Metadata => ({
  title: messages().editing.headings.editSource,
  robots: { index: false },
})

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

export default async function EditSource({ params, searchParams }: Props) {
  const number = numberOfAddress((await readSegments(params)).number) ?? notFound()
  const editForm = await loadSourceForEditing(
    await currentActor(),
    number,
    fromOf(await readQuery(searchParams, routes.editSource)),
  )
  if (!editForm) notFound()
  return (
    <EditFormPage
      isNarrow
      heading={messages().editing.headings.editSource}
      withoutScript={<PlainSourceForm idempotencyKey={randomUUID()} editForm={editForm} />}
    >
      <SourceEditor editForm={editForm} backTo={paths.source(number)} />
    </EditFormPage>
  )
}
