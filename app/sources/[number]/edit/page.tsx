import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/editor/DeskPage'
import { PlainSourceForm } from '@/components/sources/PlainSourceForm'
import { SourceEditor } from '@/components/sources/SourceEditor'
import { currentActor } from '@/lib/accounts/sessions/session'
import { fromOf } from '@/lib/editing/start'
import { numberOfAddress } from '@/lib/entries/addresses'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { loadSourceForEditing } from '@/lib/sources/load-for-editing'

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
  const desk = await loadSourceForEditing(
    await currentActor(),
    number,
    fromOf(await readQuery(searchParams, routes.editSource)),
  )
  if (!desk) notFound()
  return (
    <DeskPage
      isNarrow
      heading={messages().editing.headings.editSource}
      withoutScript={<PlainSourceForm idempotencyKey={randomUUID()} desk={desk} />}
    >
      <SourceEditor desk={desk} backTo={paths.source(number)} />
    </DeskPage>
  )
}
