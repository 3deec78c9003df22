import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FactEditor } from '@/components/facts/FactEditor'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { loadFactForEditing } from '@/lib/facts/load-for-editing'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { fromOf } from '@/lib/submissions/start'

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
  const { from, ...carried } = await readQuery(searchParams, routes.editFact)
  const editForm = await loadFactForEditing(await currentActor(), number, fromOf({ from }), carried)
  if (!editForm) notFound()
  return (
    <EditFormPage
      isNarrow
      heading={editing.headings.editFact}
      withoutScript={<p className="note">{editing.noScript.editFact}</p>}
    >
      <FactEditor editForm={editForm} backTo={paths.fact(number)} />
    </EditFormPage>
  )
}
