import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/editor/DeskPage'
import { FactEditor } from '@/components/facts/FactEditor'
import { currentActor } from '@/lib/accounts/sessions/session'
import { fromOf } from '@/lib/editing/start'
import { numberOfAddress } from '@/lib/entries/addresses'
import { loadFactForEditing } from '@/lib/facts/load-for-editing'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().editing.headings.editFact,
  robots: { index: false },
})

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

export default async function EditFact({ params, searchParams }: Props) {
  const { editing } = messages()
  const number = numberOfAddress((await readSegments(params)).number) ?? notFound()
  const desk = await loadFactForEditing(
    await currentActor(),
    number,
    fromOf(await readQuery(searchParams, routes.editFact)),
  )
  if (!desk) notFound()
  return (
    <DeskPage
      isNarrow
      heading={editing.headings.editFact}
      withoutScript={<p className="note">{editing.noScript.editFact}</p>}
    >
      <FactEditor desk={desk} backTo={paths.fact(number)} />
    </DeskPage>
  )
}
