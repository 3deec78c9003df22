'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { LongField } from '@/components/ui/LongField'
import { answerAppealAction, sendAppealAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'

/** Contests one's own block. */
export function AppealForm() {
  const texts = messages().safety.appeal
  return (
    <ActionForm action={sendAppealAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <LongField
          label={texts.words}
          name="words"
          defaultValue={typed('words')}
          problem={problem('words')}
        />
      )}
    </ActionForm>
  )
}

/** Answers somebody's appeal. */
export function AnswerAppealForm({ appealId }: { appealId: number }) {
  const texts = messages().safety.appeal.queue
  return (
    <ActionForm action={answerAppealAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="appealId" value={appealId} />
          <Choices
            legend={texts.decision}
            name="outcome"
            choices={texts.decisions}
            chosen={typed('outcome')}
            problem={problem('outcome')}
          />
          <LongField
            label={texts.answer}
            name="answer"
            rows={3}
            defaultValue={typed('answer')}
            problem={problem('answer')}
          />
        </>
      )}
    </ActionForm>
  )
}
