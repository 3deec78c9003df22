import type { ComponentProps } from 'react'
import { ActionForm } from './ActionForm'
import { Choices } from './Choices'
import { LongField } from './LongField'

interface Props<R extends object>
  extends Pick<ComponentProps<typeof ActionForm<R>>, 'action' | 'submit' | 'busy'> {
  /** What is decided: the name of a field, and its value. */
  about: readonly [string, number]
  outcome: Pick<ComponentProps<typeof Choices>, 'legend' | 'name' | 'choices'>
  answer: Pick<ComponentProps<typeof LongField>, 'label' | 'hint' | 'rows'>
}

/** A moderator's decision on what somebody asked: the outcome, and an answer in words. */
export function AnswerForm<R extends object>({ about: [name, value], outcome, answer, ...form }: Props<R>) {
  return (
    <ActionForm {...form}>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name={name} value={value} />
          <Choices {...outcome} chosen={typed(outcome.name)} problem={problem(outcome.name)} />
          <LongField {...answer} name="answer" defaultValue={typed('answer')} problem={problem('answer')} />
        </>
      )}
    </ActionForm>
  )
}
