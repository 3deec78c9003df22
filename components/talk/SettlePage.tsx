import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { ThreadHere } from '@/lib/talk/forms/loaders'
import { FormPage } from './FormPage'
import { ReopenForm, SettleForm } from './SmallForms'

/** Marks a thread as settled, or opens it again. */
export function SettlePage({ one }: { one: ThreadHere & { may: boolean } }) {
  const { settle: texts, form } = messages().talk
  const { thread, about, may } = one
  const { id, isOpen } = thread
  const intro = isOpen ? texts.intro : texts.reopenIntro
  return (
    <FormPage
      heading={isOpen ? texts.title : texts.reopenTitle}
      intro={may ? intro : texts.notYours}
      about={about}
      back={{ label: form.back, path: paths.thread(id) }}
    >
      {thread.subject && (
        <p className="answered" dir="auto">
          {thread.subject}
        </p>
      )}
      {may && (isOpen ? <SettleForm threadId={id} /> : <ReopenForm threadId={id} />)}
    </FormPage>
  )
}
