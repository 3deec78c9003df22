import type { Metadata } from 'next'
import { FileEditor } from '@/components/files/FileEditor'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { requireAccount } from '@/lib/accounts/loaders'
import { loadNewFile } from '@/lib/files/load-for-editing'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().files.form.new,
  robots: { index: false },
})

export default async function NewFile() {
  const { form } = messages().files
  const editForm = await loadNewFile(await requireAccount(paths.newFile()))
  return (
    <EditFormPage
      isNarrow
      heading={form.new}
      intro={form.intro}
      withoutScript={<p className="note">{form.noScript}</p>}
    >
      <FileEditor editForm={editForm} backTo={paths.files()} />
    </EditFormPage>
  )
}
