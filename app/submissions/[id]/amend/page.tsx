import type { Metadata } from 'next'
import { DeskPage } from '@/components/editor/DeskPage'
import { formOf } from '@/components/kinds/forms'
import { AmendmentForm } from '@/components/submissions/AmendmentForm'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { loadAmendment } from '@/lib/submissions/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().submissions.desk.heading,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
}

export default async function AmendSubmission({ params }: Props) {
  const texts = messages().submissions.desk
  const { form, submissionId, isNewEdit, review } = await loadAmendment((await readSegments(params)).id)
  return (
    <DeskPage
      heading={texts.heading}
      intro={isNewEdit ? texts.newEdit : undefined}
      review={review}
      isNarrow={!formOf(form.kind).isWide}
      withoutScript={<p className="note">{texts.withoutScript}</p>}
    >
      <AmendmentForm form={form} backTo={paths.submission(submissionId)} />
    </DeskPage>
  )
}
