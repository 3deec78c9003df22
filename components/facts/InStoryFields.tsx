'use client'
import { SuggestField } from '@/components/editor/suggest/SuggestField'
import type { Words } from '@/components/forms/plain/form-words'
import { PlainField } from '@/components/forms/plain/PlainField'
import { messages } from '@/lib/messages/messages'

interface Props {
  words: Words
  problems: Record<string, string>
}

/** For what happens on the page or on screen: the work is the source. Collapsed until it is filled in. */
export function InStoryFields({ words, problems }: Props) {
  const { inStory: texts } = messages().newFact
  const isOpen = ['inStory', 'inStoryAt'].some((name) => words[name] || problems[name])
  return (
    <details className="more-of-fact" open={isOpen || undefined}>
      <summary>{texts.title}</summary>
      <div className="new-fact-fields">
        <SuggestField
          name="inStory"
          kind="page"
          label={texts.work}
          hint={texts.workHint}
          value={words.inStory ?? ''}
          problem={problems.inStory}
        />
        <PlainField
          name="inStoryAt"
          label={texts.at}
          hint={texts.atHint}
          value={words.inStoryAt ?? ''}
          problem={problems.inStoryAt}
        />
      </div>
    </details>
  )
}
