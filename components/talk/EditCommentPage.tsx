import { randomUUID } from 'node:crypto'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { EditForm } from '@/lib/talk/forms/loaders'
import { CommentForm } from './CommentForm'
import { FormPage } from './FormPage'

/** The form that changes one's own comment. */
export function EditCommentPage({ form }: { form: EditForm }) {
  const texts = messages().talk.form
  const { commentId, words, gate, about, minutes, writer } = form
  return (
    <FormPage
      heading={texts.editTitle}
      intro={texts.editIntro(minutes)}
      about={about}
      back={{ label: texts.back, path: paths.comment(commentId) }}
    >
      <CommentForm
        to={{ commentId }}
        writer={writer}
        idempotencyKey={randomUUID()}
        words={words}
        gate={gate}
        label={texts.words}
      />
    </FormPage>
  )
}
