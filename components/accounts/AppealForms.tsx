'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { AnswerForm } from '@/components/ui/AnswerForm'
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
    <AnswerForm
      action={answerAppealAction}
      submit={texts.submit}
      busy={texts.busy}
      about={['appealId', appealId]}
      outcome={{ legend: texts.decision, name: 'outcome', choices: texts.decisions }}
      answer={{ label: texts.answer, rows: 3 }}
    />
  )
}
