import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { loadEditComment } from '@/lib/talk/forms/loaders'
import { FormPage } from './FormPage'
import { EditForm } from './SmallForms'

/** The form that changes one's own comment. */
export function EditCommentPage({ form }: { form: Awaited<ReturnType<typeof loadEditComment>> }) {
  const texts = messages().talk.form
  const { commentId, words, about, minutes, writer } = form
  return (
    <FormPage
      heading={texts.editTitle}
      intro={texts.editIntro(minutes)}
      about={about}
      back={{ label: texts.back, path: paths.comment(commentId) }}
    >
      <EditForm commentId={commentId} words={words} hint={texts.wordsHint(writer.mayMention)} />
    </FormPage>
  )
}
