import type { Metadata } from 'next'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { PageEditor } from '@/components/pages/PageEditor'
import { messages } from '@/lib/messages/messages'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { paths } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'

export const generateMetadata = (): Metadata => ({
  title: messages().editing.headings.newPage,
  robots: { index: false },
})

export default async function NewPage() {
  const { editing } = messages()
  const editForm = await loadPageForEditing(await currentActor(), '')
  return (
    <EditFormPage
      heading={editing.headings.newPage}
      withoutScript={<p className="note">{editing.noScript.page}</p>}
    >
      {editForm && <PageEditor editForm={editForm} section={null} backTo={paths.home()} />}
    </EditFormPage>
  )
}
