import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FileEditor } from '@/components/files/FileEditor'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { loadFileForEditing } from '@/lib/files/load-for-editing'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { fromOf } from '@/lib/submissions/start'

export const generateMetadata = (): Metadata => ({
  title: messages().files.form.edit,
  robots: { index: false },
})

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

export default async function EditFile({ params, searchParams }: Props) {
  const number = numberOfAddress((await readSegments(params)).number) ?? notFound()
  const editForm = await loadFileForEditing(
    await currentActor(),
    number,
    fromOf(await readQuery(searchParams, routes.editFile)),
  )
  if (!editForm) notFound()
  return (
    <EditFormPage
      isNarrow
      heading={messages().files.form.edit}
      withoutScript={<p className="note">{messages().files.form.noScript}</p>}
    >
      <FileEditor editForm={editForm} backTo={paths.file(number)} />
    </EditFormPage>
  )
}
