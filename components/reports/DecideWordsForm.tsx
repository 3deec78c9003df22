'use client'
import { AnswerForm } from '@/components/ui/AnswerForm'
import { messages } from '@/lib/messages/messages'
import { decideWordsAction } from '@/lib/reports/actions'

/** Decides what becomes of words that reports closed, with an answer for those who reported them. */
export function DecideWordsForm({ checkedId, isAboutMe }: { checkedId: number; isAboutMe: boolean }) {
  const { checked: texts, close, me } = messages().reports
  const choices = isAboutMe ? me.decisions : texts.decisions
  return (
    <AnswerForm
      action={decideWordsAction}
      submit={texts.submit}
      busy={texts.busy}
      about={['checkedId', checkedId]}
      outcome={{ legend: texts.what, name: 'decision', choices }}
      answer={{ label: close.answer, hint: close.answerHint, rows: 2 }}
    />
  )
}
