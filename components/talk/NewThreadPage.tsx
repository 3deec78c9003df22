import { randomUUID } from 'node:crypto'
import { messages } from '@/lib/messages/messages'
import type { NewThreadForm } from '@/lib/talk/forms/loaders'
import { CommentForm } from './CommentForm'
import { FormPage } from './FormPage'

/** The form that begins a thread about an entry. */
export function NewThreadPage({ form }: { form: NewThreadForm }) {
  const texts = messages().talk.form
  const { about, entryId, writer, words } = form
  return (
    <FormPage
      heading={texts.newTitle}
      intro={texts.newIntro}
      about={about}
      back={{ label: texts.backToTalk, path: about.talkPath }}
    >
      <CommentForm
        to={{ entryId }}
        writer={writer}
        idempotencyKey={randomUUID()}
        words={words}
        label={texts.words}
      />
    </FormPage>
  )
}
