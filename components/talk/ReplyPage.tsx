import { randomUUID } from 'node:crypto'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { ReplyForm } from '@/lib/talk/forms/loaders'
import { calledThread } from '@/lib/talk/gate'
import { CommentForm } from './CommentForm'
import { FormPage } from './FormPage'
import { Words } from './Words'

/** The form that answers in a thread, below what it answers. */
export function ReplyPage({ form }: { form: ReplyForm }) {
  const { form: texts } = messages().talk
  const { thread, about, answered, writer, words } = form
  return (
    <FormPage
      heading={calledThread(thread)}
      about={about}
      back={{ label: texts.back, path: paths.thread(thread.id) }}
    >
      {words === '' && answered?.comment.words && answered.comment.author && (
        <section className="answered" aria-label={texts.replyTo(answered.comment.author.name)}>
          <p className="quiet">{texts.replyTo(answered.comment.author.name)}</p>
          <Words words={answered.comment.words} named={answered.named} />
        </section>
      )}
      <CommentForm
        to={{ threadId: thread.id, answers: answered?.comment.number ?? null }}
        writer={writer}
        idempotencyKey={randomUUID()}
        words={words}
        label={texts.replyWords}
      />
    </FormPage>
  )
}
