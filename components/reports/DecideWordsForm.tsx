'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { LongField } from '@/components/ui/LongField'
import { messages } from '@/lib/messages/messages'
import { decideWordsAction } from '@/lib/reports/actions'

/** Decides what becomes of words that reports closed, with an answer for those who reported them. */
export function DecideWordsForm({ checkedId, isAboutMe }: { checkedId: number; isAboutMe: boolean }) {
  const { checked: texts, close, me } = messages().reports
  return (
    <ActionForm action={decideWordsAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="checkedId" value={checkedId} />
          <Choices
            legend={texts.what}
            name="decision"
            choices={isAboutMe ? me.decisions : texts.decisions}
            chosen={typed('decision')}
            problem={problem('decision')}
          />
          <LongField
            label={close.answer}
            name="answer"
            rows={2}
            hint={close.answerHint}
            defaultValue={typed('answer')}
            problem={problem('answer')}
          />
        </>
      )}
    </ActionForm>
  )
}
