import type { Metadata } from 'next'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { AmendmentForm } from '@/components/kinds/AmendmentForm'
import { formOf } from '@/components/kinds/forms'
import { saidWhileAmending } from '@/components/talk/SaidWhileAmending'
import { loadAmendment } from '@/lib/editing/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { loadConversation } from '@/lib/talk/conversation/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().submissions.editForm.heading,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
}

export default async function AmendSubmission({ params }: Props) {
  const texts = messages().submissions.editForm
  const { form, submissionId, isNewEdit, review } = await loadAmendment((await readSegments(params)).id)
  const said = await loadConversation(submissionId)
  return (
    <EditFormPage
      heading={texts.heading}
      intro={isNewEdit ? texts.newEdit : undefined}
      review={review}
      said={said && saidWhileAmending(said)}
      isNarrow={!formOf(form.kind).isWide}
      withoutScript={<p className="note">{texts.withoutScript}</p>}
    >
      <AmendmentForm form={form} backTo={paths.submission(submissionId)} />
    </EditFormPage>
  )
}
